package io.plimsoll.posture;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.authn.Authenticators;
import io.plimsoll.core.authz.AuthorizationConfiguration;
import io.plimsoll.core.authz.Union;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.validation.Strategies;
import io.plimsoll.rbac.RbacWriteAuthorization;

/** A server put together from its flags. */
final class ServerAssembly {

  private final ServerFlags flags;
  private final Backends backends;

  ServerAssembly(ServerFlags flags, Backends backends) {
    this.flags = flags;
    this.backends = backends;
  }

  ApiServer server() {
    KnownFlags.check(flags);
    FeatureGates gates = FeatureGates.of(flags);
    AuthorizationAssembly authorization = new AuthorizationAssembly(flags, backends);
    AuthorizationConfiguration configuration = authorization.configuration();
    boolean always = configuration.authorizers().stream()
        .anyMatch(authorizer -> authorizer.type().equals("AlwaysAllow"));
    AuthenticationAssembly authentication = new AuthenticationAssembly(flags, backends);
    Authenticators authenticators = authentication.authenticators(always);
    Union authorizer = authorization.authorizer(configuration);
    Strategies strategies =
        KubernetesStrategies.all(new Capabilities(flags.isOn("allow-privileged", false)));
    ApiServer.Builder builder = ApiServer.builder()
        .authenticator(authenticators)
        .audiences(authenticators.apiAudiences())
        .authorizer(authorizer)
        .constrainedImpersonation(gates.isOn("ConstrainedImpersonation", true))
        .writeAuthorizations(RbacWriteAuthorization.all())
        .plugins(new AdmissionAssembly(flags, backends).plugins(strategies))
        .strategies(strategies);
    authentication.tokens(authenticators.apiAudiences()).ifPresent(builder::tokens);
    return builder.build();
  }
}
