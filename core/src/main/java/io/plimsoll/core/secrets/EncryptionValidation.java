package io.plimsoll.core.secrets;

import static io.plimsoll.core.validation.FieldError.invalid;
import static io.plimsoll.core.validation.FieldError.invalidPrinted;
import static io.plimsoll.core.validation.FieldError.required;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.secrets.EncryptionConfiguration.KmsConfiguration;
import io.plimsoll.core.secrets.EncryptionConfiguration.ProviderConfiguration;
import io.plimsoll.core.secrets.EncryptionConfiguration.ResourceConfiguration;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps a server from starting with a configuration that it can decode. Mirrors {@code ValidateEncryptionConfiguration} of
 * {@code k8s.io/apiserver/pkg/apis/apiserver/validation}.
 */
final class EncryptionValidation {

  private static final FieldPath ROOT = FieldPath.of("resources");
  private static final String NONE =
      "provider does not contain any of the expected providers: KMS, AESGCM, AESCBC, Secretbox,"
          + " Identity";
  private static final String SEVERAL =
      "more than one provider specified in a single element, should split into different list"
          + " elements";

  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> services = new HashSet<>();

  private EncryptionValidation() {}

  static List<FieldError> errors(EncryptionConfiguration configuration) {
    EncryptionValidation validation = new EncryptionValidation();
    if (configuration.resources().isEmpty()) {
      validation.needsOne(ROOT, ROOT.toString());
    }
    for (int i = 0; i < configuration.resources().size(); i++) {
      validation.check(configuration.resources().get(i), ROOT.index(i));
    }
    return validation.errors;
  }

  private void needsOne(FieldPath path, String what) {
    errors.add(required(path, "at least one " + what + " is required"));
  }

  private void check(ResourceConfiguration rule, FieldPath path) {
    FieldPath resources = path.field("resources");
    FieldPath providers = path.field("providers");
    if (rule.resources().isEmpty()) {
      needsOne(resources, resources.toString());
    }
    errors.addAll(ResourceValidation.errors(rule.resources(), resources));
    if (rule.providers().isEmpty()) {
      needsOne(providers, providers.toString());
    }
    for (int i = 0; i < rule.providers().size(); i++) {
      check(rule.providers().get(i), providers.index(i));
    }
  }

  private void check(ProviderConfiguration provider, FieldPath path) {
    long parts = Stream.of(Provider.values()).filter(provider::has).count();
    if (parts != 1) {
      String detail = parts == 0 ? NONE : SEVERAL;
      errors.add(invalidPrinted(path, ProviderText.json(provider), detail));
    }
    KmsConfiguration service = provider.kms();
    if (service != null) {
      errors.addAll(KmsValidation.errors(service, path.field("kms"), services));
      services.add(service.name());
      return;
    }
    Optional<Provider> kind = provider.provider();
    if (kind.isPresent() && !kind.get().keySizes().isEmpty()) {
      FieldPath keys = path.field(kind.get().toString()).field("keys");
      check(provider.keys(kind.get()), keys, kind.get().keySizes());
    }
  }

  private void check(List<EncryptionConfiguration.Key> keys, FieldPath path, List<Integer> sizes) {
    if (keys.isEmpty()) {
      needsOne(path, "keys");
    }
    for (int i = 0; i < keys.size(); i++) {
      check(keys.get(i), path.index(i), sizes);
    }
  }

  private void check(EncryptionConfiguration.Key key, FieldPath path, List<Integer> sizes) {
    if (key.name().isEmpty()) {
      errors.add(required(path.field("name"), "name is a mandatory field for a key"));
    }
    FieldPath at = path.field("secret");
    if (key.secret().isEmpty()) {
      errors.add(required(at, "secret is a mandatory field for a key"));
      return;
    }
    Optional<byte[]> secret = GoText.base64(key.secret());
    if (secret.isEmpty()) {
      errors.add(invalid(at, "REDACTED", "secrets must be base64 encoded"));
    } else if (!sizes.contains(secret.get().length)) {
      String expected =
          sizes.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
      errors.add(invalid(
          at,
          "REDACTED",
          "secret is not of the expected length, got " + secret.get().length + ", expected one of "
              + expected));
    }
  }
}
