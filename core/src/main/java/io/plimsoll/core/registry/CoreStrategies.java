package io.plimsoll.core.registry;

import io.plimsoll.core.registry.admissionregistration.AdmissionRegistrations;
import io.plimsoll.core.registry.autoscaling.Autoscalers;
import io.plimsoll.core.registry.config.Config;
import io.plimsoll.core.registry.extension.Extensions;
import io.plimsoll.core.registry.pod.PodStrategy;
import io.plimsoll.core.registry.policy.Policies;
import io.plimsoll.core.registry.service.ServiceKinds;
import io.plimsoll.core.registry.storage.Storage;
import io.plimsoll.core.registry.system.SystemKinds;
import io.plimsoll.core.registry.volume.Volumes;
import io.plimsoll.core.registry.workload.Workloads;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.stream.Stream;

/** The strategies of the kinds that this module knows. */
public final class CoreStrategies {

  private CoreStrategies() {}

  /** Returns them, for a cluster that allows everything. */
  public static List<Strategy> all() {
    return all(Capabilities.ALL);
  }

  /** Returns them, for a cluster that allows so much. */
  public static List<Strategy> all(Capabilities capabilities) {
    return Stream.of(
            List.<Strategy>of(new PodStrategy(capabilities)),
            AdmissionRegistrations.strategies(),
            Autoscalers.strategies(),
            Config.strategies(),
            Extensions.strategies(),
            Policies.strategies(),
            ServiceKinds.strategies(),
            Storage.strategies(),
            SystemKinds.strategies(),
            Volumes.strategies(),
            Workloads.strategies(capabilities))
        .flatMap(List::stream)
        .toList();
  }
}
