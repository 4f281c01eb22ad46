package io.plimsoll.netpol;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Protocol;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a network plug-in does not do with policies: the API server takes every valid policy, whether or not something enforces it.
 *
 * @param name what the plug-in is called in messages
 * @param gaps what it does not do, in the order of the enum
 */
public record PluginProfile(String name, Set<Gap> gaps) {

  /** Something that a plug-in does not do. */
  public enum Gap {
    /** NetworkPolicies have no effect. */
    NETWORK_POLICY,
    /** AdminNetworkPolicies and BaselineAdminNetworkPolicies have no effect. */
    ADMIN_NETWORK_POLICY,
    /** ClusterNetworkPolicies have no effect. */
    CLUSTER_NETWORK_POLICY,
    /** What policies of any kind say about outgoing traffic has no effect. */
    EGRESS,
    /** Connections over SCTP are not filtered: all of them are let through. */
    SCTP,
    /** Of a range of ports in a NetworkPolicy only the first counts, as the documentation of NetworkPolicy says of such plug-ins. */
    END_PORT
  }

  /** A plug-in that does all that the APIs' documentation says. */
  public static final PluginProfile COMPLETE = of("the network plug-in");

  /** A plug-in that knows NetworkPolicies only: the other kinds are extensions that few plug-ins implement. */
  public static final PluginProfile NETWORK_POLICY_ONLY =
      of("the network plug-in", Gap.ADMIN_NETWORK_POLICY, Gap.CLUSTER_NETWORK_POLICY);

  /**
   * Flannel on its own, without one of the controllers that may run beside it. Its README: "the flanneld binary does not natively
   * enforce Network Policies".
   */
  public static final PluginProfile FLANNEL = nothing("Flannel");

  /** Kubenet on its own. Kubernetes' documentation of network plug-ins: it does not "of itself, implement" network policy. */
  public static final PluginProfile KUBENET = nothing("kubenet");

  public PluginProfile {
    gaps = Collections.unmodifiableSet(new TreeSet<>(gaps));
  }

  /** Returns the profile of a plug-in with these gaps. */
  public static PluginProfile of(String name, Gap... gaps) {
    return new PluginProfile(name, Set.copyOf(List.of(gaps)));
  }

  private static PluginProfile nothing(String name) {
    return new PluginProfile(
        name, EnumSet.of(Gap.NETWORK_POLICY, Gap.ADMIN_NETWORK_POLICY, Gap.CLUSTER_NETWORK_POLICY));
  }

  /** Returns the connections that the plug-in lets through, whatever the policies say. */
  ConnectionSet unfiltered() {
    return lacks(Gap.SCTP) ? ConnectionSet.of(Protocol.SCTP) : ConnectionSet.NONE;
  }

  /** Returns whether the plug-in does not do something. */
  public boolean lacks(Gap gap) {
    return gaps.contains(gap);
  }

  /** Returns whether a policy of any kind has no effect at all, because the plug-in does not know its kind. */
  public boolean ignores(ObjectRef policy) {
    return lacks(
        switch (policy.kind()) {
          case "NetworkPolicy" -> Gap.NETWORK_POLICY;
          case "ClusterNetworkPolicy" -> Gap.CLUSTER_NETWORK_POLICY;
          default -> Gap.ADMIN_NETWORK_POLICY;
        });
  }
}
