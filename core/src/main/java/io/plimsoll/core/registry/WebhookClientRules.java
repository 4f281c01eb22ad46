package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoUrl;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** Where webhooks are. Mirrors {@code k8s.io/apiserver/pkg/util/webhook/validation.go}. */
public final class WebhookClientRules {

  private static final String FORM = "; desired format: https://host[/path]";

  private WebhookClientRules() {}

  /** Adds what is wrong with the URL in a field: {@code ValidateWebhookURL}. */
  public static void checkUrl(Part client, String field) {
    FieldPath path = client.at(field);
    GoUrl url = GoUrl.parse(client.text(field));
    if (!url.error().isEmpty()) {
      client.required(field, "url must be a valid URL: " + url.error() + FORM);
      return;
    }
    if (!url.scheme().equals("https")) {
      client.error(
          FieldError.invalid(path, url.scheme(), "'https' is the only allowed URL scheme" + FORM));
    }
    if (url.host().isEmpty()) {
      client.error(FieldError.invalid(path, url.host(), "host must be specified" + FORM));
    }
    if (url.hasUser()) {
      client.error(
          FieldError.invalid(path, url.user(), "user information is not permitted in the URL"));
    }
    if (!url.fragment().isEmpty()) {
      client.error(
          FieldError.invalid(path, url.fragment(), "fragments are not permitted in the URL"));
    }
    if (!url.query().isEmpty()) {
      client.error(
          FieldError.invalid(path, url.query(), "query parameters are not permitted in the URL"));
    }
  }

  /**
   * Adds what is wrong with a service: {@code ValidateWebhookService}.
   *
   * @param name the field that upstream takes for the name; it takes the two for each other where admission is configured
   * @param namespace the field that upstream takes for the namespace
   */
  public static void checkService(Part service, String name, String namespace) {
    if (service.text(name).isEmpty()) {
      service.required("name", "");
    }
    if (service.text(namespace).isEmpty()) {
      service.required("namespace", "");
    }
    List<String> portErrors = Syntax.portErrors(service.number("port"));
    if (!portErrors.isEmpty()) {
      service.invalid("port", "port is not valid: " + String.join(", ", portErrors));
    }
    checkPath(service);
  }

  private static void checkPath(Part service) {
    String path = service.text("path");
    if (path.equals("/") || path.isEmpty()) {
      return;
    }
    if (path.equals("//")) {
      service.invalid("path", List.of("segment[0] may not be empty"));
      return;
    }
    if (!path.startsWith("/")) {
      service.invalid("path", List.of("must start with a '/'"));
    }
    String checked = path.substring(path.offsetByCodePoints(0, 1));
    checked = checked.endsWith("/") ? checked.substring(0, checked.length() - 1) : checked;
    String[] segments = checked.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String start = "segment[" + i + "]";
      List<String> errors = segments[i].isEmpty()
          ? List.of(start + " may not be empty")
          : Names.dnsSubdomainErrors(segments[i]).stream()
              .map(error -> start + ": " + error)
              .toList();
      service.invalid("path", errors);
    }
  }
}
