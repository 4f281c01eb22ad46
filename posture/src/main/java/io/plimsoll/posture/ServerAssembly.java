package io.plimsoll.posture;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.authn.Authenticators;
import io.plimsoll.core.authz.AuthorizationConfiguration;
import io.plimsoll.core.authz.Union;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.secrets.EncryptionAtRest;
import io.plimsoll.core.secrets.EncryptionConfigurationException;
import io.plimsoll.core.validation.Strategies;
import io.plimsoll.rbac.RbacWriteAuthorization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server put together from its flags. */
final class ServerAssembly {

  private static final String ENCRYPTION = "encryption-provider-config";

  private final ServerFlags flags;
  private final Backends backends;

  ServerAssembly(ServerFlags flags, Backends backends) {
    this.flags = flags;
    this.backends = backends;
  }

  ApiServer server() {
    KnownFlags.check(flags);
    FeatureGates gates = FeatureGates.of(flags);
    new ServingOptions(flags).check();
    AuthorizationAssembly authorization = new AuthorizationAssembly(flags, backends);
    AuthorizationConfiguration configuration = authorization.configuration();
    boolean always = configuration.authorizers().stream()
        .anyMatch(authorizer -> authorizer.type().equals("AlwaysAllow"));
    AuthenticationAssembly authentication = new AuthenticationAssembly(flags, backends);
    authentication.check(gates);
    encryption();
    Authenticators authenticators = authentication.authenticators(always);
    Union authorizer = authorization.authorizer(configuration);
    Strategies strategies =
        KubernetesStrategies.all(new Capabilities(flags.isOn("allow-privileged", false)));
    ApiServer.Builder builder = ApiServer.builder()
        .authenticator(authenticators)
        .audiences(authenticators.apiAudiences())
        .authorizer(authorizer)
        .constrainedImpersonation(gates.isOn(FeatureGates.CONSTRAINED_IMPERSONATION))
        .writeAuthorizations(RbacWriteAuthorization.all())
        .plugins(new AdmissionAssembly(flags, backends).plugins(strategies))
        .strategies(strategies)
        .serviceRanges(ServiceFlags.ranges(flags));
    authentication.tokens(authenticators.apiAudiences()).ifPresent(builder::tokens);
    return builder.build();
  }

  /** Objects are not kept here, but a server that cannot read how to encrypt them does not start. */
  private void encryption() {
    Optional<String> path = flags.last(ENCRYPTION);
    if (path.isEmpty()) {
      return;
    }
    String text = flags
        .read(path.get())
        .orElseThrow(() -> new ServerStartException("error while parsing file: error while loading"
            + " file: error reading encryption provider configuration file "
            + GoText.quote(path.get()) + ": " + flags.fileError(path.get())));
    try {
      EncryptionAtRest.load(Source.of(path.get(), text));
    } catch (EncryptionConfigurationException refused) {
      throw new ServerStartException(String.valueOf(refused.getMessage()));
    }
  }

  /** Returns what flags say that has no effect here, or not any more. */
  List<String> notes() {
    KnownFlags.check(flags);
    List<String> notes = new ArrayList<>(KnownFlags.notes(flags));
    notes.addAll(FeatureGates.of(flags).notes());
    notes.addAll(new AdmissionAssembly(flags, backends).notes());
    return List.copyOf(notes);
  }
}
