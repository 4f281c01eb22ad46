package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.ObjectMetaRules;
import io.plimsoll.core.validation.StatusValidation;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the strategies of kinds start from: the kind's type and names, and the rules for metadata that all kinds of Kubernetes
 * itself add to the common ones. Mirrors {@code ValidateObjectMeta} of {@code pkg/apis/core/validation}.
 */
public abstract class KindStrategy implements Strategy {

  private static final FieldPath METADATA = FieldPath.of("metadata");

  /** The finalizers without a domain that are Kubernetes' own. */
  public static final Set<String> STANDARD_FINALIZERS =
      Set.of("kubernetes", "orphan", "foregroundDeletion");

  private final String apiVersion;
  private final String kind;
  private final boolean namespaced;
  private final NameRule names;
  private final ObjectType type;
  private final Capabilities capabilities;

  /**
   * Makes the strategy of a kind.
   *
   * @throws IllegalArgumentException if Kubernetes has no such kind
   */
  protected KindStrategy(String apiVersion, String kind, boolean namespaced, NameRule names) {
    this(apiVersion, kind, namespaced, names, Capabilities.ALL);
  }

  /**
   * Makes the strategy of a kind in a cluster that allows so much.
   *
   * @throws IllegalArgumentException if Kubernetes has no such kind
   */
  protected KindStrategy(
      String apiVersion,
      String kind,
      boolean namespaced,
      NameRule names,
      Capabilities capabilities) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.namespaced = namespaced;
    this.names = names;
    this.capabilities = capabilities;
    this.type = Schema.kubernetes()
        .type(apiVersion, kind)
        .orElseThrow(
            () -> new IllegalArgumentException("not a kind: \"" + apiVersion + " " + kind + "\""));
  }

  @Override
  public final String apiVersion() {
    return apiVersion;
  }

  @Override
  public final String kind() {
    return kind;
  }

  @Override
  public final boolean namespaced() {
    return namespaced;
  }

  /** Returns what the cluster allows. */
  protected final Capabilities capabilities() {
    return capabilities;
  }

  /** Returns the type of the objects. */
  protected final ObjectType type() {
    return type;
  }

  /** Returns an object as a part to be checked. */
  protected final Part part(MappingValue object) {
    return Part.of(object, type, capabilities);
  }

  /** Adds what is wrong with an object's metadata, by the kind's rule for names. */
  protected final void checkMetadata(Part object) {
    Fields metadata = Fields.of(object.value("metadata"));
    ObjectMetaRules.check(object.errors(), METADATA, metadata, namespaced, names);
    checkFinalizers(object, metadata);
  }

  /** Adds what is wrong with metadata that are to take the place of old ones. */
  protected final void checkMetadataUpdate(Part object, MappingValue old) {
    Fields metadata = Fields.of(object.value("metadata"));
    object
        .errors()
        .addAll(ObjectMetaRules.validateUpdate(METADATA, metadata, Fields.of(old.get("metadata"))));
    checkFinalizers(object, metadata);
  }

  /** A check of a status against the one whose place it takes. */
  @FunctionalInterface
  protected interface StatusCheck {

    /** Adds what is wrong. */
    void check(Part object, Part old);
  }

  /** Returns the rules for statuses that come down to those for metadata and then a check of the object. */
  protected final Optional<StatusValidation> statuses(StatusCheck check) {
    return Optional.of((object, old) -> {
      Part part = part(object);
      checkMetadataUpdate(part, old);
      check.check(part, part(old));
      return part.errors();
    });
  }

  /** Adds which finalizers are neither Kubernetes' own nor have a domain: {@code validateKubeFinalizerName}. */
  private void checkFinalizers(Part object, Fields metadata) {
    if (!metadata.has("finalizers") || !hasStandardFinalizers()) {
      return;
    }
    List<String> finalizers = metadata.strings("finalizers");
    for (int i = 0; i < finalizers.size(); i++) {
      checkFinalizer(object, METADATA.field("finalizers").index(i), finalizers.get(i));
    }
  }

  /** Returns whether finalizers without a domain must be Kubernetes' own. */
  protected boolean hasStandardFinalizers() {
    return true;
  }

  /** Adds an error if a finalizer is neither one of Kubernetes' own nor has a domain. */
  protected static void checkFinalizer(Part object, FieldPath path, String finalizer) {
    if (finalizer.indexOf('/') < 0 && !STANDARD_FINALIZERS.contains(finalizer)) {
      object.error(FieldError.invalid(
          path, finalizer, "name is neither a standard finalizer name nor is it fully qualified"));
    }
  }

  /** Returns an object's metadata. */
  protected static ObjectMeta metadata(MappingValue object) {
    return ObjectMeta.from(Fields.of(object.get("metadata")));
  }

  /** Returns whether a field is the same in two objects of the kind: {@code apiequality.Semantic.DeepEqual}. */
  protected final boolean same(String field, MappingValue object, MappingValue old) {
    FieldType fieldType = type.field(field).orElseThrow().type();
    @Nullable Value value = object.get(field);
    return WireForm.isSame(value, old.get(field), fieldType);
  }

  /** Returns an object, of the next generation if a field is not the same as in the one it replaces. */
  protected final MappingValue withGeneration(String field, MappingValue object, MappingValue old) {
    return same(field, object, old) ? object : StatusRules.nextGeneration(object, old);
  }
}
