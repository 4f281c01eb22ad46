package io.plimsoll.core.registry.service;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The port of nodes where a load balancer asks whether they have endpoints of a Service. Mirrors {@code allocHealthCheckNodePort}
 * of {@code pkg/registry/core/service/storage/alloc.go}.
 */
final class HealthCheckPort {

  private HealthCheckPort() {}

  /** Gives a Service the port if it needs one, unless it needed one before. */
  static void allocate(PortPool pool, AllocatedSpec now, Optional<AllocatedSpec> old)
      throws AllocationRefused {
    ServiceView view = now.view();
    boolean had = old.isPresent() && old.get().view().needsHealthCheck();
    if (had || !view.needsHealthCheck()) {
      return;
    }
    long asked = ServiceView.number(view.spec(), "healthCheckNodePort");
    if (asked != 0) {
      Optional<String> problem = pool.allocate(asked);
      if (problem.isPresent()) {
        throw AllocationRefused.internalError(
            "failed to allocate requested HealthCheck NodePort " + asked + ": " + problem.get());
      }
      return;
    }
    OptionalLong next = pool.next();
    if (next.isEmpty()) {
      throw AllocationRefused.internalError(
          "failed to allocate a HealthCheck NodePort 0: range is full");
    }
    now.setHealthCheckNodePort(next.getAsLong());
  }
}
