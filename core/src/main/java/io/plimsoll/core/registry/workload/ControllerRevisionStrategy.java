package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;

/**
 * ControllerRevisions. Mirrors {@code pkg/registry/apps/controllerrevision/strategy.go} and {@code ValidateControllerRevision} of
 * {@code pkg/apis/apps/validation}.
 */
final class ControllerRevisionStrategy extends KindStrategy {

  ControllerRevisionStrategy() {
    super("apps/v1", "ControllerRevision", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part);
    Value data = part.value("data");
    if (data == null || data.isNull()) {
      part.required("data", "data is mandatory");
    } else if (!(data instanceof MappingValue)) {
      part.required("data", "data must be a valid JSON object");
    }
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    check(part);
    part.immutable("data", old);
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    part.nonNegative("revision");
  }
}
