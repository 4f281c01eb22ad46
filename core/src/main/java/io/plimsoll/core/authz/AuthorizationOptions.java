package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The older flags about authorization. Mirrors {@code BuiltInAuthorizationOptions} of {@code pkg/kubeapiserver/options}.
 *
 * @param modes {@code --authorization-mode}; none means {@code AlwaysAllow}
 * @param policyFile {@code --authorization-policy-file}, or {@code null}
 * @param webhookConfigFile {@code --authorization-webhook-config-file}, or {@code null}
 * @param webhookVersion {@code --authorization-webhook-version}, by default {@code v1beta1}
 */
public record AuthorizationOptions(
    List<String> modes,
    @Nullable String policyFile,
    @Nullable String webhookConfigFile,
    String webhookVersion) {

  private static final String ABAC = "ABAC";
  private static final String WEBHOOK = AuthorizationConfiguration.WEBHOOK;

  public AuthorizationOptions {
    modes = List.copyOf(modes);
  }

  /** Returns the options of these modes, which need no files. */
  public static AuthorizationOptions ofModes(String... modes) {
    return new AuthorizationOptions(List.of(modes), null, null, SubjectAccessReviewSpec.V1BETA1);
  }

  /** Returns these options with the name of a policy file. */
  public AuthorizationOptions withPolicyFile(String path) {
    return new AuthorizationOptions(modes, path, webhookConfigFile, webhookVersion);
  }

  /** Returns these options with the name of a file that says where a webhook is. */
  public AuthorizationOptions withWebhookConfigFile(String path) {
    return new AuthorizationOptions(modes, policyFile, path, webhookVersion);
  }

  /** Returns these options with the version of the reviews that the webhook gets. */
  public AuthorizationOptions withWebhookVersion(String version) {
    return new AuthorizationOptions(modes, policyFile, webhookConfigFile, version);
  }

  /**
   * Returns why the server would not start with these options, in upstream's words and order; nothing if it would.
   *
   * @param ownTypes modes that are allowed besides upstream's
   */
  public List<String> errors(Set<String> ownTypes) {
    List<String> errors = new ArrayList<>();
    for (String mode : modes) {
      if (!AuthorizationConfiguration.TYPES.contains(mode) && !ownTypes.contains(mode)) {
        errors.add("authorization-mode " + GoText.quote(mode) + " is not a valid mode");
      }
      if (mode.equals(ABAC) && isUnset(policyFile)) {
        errors.add("authorization-mode ABAC's authorization policy file not passed");
      }
      if (mode.equals(WEBHOOK) && isUnset(webhookConfigFile)) {
        errors.add("authorization-mode Webhook's authorization config file not passed");
      }
    }
    if (!isUnset(policyFile) && !modes.contains(ABAC)) {
      errors.add("cannot specify --authorization-policy-file without mode ABAC");
    }
    if (!isUnset(webhookConfigFile) && !modes.contains(WEBHOOK)) {
      errors.add("cannot specify --authorization-webhook-config-file without mode Webhook");
    }
    if (new HashSet<>(modes).size() != modes.size()) {
      errors.add(
          "authorization-mode " + GoText.quote(modes) + " has mode specified more than once");
    }
    return errors;
  }

  private static boolean isUnset(@Nullable String path) {
    return path == null || path.isEmpty();
  }

  /**
   * Returns the configuration that the options stand for.
   *
   * @throws IllegalArgumentException if the server would not start with them, with upstream's message
   */
  public AuthorizationConfiguration toConfiguration(Set<String> ownTypes) {
    List<String> errors = errors(ownTypes);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(GoText.aggregate(errors));
    }
    List<String> completed = modes.isEmpty() ? List.of("AlwaysAllow") : modes;
    return new AuthorizationConfiguration(completed.stream()
        .map(mode -> mode.equals(WEBHOOK)
            ? new AuthorizerConfiguration(
                mode,
                "default",
                WebhookConfiguration.ofFlags(String.valueOf(webhookConfigFile), webhookVersion))
            : new AuthorizerConfiguration(mode, AuthorizationConfiguration.nameOf(mode), null))
        .toList());
  }
}
