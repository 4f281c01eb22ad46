package io.plimsoll.posture;

import io.plimsoll.core.authz.Abac;
import io.plimsoll.core.authz.AuthorizationConfiguration;
import io.plimsoll.core.authz.AuthorizationOptions;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.authz.AuthorizerTypes;
import io.plimsoll.core.authz.SubjectAccessReviewer;
import io.plimsoll.core.authz.Union;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.rbac.RbacAuthorizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The authorizers of a server by its flags. Mirrors {@code pkg/kubeapiserver/options/authorization.go}. */
final class AuthorizationAssembly {

  private static final List<String> OLDER_FLAGS = List.of(
      "authorization-mode",
      "authorization-webhook-config-file",
      "authorization-webhook-version",
      "authorization-webhook-cache-authorized-ttl",
      "authorization-webhook-cache-unauthorized-ttl");

  private final ServerFlags flags;
  private final Backends backends;

  AuthorizationAssembly(ServerFlags flags, Backends backends) {
    this.flags = flags;
    this.backends = backends;
  }

  AuthorizationConfiguration configuration() {
    try {
      Optional<String> file = flags.file("authorization-config");
      if (file.isPresent()) {
        refuseOlderFlags();
        String name = flags.last("authorization-config").orElse("");
        return AuthorizationConfiguration.parse(
            Source.of(name, file.get()), backends.authorizers().keySet());
      }
      return options().toConfiguration(backends.authorizers().keySet());
    } catch (ServerStartException refused) {
      throw refused;
    } catch (IllegalArgumentException refused) {
      throw new ServerStartException(String.valueOf(refused.getMessage()));
    }
  }

  private void refuseOlderFlags() {
    for (String flag : OLDER_FLAGS) {
      if (flags.has(flag)) {
        throw new ServerStartException("--authorization-config can not be specified when "
            + "--authorization-mode or --authorization-webhook-* flags are defined");
      }
    }
  }

  private AuthorizationOptions options() {
    return AuthorizationOptions.ofModes(flags.list("authorization-mode").toArray(String[]::new))
        .withPolicyFile(flags.last("authorization-policy-file").orElse(""))
        .withWebhookConfigFile(flags.last("authorization-webhook-config-file").orElse(""))
        .withWebhookVersion(version());
  }

  private String version() {
    List<String> versions = flags.values("authorization-webhook-version");
    return versions.isEmpty() ? "v1beta1" : versions.get(versions.size() - 1);
  }

  Union authorizer(AuthorizationConfiguration configuration) {
    AuthorizerTypes types = AuthorizerTypes.standard().with("RBAC", new RbacAuthorizer());
    try {
      Optional<String> policy = flags.file("authorization-policy-file");
      if (policy.isPresent()) {
        String name = flags.last("authorization-policy-file").orElse("");
        types = types.with("ABAC", Abac.parse(name, policy.get()));
      }
      for (Map.Entry<String, Authorizer> own : backends.authorizers().entrySet()) {
        types = types.with(own.getKey(), own.getValue());
      }
      for (Map.Entry<String, SubjectAccessReviewer> webhook :
          backends.accessReviewers().entrySet()) {
        types = types.withWebhook(webhook.getKey(), webhook.getValue());
      }
      return types.build(configuration);
    } catch (IllegalArgumentException refused) {
      throw new ServerStartException(
          "invalid authorization config: " + String.valueOf(refused.getMessage()));
    }
  }
}
