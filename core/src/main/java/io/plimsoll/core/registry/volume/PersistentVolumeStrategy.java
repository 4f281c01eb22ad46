package io.plimsoll.core.registry.volume;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.ObjectDiff;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.ResourceLists;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.pod.NodeSelectorRules;
import io.plimsoll.core.registry.pod.VolumeDefaults;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.List;
import java.util.Optional;

/**
 * PersistentVolumes. Mirrors {@code pkg/registry/core/persistentvolume/strategy.go}, {@code SetDefaults_PersistentVolume} and
 * {@code ValidatePersistentVolume} of {@code pkg/apis/core}; that labels of nodes in an affinity may be updated from beta to their
 * final names is not known.
 */
final class PersistentVolumeStrategy extends KindStrategy {

  private static final String ATTRIBUTES_CLASS = "volumeAttributesClassName";
  private static final String AFFINITY = "nodeAffinity";
  private static final String SECRET = "controllerExpandSecretRef";
  private static final String AFFINITY_IMMUTABLE =
      Messages.IMMUTABLE + ", except for updating from beta label to GA";

  private static final String SOURCE_IMMUTABLE =
      "spec.persistentvolumesource is immutable after creation\n";

  PersistentVolumeStrategy() {
    super("v1", "PersistentVolume", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> {
      draft.editOrCreate(
          "status", status -> status.setDefaultText("phase", ScalarValue.of("Pending")));
      draft.editOrCreate("spec", spec -> {
        spec.setDefaultText("persistentVolumeReclaimPolicy", ScalarValue.of("Retain"));
        spec.setDefault("volumeMode", ScalarValue.of("Filesystem"));
        ResourceLists.round(spec, "capacity");
        VolumeDefaults.setSources(spec);
      });
    });
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    String now = Fields.of(object.get("metadata")).text("creationTimestamp");
    MappingValue status = MappingValue.empty()
        .with("phase", ScalarValue.of("Pending"))
        .with("lastPhaseTransitionTime", ScalarValue.of(now));
    return object.with("status", status);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return StatusRules.keep(object, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part, false);
    return part.errors();
  }

  private void check(Part volume, boolean anyNodeLabelValue) {
    checkMetadata(volume);
    new PersistentVolumeRules(volume.object("spec"), false, anyNodeLabelValue)
        .check(volume.object("metadata").text("name"));
    PersistentVolumeSources.checkMountOptions(volume);
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part volume = part(object);
    Part before = part(old).object("spec");
    check(volume, NodeSelectorRules.hasInvalidValue(before.object(AFFINITY).object("required")));
    Part spec = volume.object("spec");
    checkSource(spec, before);
    if (!spec.isSame("volumeMode", before.tree())) {
      volume.error(FieldError.invalidPrinted(
          FieldPath.of("volumeMode"), spec.json("volumeMode"), Messages.IMMUTABLE));
    }
    if (before.has(AFFINITY) && !spec.isSame(AFFINITY, before.tree())) {
      volume.error(FieldError.invalidPrinted(
          FieldPath.of(AFFINITY), spec.json(AFFINITY), AFFINITY_IMMUTABLE));
    }
    if (before.has(ATTRIBUTES_CLASS) && !spec.has(ATTRIBUTES_CLASS)) {
      spec.forbidden(ATTRIBUTES_CLASS, "update from non-nil value to nil is forbidden");
    }
    return volume.errors();
  }

  /** The source stays; that a driver of CSI is given a secret to expand volumes with is the exception. */
  private static void checkSource(Part spec, Part before) {
    Part source = spec;
    Value csi = before.value("csi");
    if (csi instanceof MappingValue && !before.object("csi").has(SECRET) && spec.has("csi")) {
      MappingValue without = spec.object("csi").tree().without(SECRET);
      source = spec.replacedBy(spec.tree().with("csi", without));
    }
    for (String field : PersistentVolumeSources.NAMES) {
      if (!source.isSame(field, before.tree())) {
        String difference = ObjectDiff.of(
            before.json(PersistentVolumeSources.NAMES), source.json(PersistentVolumeSources.NAMES));
        spec.error(
            FieldError.forbidden(spec.at("persistentvolumesource"), SOURCE_IMMUTABLE + difference));
        return;
      }
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    return PersistentVolumeWarnings.of(part(object));
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return warningsOnCreate(object);
  }

  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> {});
  }
}
