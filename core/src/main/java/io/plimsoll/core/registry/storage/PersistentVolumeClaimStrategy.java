package io.plimsoll.core.registry.storage;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.ObjectDiff;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.storage.ClaimSpecRules.Leniency;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PersistentVolumeClaims. Mirrors {@code pkg/registry/core/persistentvolumeclaim/strategy.go} and {@code
 * ValidatePersistentVolumeClaim} of {@code pkg/apis/core/validation}.
 */
final class PersistentVolumeClaimStrategy extends KindStrategy {

  private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";
  private static final FieldPath SPEC = FieldPath.of("spec");

  private static final String SPEC_CHANGED =
      "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n";

  PersistentVolumeClaimStrategy() {
    super("v1", "PersistentVolumeClaim", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, ClaimSpecRules::defaultClaim);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return withSources(StatusRules.reset(object), MappingValue.empty());
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return withSources(StatusRules.keep(object, old), spec(old));
  }

  private static MappingValue withSources(MappingValue object, MappingValue oldSpec) {
    MappingValue spec = spec(object);
    MappingValue changed = ClaimSpecRules.withSources(spec, oldSpec);
    return changed.equals(spec) ? object : object.with("spec", changed);
  }

  private static MappingValue spec(MappingValue object) {
    return Draft.of(object).object("spec");
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part, Leniency.NONE);
    return part.errors();
  }

  private void check(Part part, Leniency leniency) {
    checkMetadata(part);
    ClaimSpecRules.check(part.object("spec"), leniency);
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    MappingValue oldSpec = Draft.edit(spec(old), ClaimSpecRules::normalize);
    MappingValue before = old.with("spec", oldSpec);
    Part part = part(object);
    Part oldPart = part(before);
    checkMetadataUpdate(part, old);
    check(part, Leniency.of(oldPart.object("spec")));
    checkSpecUpdate(part, oldPart);
    checkSize(part, oldPart);
    if (!part.object("spec").isSame("volumeMode", oldSpec)) {
      Part spec = part.object("spec");
      part.error(FieldError.invalidPrinted(
          FieldPath.of("volumeMode"), spec.json("volumeMode"), Messages.IMMUTABLE));
    }
    checkAttributesClass(part, oldPart);
    return part.errors();
  }

  private void checkSpecUpdate(Part part, Part old) {
    Draft spec = Draft.of(part.object("spec").tree());
    Draft oldSpec = Draft.of(old.object("spec").tree());
    if (oldSpec.text("volumeName").isEmpty()) {
      copy(oldSpec, "volumeName", spec.get("volumeName"));
    }
    checkClassUpdate(part, old, spec, oldSpec);
    boolean bound = part.object("status").text("phase").equals("Bound");
    if (bound && Draft.of(spec.object("resources")).has("requests")) {
      Quantity size = storage(old, "requests");
      spec.edit(
          "resources",
          resources -> resources.edit(
              "requests",
              requests -> requests.set(
                  "storage", ScalarValue.of((size == null ? Quantity.ZERO : size).toString()))));
    }
    if (bound) {
      copy(spec, "volumeAttributesClassName", oldSpec.get("volumeAttributesClassName"));
    }
    MappingValue after = spec.build();
    MappingValue before = oldSpec.build();
    if (!WireForm.isSame(after, before, type().field("spec").orElseThrow().type())) {
      Part place = part.object("spec");
      String difference =
          ObjectDiff.of(place.replacedBy(before).json(), place.replacedBy(after).json());
      part.forbidden("spec", SPEC_CHANGED + difference);
    }
  }

  private static void copy(Draft draft, String field, @Nullable Value value) {
    if (value == null) {
      draft.remove(field);
    } else {
      draft.set(field, value);
    }
  }

  /** A class that was an annotation may become a field, and one that was not said may be said. */
  private static void checkClassUpdate(Part part, Part old, Draft spec, Draft oldSpec) {
    Map<String, String> annotations = part.object("metadata").stringMap("annotations");
    Map<String, String> oldAnnotations = old.object("metadata").stringMap("annotations");
    String said = annotations.getOrDefault(CLASS_ANNOTATION, "");
    String was = oldAnnotations.getOrDefault(CLASS_ANNOTATION, "");
    boolean hadAnnotation = oldAnnotations.containsKey(CLASS_ANNOTATION);
    boolean newClass = spec.has("storageClassName") && !oldSpec.has("storageClassName");
    boolean fromAnnotation = hadAnnotation
        && newClass
        && spec.text("storageClassName").equals(was)
        && (!annotations.containsKey(CLASS_ANNOTATION) || said.equals(was));
    if (fromAnnotation) {
      spec.remove("storageClassName");
      return;
    }
    if (!said.equals(was)) {
      part.error(FieldError.invalid(
          FieldPath.of("metadata", "annotations", CLASS_ANNOTATION), said, Messages.IMMUTABLE));
    }
    if (newClass && (!hadAnnotation || spec.text("storageClassName").equals(was))) {
      spec.remove("storageClassName");
    }
  }

  /** A claim may shrink only down to what it has. */
  private static void checkSize(Part part, Part old) {
    Quantity size = orZero(storage(part, "requests"));
    Quantity capacity = orZero(old.object("status").quantities("capacity").get("storage"));
    if (size.compareTo(orZero(storage(old, "requests"))) < 0 && size.compareTo(capacity) <= 0) {
      part.error(FieldError.forbidden(
          SPEC.field("resources").field("requests").field("storage"),
          "field can not be less than status.capacity"));
    }
  }

  private static @Nullable Quantity storage(Part claim, String field) {
    return claim.object("spec").object("resources").quantities(field).get("storage");
  }

  private static Quantity orZero(@Nullable Quantity quantity) {
    return quantity == null ? Quantity.ZERO : quantity;
  }

  private static void checkAttributesClass(Part part, Part old) {
    Part spec = part.object("spec");
    boolean applied = old.object("status").has("currentVolumeAttributesClassName");
    if (!applied || spec.isSame("volumeAttributesClassName", old.object("spec").tree())) {
      return;
    }
    if (!spec.has("volumeAttributesClassName")) {
      spec.forbidden(
          "volumeAttributesClassName",
          "update to nil is forbidden when status.currentVolumeAttributesClassName is not nil");
    } else if (spec.text("volumeAttributesClassName").isEmpty()) {
      spec.forbidden(
          "volumeAttributesClassName",
          "update to empty string is forbidden when status.currentVolumeAttributesClassName is not nil");
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>();
    if (metadata(object).annotations().containsKey(CLASS_ANNOTATION)) {
      warnings.add(FieldPath.of("metadata", "annotations").key(CLASS_ANNOTATION)
          + ": deprecated since v1.8; use \"storageClassName\" attribute instead");
    }
    warnings.addAll(ClaimSpecRules.warnings(SPEC, part(object).object("spec")));
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return warningsOnCreate(object);
  }
}
