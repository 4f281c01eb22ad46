package io.plimsoll.core.registry.policy;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class Policies {

  private Policies() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new LimitRangeStrategy(),
        new PodDisruptionBudgetStrategy(),
        new ResourceQuotaStrategy(),
        new PriorityClassStrategy(),
        new RuntimeClassStrategy());
  }
}
