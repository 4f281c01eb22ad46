package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.FieldSet;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.model.OwnerReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata of every object must be like. Mirrors {@code pkg/api/validation/objectmeta.go} of {@code
 * k8s.io/apimachinery}.
 *
 * <p>Where upstream goes through a map in random order, it is the order of the keys here.
 */
public final class ObjectMetaRules {

  private static final int MAX_ANNOTATIONS_SIZE = 256 * 1024;
  private static final String NOT_NEGATIVE = "must be greater than or equal to 0";
  private static final String IMMUTABLE = "field is immutable";
  private static final String ORPHAN = "orphan";
  private static final String FOREGROUND = "foregroundDeletion";

  /** What most objects have nothing beside; there are no further rules for these than those for all objects. */
  private static final FieldSet PLAIN = FieldSet.of(
      "annotations",
      "creationTimestamp",
      "generation",
      "labels",
      "name",
      "namespace",
      "resourceVersion",
      "uid");

  private ObjectMetaRules() {}

  /** Returns what is wrong with the metadata of an object: {@code ValidateObjectMeta}. */
  public static List<FieldError> validate(
      FieldPath path, Fields tree, boolean namespaced, NameRule names) {
    List<FieldError> errors = new ArrayList<>();
    check(errors, path, tree, namespaced, names);
    return errors;
  }

  /** Adds what is wrong with the metadata of an object: {@code ValidateObjectMeta}. */
  public static void check(
      List<FieldError> errors, FieldPath path, Fields tree, boolean namespaced, NameRule names) {
    boolean rare = !PLAIN.containsAllOf(tree.tree());
    String generateName = rare ? tree.text("generateName") : "";
    if (!generateName.isEmpty()) {
      invalid(errors, path.field("generateName"), generateName, names.errors(generateName, true));
    }
    String name = tree.text("name");
    if (name.isEmpty()) {
      errors.add(FieldError.required(path.field("name"), "name or generateName is required"));
    } else {
      List<String> details = names.errors(name, false);
      if (!details.isEmpty()) {
        invalid(errors, path.field("name"), name, details);
      }
    }
    namespace(errors, path, tree.text("namespace"), namespaced);
    generation(errors, path, tree.int64("generation", 0));
    if (!areFine(tree.value("labels"))) {
      labels(errors, path.field("labels"), tree.stringMap("labels"));
    }
    if (tree.has("annotations")) {
      annotations(errors, path.field("annotations"), tree.stringMap("annotations"));
    }
    if (rare) {
      relations(errors, path, tree);
    }
  }

  private static void relations(List<FieldError> errors, FieldPath path, Fields tree) {
    if (tree.has("ownerReferences")) {
      ownerReferences(
          errors,
          path.field("ownerReferences"),
          tree.list("ownerReferences", OwnerReference::from));
    }
    if (tree.has("finalizers")) {
      finalizers(errors, path.field("finalizers"), tree.strings("finalizers"));
    }
    if (tree.has("managedFields")) {
      ManagedFieldsRules.check(errors, path.field("managedFields"), tree);
    }
  }

  /** Returns what is wrong with metadata that are to take the place of old ones: {@code ValidateObjectMetaUpdate}. */
  public static List<FieldError> validateUpdate(FieldPath path, Fields tree, Fields oldTree) {
    List<FieldError> errors = new ArrayList<>();
    ObjectMeta metadata = ObjectMeta.from(tree);
    ObjectMeta old = ObjectMeta.from(oldTree);
    if (old.deletionTimestamp() != null) {
      noNewFinalizers(errors, path.field("finalizers"), metadata.finalizers(), old.finalizers());
    }
    if (metadata.resourceVersion() == null || metadata.resourceVersion().isEmpty()) {
      errors.add(
          FieldError.invalid(path.field("resourceVersion"), "", "must be specified for an update"));
    }
    generation(errors, path, orZero(metadata.generation()));
    if (orZero(metadata.generation()) < orZero(old.generation())) {
      errors.add(FieldError.invalid(
          path.field("generation"), orZero(metadata.generation()), "must not be decremented"));
    }
    immutable(errors, path.field("name"), metadata.nameOrEmpty(), old.nameOrEmpty(), GoText::quote);
    immutable(
        errors,
        path.field("namespace"),
        metadata.namespaceOrEmpty(),
        old.namespaceOrEmpty(),
        GoText::quote);
    immutable(errors, path.field("uid"), orEmpty(metadata.uid()), orEmpty(old.uid()), GoText::json);
    immutable(
        errors,
        path.field("creationTimestamp"),
        metadata.creationTimestamp(),
        old.creationTimestamp(),
        ObjectMetaRules::json);
    immutable(
        errors,
        path.field("deletionTimestamp"),
        metadata.deletionTimestamp(),
        old.deletionTimestamp(),
        ObjectMetaRules::json);
    immutable(
        errors,
        path.field("deletionGracePeriodSeconds"),
        metadata.deletionGracePeriodSeconds(),
        old.deletionGracePeriodSeconds(),
        String::valueOf);
    labels(errors, path.field("labels"), metadata.labels());
    annotations(errors, path.field("annotations"), metadata.annotations());
    ownerReferences(errors, path.field("ownerReferences"), metadata.ownerReferences());
    ManagedFieldsRules.check(errors, path.field("managedFields"), tree);
    return errors;
  }

