package io.plimsoll.core.registry.config;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.Map;

/**
 * ServiceAccounts. Mirrors {@code pkg/registry/core/serviceaccount/strategy.go} and {@code ValidateServiceAccount} of {@code
 * pkg/apis/core/validation}.
 */
final class ServiceAccountStrategy extends KindStrategy {

  private static final String ENFORCE = "kubernetes.io/enforce-mountable-secrets";

  ServiceAccountStrategy() {
    super("v1", "ServiceAccount", true, NameRule.DNS_SUBDOMAIN);
  }

  /** Returns the object with nothing but the names of its secrets. */
  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return Draft.edit(object, draft -> {
      List<Value> secrets = draft.items("secrets");
      if (!secrets.isEmpty()) {
        draft.set(
            "secrets",
            SequenceValue.of(secrets.stream().map(ServiceAccountStrategy::named).toList()));
      }
    });
  }

  private static Value named(Value secret) {
    String name = Fields.of(secret).text("name");
    return name.isEmpty()
        ? MappingValue.empty()
        : MappingValue.of(Map.of("name", ScalarValue.of(name)));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return prepareForCreate(object);
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
    checkMetadataUpdate(part, old);
    checkMetadata(part);
    return part.errors();
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    return metadata(object).annotations().containsKey(ENFORCE)
        ? List.of(
            "metadata.annotations[" + ENFORCE
                + "]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets")
        : List.of();
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return metadata(old).annotations().containsKey(ENFORCE) ? List.of() : warningsOnCreate(object);
  }
}
