package io.plimsoll.netpol;

import io.plimsoll.core.model.Maps;
import io.plimsoll.netpol.engine.Reading;
import java.util.Map;

/**
 * How to read what the APIs leave to the network plug-in, and how finely to list.
 *
 * @param hostNetwork what a pod in its node's network is
 * @param ipBlocks what the addresses in a NetworkPolicy match
 * @param networks what the addresses in administrators' policies match
 * @param localNode whether a pod's own node may always reach it
 * @param selfThroughService whether a pod may always reach itself through a Service
 * @param backendPorts which ports of a Service the backend of an Ingress may name
 * @param targetPorts which ports of pods a Service leads to
 * @param controller the pods that serve Ingress and Route objects and gateways
 * @param granularity what counts as one peer in lists
 * @param selfPairs whether lists have the connections among the pods of one workload
 * @param plugin what the network plug-in does not do with policies
 */
public record ConnectivityOptions(
    HostNetwork hostNetwork,
    CidrScope ipBlocks,
    CidrScope networks,
    LocalNode localNode,
    SelfThroughService selfThroughService,
    BackendPorts backendPorts,
    TargetPorts targetPorts,
    ControllerPods controller,
    Granularity granularity,
    SelfPairs selfPairs,
    PluginProfile plugin) {

  /** As the APIs' documentation reads. */
  public static final ConnectivityOptions DEFAULT = new ConnectivityOptions(
      HostNetwork.AS_NODE,
      CidrScope.OUTSIDE,
      CidrScope.EVERYWHERE,
      LocalNode.ALLOWED,
      SelfThroughService.BY_POLICY,
      BackendPorts.SERVICE,
      TargetPorts.ANY,
      ControllerPods.UNKNOWN,
      Granularity.WORKLOAD,
      SelfPairs.OMIT,
      PluginProfile.COMPLETE);

  /** As np-guard's netpol-analyzer reads. */
  public static final ConnectivityOptions NP_GUARD = new ConnectivityOptions(
      HostNetwork.AS_POD,
      CidrScope.OUTSIDE,
      CidrScope.OUTSIDE,
      LocalNode.BY_POLICY,
      SelfThroughService.ALLOWED,
      BackendPorts.SERVICE_OR_TARGET,
      TargetPorts.DECLARED,
      ControllerPods.UNKNOWN,
      Granularity.WORKLOAD,
      SelfPairs.OMIT,
      PluginProfile.COMPLETE);

  /** What a pod in its node's network is. */
  public enum HostNetwork {
    /** Its node: no selector selects it, no policy applies to it, and as a peer it is its node's address. */
    AS_NODE,
    /** An ordinary pod. */
    AS_POD
  }

  /** What a CIDR matches. */
  public enum CidrScope {
    /** Addresses outside of the pods only: what a pod's address is depends on when one looks. */
    OUTSIDE,
    /** Addresses of pods as well; a pod whose address is not known is matched by none. */
    EVERYWHERE
  }

  /** Whether a pod's own node may reach it. */
  public enum LocalNode {
    /** Always, whatever the NetworkPolicies say: the node must be able to probe its pods. */
    ALLOWED,
    /** As the policies say. */
    BY_POLICY
  }

  /** Whether a pod may reach itself through a Service. */
  public enum SelfThroughService {
    /** As the policies say. */
    BY_POLICY,
    /** Always, as by its own address. */
    ALLOWED
  }

  /** Which ports of a Service the backend of an Ingress may name. */
  public enum BackendPorts {
    /** The Service's own ports. */
    SERVICE,
    /** The Service's own ports, and those of the pods that it leads to. */
    SERVICE_OR_TARGET
  }

  /** Which ports of pods a Service leads to. */
  public enum TargetPorts {
    /** Every number that it names, and the names that containers declare. */
    ANY,
    /** Numbers, too, only if a container declares them. */
    DECLARED
  }

  /**
   * The pods that serve Ingress and Route objects and gateways: policies may select them by their labels and their namespace.
   *
   * @param namespace their namespace; if it is not among the objects, it has nothing but its name
   * @param labels their labels
   */
  public record ControllerPods(String namespace, Map<String, String> labels) {

    /** Pods of which nothing is known: without labels, in a namespace that nobody knows. */
    public static final ControllerPods UNKNOWN =
        new ControllerPods("ingress-controller-ns", Map.of());

    public ControllerPods {
      labels = Maps.copy(labels);
    }
  }

  /** What counts as one peer. */
  public enum Granularity {
    /** The pods of one controller. */
    WORKLOAD,
    /** Each pod; the pods that a template makes are one. */
    POD
  }

  /** Whether lists have the connections among the pods of one workload. */
  public enum SelfPairs {
    /** They do not. */
    OMIT,
    /** They do. */
    LIST
  }

  /** Returns a builder that starts with {@link #DEFAULT}. */
  public static Builder builder() {
    return DEFAULT.toBuilder();
  }

  /** Returns what the engine needs to know of them. */
  Reading reading() {
    return new Reading(
        hostNetwork == HostNetwork.AS_NODE,
        ipBlocks == CidrScope.EVERYWHERE,
        networks == CidrScope.EVERYWHERE,
        localNode == LocalNode.ALLOWED,
        plugin.unfiltered());
  }

  /** Returns these options for another network plug-in. */
  public ConnectivityOptions withPlugin(PluginProfile other) {
    return toBuilder().plugin(other).build();
  }

  /** Returns a builder that starts with these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Makes {@link ConnectivityOptions}. */
  public static final class Builder {
    private HostNetwork hostNetwork;
    private CidrScope ipBlocks;
    private CidrScope networks;
    private LocalNode localNode;
    private SelfThroughService selfThroughService;
    private BackendPorts backendPorts;
    private TargetPorts targetPorts;
    private ControllerPods controller;
    private Granularity granularity;
    private SelfPairs selfPairs;
    private PluginProfile plugin;

    private Builder(ConnectivityOptions options) {
      this.hostNetwork = options.hostNetwork;
      this.ipBlocks = options.ipBlocks;
      this.networks = options.networks;
      this.localNode = options.localNode;
      this.selfThroughService = options.selfThroughService;
      this.backendPorts = options.backendPorts;
      this.targetPorts = options.targetPorts;
      this.controller = options.controller;
      this.granularity = options.granularity;
      this.selfPairs = options.selfPairs;
      this.plugin = options.plugin;
    }

    /** Sets what a pod in its node's network is. */
    public Builder hostNetwork(HostNetwork hostNetwork) {
      this.hostNetwork = hostNetwork;
      return this;
    }

    /** Sets what the addresses in a NetworkPolicy match. */
    public Builder ipBlocks(CidrScope ipBlocks) {
      this.ipBlocks = ipBlocks;
      return this;
    }

    /** Sets what the {@code networks} of administrators' policies match. */
    public Builder networks(CidrScope networks) {
      this.networks = networks;
      return this;
    }

    /** Sets whether a pod's own node may always reach it. */
    public Builder localNode(LocalNode localNode) {
      this.localNode = localNode;
      return this;
    }

    /** Sets whether a pod may always reach itself through a Service. */
    public Builder selfThroughService(SelfThroughService selfThroughService) {
      this.selfThroughService = selfThroughService;
      return this;
    }

    /** Sets which ports of a Service the backend of an Ingress may name. */
    public Builder backendPorts(BackendPorts backendPorts) {
      this.backendPorts = backendPorts;
      return this;
    }

    /** Sets which ports of pods a Service leads to. */
    public Builder targetPorts(TargetPorts targetPorts) {
      this.targetPorts = targetPorts;
      return this;
    }

    /** Sets the pods that serve Ingress and Route objects and gateways. */
    public Builder controller(ControllerPods controller) {
      this.controller = controller;
      return this;
    }

    /** Sets what counts as one peer in lists. */
    public Builder granularity(Granularity granularity) {
      this.granularity = granularity;
      return this;
    }

    /** Sets whether lists have the connections among the pods of one workload. */
    public Builder selfPairs(SelfPairs selfPairs) {
      this.selfPairs = selfPairs;
      return this;
    }

    /** Sets what the network plug-in does not do with policies. */
    public Builder plugin(PluginProfile plugin) {
      this.plugin = plugin;
      return this;
    }

    /** Returns the options. */
    public ConnectivityOptions build() {
      return new ConnectivityOptions(
          hostNetwork,
          ipBlocks,
          networks,
          localNode,
          selfThroughService,
          backendPorts,
          targetPorts,
          controller,
          granularity,
          selfPairs,
          plugin);
    }
  }
}
