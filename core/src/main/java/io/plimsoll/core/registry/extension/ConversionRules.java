package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.WebhookClientRules;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How custom resources get from version to version. Mirrors {@code validateCustomResourceConversion} of {@code
 * k8s.io/apiextensions-apiserver}, which has the fields of a webhook elsewhere than the API.
 */
final class ConversionRules {

  private static final List<String> STRATEGIES = List.of("None", "Webhook");
  private static final List<String> ACCEPTED = List.of("v1", "v1beta1");
  private static final String NOT_SET = "should not be set when strategy is not set to Webhook";

  private ConversionRules() {}

  static void check(Part spec) {
    if (!spec.has("conversion")) {
      return;
    }
    Part conversion = spec.object("conversion");
    String strategy = conversion.text("strategy");
    if (!strategy.equals("None") && spec.flag("preserveUnknownFields")) {
      conversion.invalid("strategy", "must be None if spec.preserveUnknownFields is true");
    }
    if (strategy.isEmpty()) {
      conversion.required("strategy", "");
    } else if (!STRATEGIES.contains(strategy)) {
      conversion.error(FieldError.notSupported(conversion.at("strategy"), strategy, STRATEGIES));
    }
    Part webhook = conversion.object("webhook");
    FieldPath client = conversion.at("webhookClientConfig");
    FieldPath versions = conversion.at("conversionReviewVersions");
    if (strategy.equals("Webhook")) {
      checkClient(webhook, client);
      checkVersions(webhook, versions);
      return;
    }
    if (webhook.has("clientConfig")) {
      conversion.error(FieldError.forbidden(client, NOT_SET));
    }
    if (!webhook.strings("conversionReviewVersions").isEmpty()) {
      conversion.error(FieldError.forbidden(versions, NOT_SET));
    }
  }

  private static void checkClient(Part webhook, FieldPath path) {
    if (!webhook.has("clientConfig")) {
      webhook.error(FieldError.required(path, "required when strategy is set to Webhook"));
      return;
    }
    Part client = webhook.object("clientConfig").under(path);
    if (client.has("url") == client.has("service")) {
      client.error(FieldError.required(path, "exactly one of url or service is required"));
    } else if (client.has("url")) {
      WebhookClientRules.checkUrl(client, "url");
    } else {
      WebhookClientRules.checkService(client.object("service"), "name", "namespace");
    }
  }

  private static void checkVersions(Part webhook, FieldPath path) {
    List<String> versions = webhook.strings("conversionReviewVersions");
    if (versions.isEmpty()) {
      webhook.error(FieldError.required(path, ""));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < versions.size(); i++) {
      String version = versions.get(i);
      FieldPath place = path.index(i);
      if (!seen.add(version)) {
        webhook.error(FieldError.invalid(place, version, "duplicate version"));
      } else {
        Names.dns1035LabelErrors(version)
            .forEach(detail -> webhook.error(FieldError.invalid(place, version, detail)));
      }
    }
    if (ACCEPTED.stream().noneMatch(versions::contains)) {
      webhook.error(FieldError.invalid(
          path, versions, "must include at least one of " + String.join(", ", ACCEPTED)));
    }
  }
}
