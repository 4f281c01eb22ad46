package io.plimsoll.core.registry.system;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class SystemKinds {

  private SystemKinds() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new NodeStrategy(),
        new LeaseStrategy(),
        new EventStrategy(EventFields.CORE),
        new EventStrategy(EventFields.EVENTS),
        new ClusterTrustBundleStrategy(),
        new CertificateSigningRequestStrategy(CertificateSigningRequestStrategy.Scope.WHOLE));
  }
}
