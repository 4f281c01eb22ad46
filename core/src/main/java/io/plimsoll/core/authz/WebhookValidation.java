package io.plimsoll.core.authz;

import io.plimsoll.core.authz.WebhookConfiguration.ConnectionInfo;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.validation.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the configuration of an authorization webhook. Mirrors {@code ValidateWebhookConfiguration} of {@code
 * k8s.io/apiserver/pkg/apis/apiserver/validation}, but that files are not looked for and expressions in CEL not compiled.
 */
final class WebhookValidation {

  private static final int MOST_CONDITIONS = 64;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final FieldPath path;
  private final List<FieldError> errors = new ArrayList<>();

  private WebhookValidation(FieldPath path) {
    this.path = path;
  }

  static List<FieldError> errors(WebhookConfiguration webhook, FieldPath path) {
    WebhookValidation validation = new WebhookValidation(path);
    validation.check(webhook);
    return validation.errors;
  }

  private void check(WebhookConfiguration webhook) {
    duration("timeout", webhook.timeout(), LONGEST, "must be > 0s and <= 30s");
    duration("authorizedTTL", webhook.authorizedTTL(), null, "must be > 0s");
    duration("unauthorizedTTL", webhook.unauthorizedTTL(), null, "must be > 0s");
    oneOf("subjectAccessReviewVersion", webhook.subjectAccessReviewVersion(), "", "v1", "v1beta1");
    String conditionVersion = webhook.matchConditionSubjectAccessReviewVersion();
    if (!conditionVersion.isEmpty() || !webhook.matchConditions().isEmpty()) {
      oneOf(
          "matchConditionSubjectAccessReviewVersion",
          conditionVersion,
          "required if match conditions are specified",
          "v1");
    }
    oneOf("failurePolicy", webhook.failurePolicy(), "", "NoOpinion", "Deny");
    connection(webhook.connectionInfo());
    conditions(webhook.matchConditions());
  }

  private void duration(
      String name, Duration duration, @Nullable Duration longest, String otherwise) {
    if (duration.isZero()) {
      errors.add(FieldError.required(path.field(name), ""));
    } else if (duration.isNegative() || (longest != null && duration.compareTo(longest) > 0)) {
      errors.add(FieldError.invalid(path.field(name), GoDuration.toString(duration), otherwise));
    }
  }

  private void oneOf(String name, String value, String ifMissing, String... supported) {
    if (value.isEmpty()) {
      errors.add(FieldError.required(path.field(name), ifMissing));
    } else if (!List.of(supported).contains(value)) {
      errors.add(FieldError.notSupported(path.field(name), value, List.of(supported)));
    }
  }

  private void connection(ConnectionInfo connection) {
    FieldPath type = path.field("connectionInfo").field("type");
    FieldPath file = path.field("connectionInfo").field("kubeConfigFile");
    String name = connection.kubeConfigFile();
    switch (connection.type()) {
      case "" -> errors.add(FieldError.required(type, ""));
      case "InClusterConfig" -> {
        if (name != null) {
          errors.add(FieldError.invalid(file, name, "can only be set when type=KubeConfigFile"));
        }
      }
      case "KubeConfigFile" -> {
        if (name == null || name.isEmpty()) {
          errors.add(FieldError.required(file, ""));
        } else if (!name.startsWith("/")) {
          errors.add(FieldError.invalid(file, name, "must be an absolute path"));
        }
      }
      default ->
        errors.add(new FieldError(
            FieldError.Type.NOT_SUPPORTED,
            type,
            // Upstream shows the whole of it.
            "{\"Type\":" + GoText.json(connection.type()) + ",\"KubeConfigFile\":"
                + (name == null ? "null" : GoText.json(name)) + "}",
            "supported values: \"InClusterConfig\", \"KubeConfigFile\""));
    }
  }

  private void conditions(List<String> conditions) {
    if (conditions.size() > MOST_CONDITIONS) {
      errors.add(
          FieldError.tooMany(path.field("matchConditions"), conditions.size(), MOST_CONDITIONS));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < conditions.size(); i++) {
      FieldPath expression = path.field("matchConditions").index(i).field("expression");
      if (conditions.get(i).isBlank()) {
        errors.add(FieldError.required(expression, ""));
      } else if (!seen.add(conditions.get(i))) {
        errors.add(FieldError.duplicate(expression, conditions.get(i)));
      }
    }
  }
}