  /** Adds what is wrong with labels: {@code ValidateLabels}. */
  public static void labels(List<FieldError> errors, FieldPath path, Map<String, String> labels) {
    for (Map.Entry<String, String> label : ordered(labels)) {
      invalid(errors, path, label.getKey(), LabelSyntax.keyErrors(label.getKey()));
      invalid(errors, path, label.getValue(), LabelSyntax.valueErrors(label.getValue()));
    }
  }

  /** Returns whether nothing is wrong with labels; only errors need an order. */
  private static boolean areFine(@Nullable Value labels) {
    if (!(labels instanceof MappingValue map)) {
      return true;
    }
    for (int i = 0; i < map.size(); i++) {
      boolean fine = map.value(i) instanceof ScalarValue value
          && value.isString()
          && LabelSyntax.keyErrors(map.key(i)).isEmpty()
          && LabelSyntax.valueErrors(value.text()).isEmpty();
      if (!fine) {
        return false;
      }
    }
    return true;
  }

  /** Adds what is wrong with annotations, whose keys may have capitals anywhere: {@code ValidateAnnotations}. */
  public static void annotations(
      List<FieldError> errors, FieldPath path, Map<String, String> annotations) {
    long size = 0;
    for (Map.Entry<String, String> annotation : ordered(annotations)) {
      String key = annotation.getKey();
      invalid(errors, path, key, LabelSyntax.keyErrors(key.toLowerCase(Locale.ROOT)));
      size += GoText.length(key) + GoText.length(annotation.getValue());
    }
    if (size > MAX_ANNOTATIONS_SIZE) {
      errors.add(FieldError.tooLong(path, MAX_ANNOTATIONS_SIZE));
    }
  }

  /** Adds what is wrong with finalizers: {@code ValidateFinalizers}. */
  private static void finalizers(List<FieldError> errors, FieldPath path, List<String> finalizers) {
    for (String finalizer : finalizers) {
      invalid(errors, path, finalizer, LabelSyntax.keyErrors(finalizer));
    }
    if (finalizers.contains(ORPHAN) && finalizers.contains(FOREGROUND)) {
      errors.add(FieldError.invalid(
          path, finalizers, "finalizer " + ORPHAN + " and " + FOREGROUND + " cannot be both set"));
    }
  }

  private static void noNewFinalizers(
      List<FieldError> errors, FieldPath path, List<String> finalizers, List<String> old) {
    TreeSet<String> extra = new TreeSet<>(GoText::compare);
    extra.addAll(finalizers);
    old.forEach(extra::remove);
    if (!extra.isEmpty()) {
      String list =
          extra.stream().map(GoText::quote).collect(Collectors.joining(", ", "[]string{", "}"));
      errors.add(FieldError.forbidden(
          path,
          "no new finalizers can be added if the object is being deleted, found new finalizers "
              + list));
    }
  }

