package io.plimsoll.core.registry.workload;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class Workloads {

  private Workloads() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new DeploymentStrategy(),
        new ReplicaSetStrategy(),
        new StatefulSetStrategy(),
        new DaemonSetStrategy(),
        new JobStrategy(),
        new CronJobStrategy(),
        new ReplicationControllerStrategy(),
        new PodTemplateStrategy());
  }
}
