package io.plimsoll.core.secrets;

import static io.plimsoll.core.validation.FieldError.invalid;
import static io.plimsoll.core.validation.FieldError.required;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.GoUrl;
import io.plimsoll.core.secrets.EncryptionConfiguration.KmsConfiguration;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a key management service. Mirrors {@code validateKMSConfiguration}. */
final class KmsValidation {

  private static final String V1 = "v1";
  private static final String V2 = "v2";

  private final KmsConfiguration service;
  private final FieldPath path;
  private final List<FieldError> errors = new ArrayList<>();

  private KmsValidation(KmsConfiguration service, FieldPath path) {
    this.service = service;
    this.path = path;
  }

  /**
   * Returns the errors.
   *
   * @param others the names of the services before
   */
  static List<FieldError> errors(KmsConfiguration service, FieldPath path, Set<String> others) {
    KmsValidation validation = new KmsValidation(service, path);
    validation.checkName(others);
    validation.checkTimeout();
    validation.checkEndpoint();
    validation.checkCache();
    validation.checkVersion();
    return validation.errors;
  }

  private boolean isV1() {
    return service.apiVersion().equals(V1);
  }

  private void checkName(Set<String> others) {
    FieldPath at = path.field("name");
    String name = service.name();
    if (name.isEmpty()) {
      errors.add(required(at, "name is a mandatory field for a provider"));
    }
    if (!isV1() && name.contains(":")) {
      errors.add(invalid(at, name, "invalid KMS provider name " + name + ", must not contain ':'"));
    }
    if (!isV1() && others.contains(name)) {
      errors.add(
          invalid(at, name, "duplicate KMS provider name " + name + ", names must be unique"));
    }
  }

  private void checkTimeout() {
    if (service.timeout().isNegative() || service.timeout().isZero()) {
      errors.add(invalid(
          path.field("timeout"),
          GoDuration.toString(service.timeout()),
          "timeout should be a positive value"));
    }
  }

  private void checkEndpoint() {
    FieldPath at = path.field("endpoint");
    String endpoint = service.endpoint();
    if (endpoint.isEmpty()) {
      errors.add(invalid(at, "", "endpoint is a mandatory field for a kms"));
      return;
    }
    GoUrl url = GoUrl.parse(endpoint);
    if (!url.error().isEmpty()) {
      errors.add(invalid(at, endpoint, "invalid endpoint for kms provider, error: " + url.error()));
    } else if (!url.scheme().equals("unix")) {
      errors.add(invalid(
          at,
          endpoint,
          "unsupported scheme " + GoText.quote(url.scheme())
              + " for KMS provider, only unix is supported"));
    }
  }

  private void checkCache() {
    Integer size = service.cachesize();
    FieldPath at = path.field("cachesize");
    if (!isV1() && size != null) {
      errors.add(invalid(at, size, "cachesize is not supported in v2"));
    } else if (isV1() && size != null && size == 0) {
      errors.add(invalid(at, size, "cachesize should be a positive value, or negative to disable"));
    }
  }

  private void checkVersion() {
    if (!isV1() && !service.apiVersion().equals(V2)) {
      errors.add(invalid(
          path.field("apiVersion"),
          service.apiVersion(),
          "unsupported apiVersion apiVersion for KMS provider, only v1 and v2 are supported"));
    }
  }
}
