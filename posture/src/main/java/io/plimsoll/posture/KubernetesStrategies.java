package io.plimsoll.posture;

import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.CoreStrategies;
import io.plimsoll.core.validation.Strategies;
import io.plimsoll.core.validation.Strategy;
import io.plimsoll.netpol.api.NetworkPolicyStrategy;
import io.plimsoll.rbac.RbacStrategies;
import java.util.ArrayList;
import java.util.List;

/** What an API server knows of the kinds of Kubernetes: the strategies of all modules. */
public final class KubernetesStrategies {

  private static final Strategies ALL = Strategies.of(list(Capabilities.ALL));

  private KubernetesStrategies() {}

  /** Returns the strategies, by kind, for a cluster that allows everything. */
  public static Strategies all() {
    return ALL;
  }

  /** Returns the strategies, by kind, for a cluster that allows so much. */
  static Strategies all(Capabilities capabilities) {
    return capabilities.equals(Capabilities.ALL) ? ALL : Strategies.of(list(capabilities));
  }

  private static List<Strategy> list(Capabilities capabilities) {
    List<Strategy> strategies = new ArrayList<>(CoreStrategies.all(capabilities));
    strategies.addAll(RbacStrategies.all());
    strategies.add(new NetworkPolicyStrategy());
    return strategies;
  }
}
