package io.plimsoll.core.registry.config;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Secrets. Mirrors {@code pkg/registry/core/secret/strategy.go} and {@code ValidateSecret} of {@code pkg/apis/core/validation}.
 */
final class SecretStrategy extends KindStrategy {

  private static final String OPAQUE = "Opaque";
  private static final String TLS = "kubernetes.io/tls";
  private static final String ACCOUNT_NAME = "kubernetes.io/service-account.name";

  SecretStrategy() {
    super("v1", "Secret", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> draft.setDefaultText("type", ScalarValue.of(OPAQUE)));
  }

  /** Returns the object with its {@code stringData} among its data, as conversion from the API does. */
  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return Draft.edit(object, draft -> {
      MappingValue texts = draft.object("stringData");
      for (String key : texts.keys()) {
        String base64 = DataRules.encoded(Draft.of(texts).text(key));
        draft.editOrCreate("data", data -> data.set(key, ScalarValue.of(base64)));
      }
      draft.remove("stringData");
    });
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    String type = Draft.of(old).text("type");
    return Draft.edit(
        prepareForCreate(object), draft -> draft.setDefaultText("type", ScalarValue.of(type)));
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
    part.immutable("type", old);
    DataRules.checkFrozen(part, old, List.of("data"));
    check(part);
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    Map<String, String> data = part.stringMap("data");
    long size = 0;
    for (Map.Entry<String, String> entry : MapOrder.byKey(data)) {
      DataRules.checkKey(part, "data", entry.getKey());
      size += DataRules.decoded(entry.getValue()).length;
    }
    if (size > DataRules.MOST_BYTES) {
      part.error(FieldError.tooLong(part.at("data"), DataRules.MOST_BYTES));
    }
    switch (part.text("type")) {
      case "kubernetes.io/service-account-token" -> checkAccount(part);
      case "kubernetes.io/dockercfg" -> checkJson(part, data, ".dockercfg");
      case "kubernetes.io/dockerconfigjson" -> checkJson(part, data, ".dockerconfigjson");
      case "kubernetes.io/basic-auth" -> {
        if (!data.containsKey("username") && !data.containsKey("password")) {
          require(part, Map.of(), "username");
          require(part, Map.of(), "password");
        }
      }
      case "kubernetes.io/ssh-auth" -> {
        if (DataRules.decoded(data.getOrDefault("ssh-privatekey", "")).length == 0) {
          require(part, Map.of(), "ssh-privatekey");
        }
      }
      case TLS -> {
        require(part, data, "tls.crt");
        require(part, data, "tls.key");
      }
      default -> {}
    }
  }

  private static void checkAccount(Part part) {
    Map<String, String> annotations = part.object("metadata").stringMap("annotations");
    if (annotations.getOrDefault(ACCOUNT_NAME, "").isEmpty()) {
      part.error(
          FieldError.required(FieldPath.of("metadata", "annotations").key(ACCOUNT_NAME), ""));
    }
  }

  private static void require(Part part, Map<String, String> data, String key) {
    if (!data.containsKey(key)) {
      part.error(FieldError.required(part.at("data").key(key), ""));
    }
  }

  private static void checkJson(Part part, Map<String, String> data, String key) {
    require(part, data, key);
    if (data.containsKey(key)) {
      GoText.jsonObjectError(DataRules.decoded(data.get(key)))
          .ifPresent(error -> part.error(
              FieldError.invalid(part.at("data").key(key), "<secret contents redacted>", error)));
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    Part part = part(object);
    if (!part.text("type").equals(TLS)) {
      return List.of();
    }
    Map<String, String> data = part.stringMap("data");
    String error = KeyPair.error(text(data, "tls.crt"), text(data, "tls.key"));
    return error.isEmpty() ? List.of() : List.of(error);
  }

  private static String text(Map<String, String> data, String key) {
    return new String(DataRules.decoded(data.getOrDefault(key, "")), StandardCharsets.UTF_8);
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return warningsOnCreate(object);
  }
}
