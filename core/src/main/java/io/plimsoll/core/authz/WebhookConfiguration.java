package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.model.Fields;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an authorization webhook is asked. Mirrors {@code apiserver.config.k8s.io/v1 WebhookConfiguration} with its defaults, without
 * {@code cacheAuthorizedRequests} and {@code cacheUnauthorizedRequests}: nothing is remembered here, so that the two durations are
 * checked and otherwise of no effect.
 *
 * @param authorizedTTL how long what is allowed is remembered
 * @param unauthorizedTTL how long what is refused is remembered
 * @param timeout how long its answer is waited for
 * @param subjectAccessReviewVersion the version of the reviews it gets
 * @param matchConditionSubjectAccessReviewVersion the version of the reviews that conditions are about
 * @param failurePolicy what to do when it fails: {@code NoOpinion} or {@code Deny}
 * @param connectionInfo where it is
 * @param matchConditions the expressions, in CEL, that must be true for it to be asked
 */
public record WebhookConfiguration(
    Duration authorizedTTL,
    Duration unauthorizedTTL,
    Duration timeout,
    String subjectAccessReviewVersion,
    String matchConditionSubjectAccessReviewVersion,
    String failurePolicy,
    ConnectionInfo connectionInfo,
    List<String> matchConditions) {

  private static final Duration AUTHORIZED = Duration.ofMinutes(5);
  private static final Duration UNAUTHORIZED = Duration.ofSeconds(30);

  public WebhookConfiguration {
    matchConditions = List.copyOf(matchConditions);
  }

  /**
   * Where a webhook is. Mirrors {@code WebhookConnectionInfo}.
   *
   * @param type {@code KubeConfigFile} or {@code InClusterConfig}
   * @param kubeConfigFile the file that says where, which is never read here
   */
  public record ConnectionInfo(String type, @Nullable String kubeConfigFile) {

    static ConnectionInfo from(Fields fields) {
      return new ConnectionInfo(fields.text("type"), fields.string("kubeConfigFile"));
    }
  }

  /** Returns the webhook that the flags of an API server describe: it is asked about everything, and may fail. */
  static WebhookConfiguration ofFlags(String kubeConfigFile, String version) {
    return new WebhookConfiguration(
        AUTHORIZED,
        UNAUTHORIZED,
        Duration.ofSeconds(30),
        version,
        "",
        "NoOpinion",
        new ConnectionInfo("KubeConfigFile", kubeConfigFile),
        List.of());
  }

  static WebhookConfiguration from(Fields fields) {
    Duration authorized = duration(fields, "authorizedTTL");
    Duration unauthorized = duration(fields, "unauthorizedTTL");
    return new WebhookConfiguration(
        authorized.isZero() ? AUTHORIZED : authorized,
        unauthorized.isZero() ? UNAUTHORIZED : unauthorized,
        duration(fields, "timeout"),
        fields.text("subjectAccessReviewVersion"),
        fields.text("matchConditionSubjectAccessReviewVersion"),
        fields.text("failurePolicy"),
        fields.object("connectionInfo", ConnectionInfo::from, new ConnectionInfo("", null)),
        fields.list("matchConditions", condition -> condition.text("expression")));
  }

  private static Duration duration(Fields fields, String name) {
    String text = fields.string(name);
    return text == null
        ? Duration.ZERO
        : GoDuration.tryParse(text)
            .orElseThrow(() -> new IllegalArgumentException(GoDuration.error(text)));
  }
}