  private static void namespace(
      List<FieldError> errors, FieldPath path, String namespace, boolean namespaced) {
    if (!namespaced) {
      if (!namespace.isEmpty()) {
        errors.add(FieldError.forbidden(path.field("namespace"), "not allowed on this type"));
      }
    } else if (namespace.isEmpty()) {
      errors.add(FieldError.required(path.field("namespace"), ""));
    } else {
      List<String> details = NameRule.DNS_LABEL.errors(namespace, false);
      if (!details.isEmpty()) {
        invalid(errors, path.field("namespace"), namespace, details);
      }
    }
  }

  private static void generation(List<FieldError> errors, FieldPath path, long generation) {
    if (generation < 0) {
      errors.add(FieldError.invalid(path.field("generation"), generation, NOT_NEGATIVE));
    }
  }

  private static void ownerReferences(
      List<FieldError> errors, FieldPath path, List<OwnerReference> owners) {
    String controller = null;
    for (int i = 0; i < owners.size(); i++) {
      OwnerReference owner = owners.get(i);
      ownerReference(errors, path.index(i), owner);
      if (Boolean.TRUE.equals(owner.controller())) {
        String name = owner.kind() + "/" + owner.name();
        if (controller == null) {
          controller = name;
        } else {
          String list =
              owners.stream().map(ObjectMetaRules::json).collect(Collectors.joining(",", "[", "]"));
          errors.add(FieldError.invalidPrinted(
              path,
              list,
              "Only one reference can have Controller set to true. Found \"true\" in references for "
                  + controller + " and " + name));
        }
      }
    }
  }

  private static void ownerReference(
      List<FieldError> errors, FieldPath path, OwnerReference owner) {
    String apiVersion = owner.apiVersion();
    int slash = apiVersion.indexOf('/');
    String version = apiVersion.substring(slash + 1);
    if (apiVersion.isEmpty()) {
      errors.add(FieldError.required(path.field("apiVersion"), "must not be empty"));
    } else if (version.isEmpty() || slash != apiVersion.lastIndexOf('/')) {
      errors.add(FieldError.invalid(
          path.field("apiVersion"), apiVersion, "must be <group>/<version> or <version>"));
    }
    required(errors, path.field("kind"), owner.kind());
    required(errors, path.field("name"), owner.name());
    required(errors, path.field("uid"), owner.uid());
    if (owner.kind().equals("Event") && (apiVersion.equals("v1") || apiVersion.equals("/v1"))) {
      errors.add(FieldError.invalidPrinted(
          path, json(owner), "/v1, Kind=Event is disallowed from being an owner"));
    }
  }

  private static void required(List<FieldError> errors, FieldPath path, String text) {
    if (text.isEmpty()) {
      errors.add(FieldError.required(path, "must not be empty"));
    }
  }

  private static String json(OwnerReference owner) {
    StringBuilder out = new StringBuilder("{\"apiVersion\":")
        .append(GoText.json(owner.apiVersion()))
        .append(",\"kind\":")
        .append(GoText.json(owner.kind()))
        .append(",\"name\":")
        .append(GoText.json(owner.name()))
        .append(",\"uid\":")
        .append(GoText.json(owner.uid()));
    if (owner.controller() != null) {
      out.append(",\"controller\":").append(owner.controller());
    }
    if (owner.blockOwnerDeletion() != null) {
      out.append(",\"blockOwnerDeletion\":").append(owner.blockOwnerDeletion());
    }
    return out.append('}').toString();
  }

  private static String json(@Nullable Instant time) {
    return time == null ? "null" : "\"" + time + "\"";
  }

  private static <T> void immutable(
      List<FieldError> errors,
      FieldPath path,
      @Nullable T value,
      @Nullable T old,
      Function<@Nullable T, String> print) {
    if (!Objects.equals(value, old)) {
      errors.add(FieldError.invalidPrinted(path, print.apply(value), IMMUTABLE));
    }
  }

  private static void invalid(
      List<FieldError> errors, FieldPath path, String value, List<String> details) {
    for (String detail : details) {
      errors.add(FieldError.invalid(path, value, detail));
    }
  }

  private static List<Map.Entry<String, String>> ordered(Map<String, String> map) {
    if (map.size() < 2) {
      return List.copyOf(map.entrySet());
    }
    List<Map.Entry<String, String>> entries = new ArrayList<>(map.entrySet());
    entries.sort(Map.Entry.comparingByKey(GoText::compare));
    return entries;
  }

  private static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
