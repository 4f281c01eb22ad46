package io.plimsoll.core.registry.storage;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;

/**
 * PersistentVolumes: their defaults, their status and their metadata; of what they say else only what the schema demands is
 * checked. Mirrors {@code pkg/registry/core/persistentvolume/strategy.go} and {@code SetDefaults_PersistentVolume}.
 */
final class PersistentVolumeStrategy extends KindStrategy {

  PersistentVolumeStrategy() {
    super("v1", "PersistentVolume", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> {
      draft.editOrCreate("status", status -> status.setDefault("phase", ScalarValue.of("Pending")));
      draft.edit("spec", spec -> {
        spec.setDefault("persistentVolumeReclaimPolicy", ScalarValue.of("Retain"));
        spec.setDefault("volumeMode", ScalarValue.of("Filesystem"));
        spec.edit("hostPath", path -> path.setDefault("type", ScalarValue.of("")));
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
    return old.get("status") == null
        ? object.without("status")
        : object.with("status", old.get("status"));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadata(part);
    checkMetadataUpdate(part, old);
    return part.errors();
  }
}
