package io.plimsoll.core.registry.config;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.Map;

/**
 * ConfigMaps. Mirrors {@code pkg/registry/core/configmap/strategy.go} and {@code ValidateConfigMap} of {@code
 * pkg/apis/core/validation}.
 */
final class ConfigMapStrategy extends KindStrategy {

  ConfigMapStrategy() {
    super("v1", "ConfigMap", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> draft.setDefault("data", MappingValue.empty()));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part);
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    Map<String, String> data = part.stringMap("data");
    Map<String, String> binary = part.stringMap("binaryData");
    long size = 0;
    for (Map.Entry<String, String> entry : MapOrder.byKey(data)) {
      String key = entry.getKey();
      DataRules.checkKey(part, "data", key);
      if (binary.containsKey(key)) {
        part.error(FieldError.invalid(
            part.at("data").key(key), key, "duplicate of key present in binaryData"));
      }
      size += GoText.length(entry.getValue());
    }
    for (Map.Entry<String, String> entry : MapOrder.byKey(binary)) {
      DataRules.checkKey(part, "binaryData", entry.getKey());
      size += DataRules.decoded(entry.getValue()).length;
    }
    if (size > DataRules.MOST_BYTES) {
      part.error(FieldError.tooLong(FieldPath.ROOT.key(""), DataRules.MOST_BYTES));
    }
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    DataRules.checkFrozen(
        part,
        Draft.edit(old, draft -> draft.setDefault("data", MappingValue.empty())),
        List.of("data", "binaryData"));
    check(part);
    return part.errors();
  }
}
