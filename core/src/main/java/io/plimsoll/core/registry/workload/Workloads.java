package io.plimsoll.core.registry.workload;

import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class Workloads {

  private Workloads() {}

  /** Returns them, for a cluster that allows so much. */
  public static List<Strategy> strategies(Capabilities capabilities) {
    return List.of(
        new DeploymentStrategy(capabilities),
        new ReplicaSetStrategy(capabilities),
        new StatefulSetStrategy(capabilities),
        new DaemonSetStrategy(capabilities),
        new JobStrategy(capabilities),
        new CronJobStrategy(capabilities),
        new ReplicationControllerStrategy(capabilities),
        new PodTemplateStrategy(capabilities),
        new ControllerRevisionStrategy());
  }
}
