package io.plimsoll.core.registry;

import io.plimsoll.core.registry.config.Config;
import io.plimsoll.core.registry.policy.Policies;
import io.plimsoll.core.registry.service.ServiceKinds;
import io.plimsoll.core.registry.storage.Storage;
import io.plimsoll.core.registry.workload.Workloads;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.stream.Stream;

/** The strategies of the kinds that this module knows, but for pods. */
public final class CoreStrategies {

  private CoreStrategies() {}

  /** Returns them. */
  public static List<Strategy> all() {
    return Stream.of(
            Config.strategies(),
            Policies.strategies(),
            ServiceKinds.strategies(),
            Storage.strategies(),
            Workloads.strategies())
        .flatMap(List::stream)
        .toList();
  }
}
