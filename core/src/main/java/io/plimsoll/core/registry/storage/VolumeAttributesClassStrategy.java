package io.plimsoll.core.registry.storage;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;

/**
 * VolumeAttributesClasses. Mirrors {@code pkg/registry/storage/volumeattributesclass/strategy.go} and {@code
 * ValidateVolumeAttributesClass} of {@code pkg/apis/storage/validation}.
 */
final class VolumeAttributesClassStrategy extends KindStrategy {

  private static final List<String> FIXED = List.of("driverName", "parameters");

  VolumeAttributesClassStrategy() {
    super("storage.k8s.io/v1", "VolumeAttributesClass", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    for (String field : FIXED) {
      if (!part.isSame(field, old)) {
        part.forbidden(field, "updates to " + field + " are forbidden.");
      }
    }
    check(part);
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    ProvisionerRules.checkName(part, "driverName");
    ProvisionerRules.checkParameters(part);
    if (part.stringMap("parameters").isEmpty()) {
      part.required("parameters", "must contain at least one key/value pair");
    }
  }
}
