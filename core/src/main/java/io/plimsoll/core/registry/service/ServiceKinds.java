package io.plimsoll.core.registry.service;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class ServiceKinds {

  private ServiceKinds() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new ServiceStrategy(),
        new IngressStrategy(),
        new IngressClassStrategy(),
        new IpAddressStrategy(),
        new ServiceCidrStrategy(),
        new EndpointsStrategy(),
        new EndpointSliceStrategy());
  }
}
