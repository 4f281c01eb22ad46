package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pod runs and how. Mirrors {@code core/v1 PodSpec}. */
public record PodSpec(
    List<Container> containers,
    @Nullable Long activeDeadlineSeconds,
    @Nullable Affinity affinity,
    @Nullable Boolean automountServiceAccountToken,
    @Nullable PodDnsConfig dnsConfig,
    @Nullable String dnsPolicy,
    @Nullable Boolean enableServiceLinks,
    List<EphemeralContainer> ephemeralContainers,
    List<EvictionResponder> evictionResponders,
    List<HostAlias> hostAliases,
    @Nullable Boolean hostIPC,
    @Nullable Boolean hostNetwork,
    @Nullable Boolean hostPID,
    @Nullable Boolean hostUsers,
    @Nullable String hostname,
    @Nullable String hostnameOverride,
    List<LocalObjectReference> imagePullSecrets,
    List<Container> initContainers,
    @Nullable String nodeName,
    Map<String, String> nodeSelector,
    @Nullable PodOs os,
    Map<String, Quantity> overhead,
    @Nullable String preemptionPolicy,
    @Nullable Integer priority,
    @Nullable String priorityClassName,
    List<PodReadinessGate> readinessGates,
    List<PodResourceClaim> resourceClaims,
    @Nullable ResourceRequirements resources,
    @Nullable String restartPolicy,
    @Nullable String runtimeClassName,
    @Nullable String schedulerName,
    List<PodSchedulingGate> schedulingGates,
    @Nullable PodSchedulingGroup schedulingGroup,
    @Nullable PodSecurityContext securityContext,
    @Nullable String serviceAccount,
    @Nullable String serviceAccountName,
    @Nullable Boolean setHostnameAsFQDN,
    @Nullable Boolean shareProcessNamespace,
    @Nullable String subdomain,
    @Nullable Long terminationGracePeriodSeconds,
    List<Toleration> tolerations,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    List<Volume> volumes) {

  /** A specification that says nothing. */
  public static final PodSpec EMPTY = builder().build();

  public PodSpec {
    containers = List.copyOf(containers);
    ephemeralContainers = List.copyOf(ephemeralContainers);
    evictionResponders = List.copyOf(evictionResponders);
    hostAliases = List.copyOf(hostAliases);
    imagePullSecrets = List.copyOf(imagePullSecrets);
    initContainers = List.copyOf(initContainers);
    nodeSelector = Maps.copy(nodeSelector);
    overhead = Maps.copy(overhead);
    readinessGates = List.copyOf(readinessGates);
    resourceClaims = List.copyOf(resourceClaims);
    schedulingGates = List.copyOf(schedulingGates);
    tolerations = List.copyOf(tolerations);
    topologySpreadConstraints = List.copyOf(topologySpreadConstraints);
    volumes = List.copyOf(volumes);
  }

  /** Reads the record from a tree. */
  public static PodSpec from(Fields fields) {
    Builder spec = builder();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.name(i);
      switch (name) {
        case "containers" -> spec.containers(fields.list(name, Container::from));
        case "activeDeadlineSeconds" -> spec.activeDeadlineSeconds(fields.int64(name));
        case "affinity" -> spec.affinity(fields.object(name, Affinity::from));
        case "automountServiceAccountToken" -> spec.automountServiceAccountToken(fields.bool(name));
        case "dnsConfig" -> spec.dnsConfig(fields.object(name, PodDnsConfig::from));
        case "dnsPolicy" -> spec.dnsPolicy(fields.string(name));
        case "enableServiceLinks" -> spec.enableServiceLinks(fields.bool(name));
        case "ephemeralContainers" ->
          spec.ephemeralContainers(fields.list(name, EphemeralContainer::from));
        case "evictionResponders" ->
          spec.evictionResponders(fields.list(name, EvictionResponder::from));
        case "hostAliases" -> spec.hostAliases(fields.list(name, HostAlias::from));
        case "hostIPC" -> spec.hostIPC(fields.bool(name));
        case "hostNetwork" -> spec.hostNetwork(fields.bool(name));
        case "hostPID" -> spec.hostPID(fields.bool(name));
        case "hostUsers" -> spec.hostUsers(fields.bool(name));
        case "hostname" -> spec.hostname(fields.string(name));
        case "hostnameOverride" -> spec.hostnameOverride(fields.string(name));
        case "imagePullSecrets" ->
          spec.imagePullSecrets(fields.list(name, LocalObjectReference::from));
        case "initContainers" -> spec.initContainers(fields.list(name, Container::from));
        case "nodeName" -> spec.nodeName(fields.string(name));
        case "nodeSelector" -> spec.nodeSelector(fields.stringMap(name));
        case "os" -> spec.os(fields.object(name, PodOs::from));
        case "overhead" -> spec.overhead(fields.quantityMap(name));
        case "preemptionPolicy" -> spec.preemptionPolicy(fields.string(name));
        case "priority" -> spec.priority(fields.int32(name));
        case "priorityClassName" -> spec.priorityClassName(fields.string(name));
        case "readinessGates" -> spec.readinessGates(fields.list(name, PodReadinessGate::from));
        case "resourceClaims" -> spec.resourceClaims(fields.list(name, PodResourceClaim::from));
        case "resources" -> spec.resources(fields.object(name, ResourceRequirements::from));
        case "restartPolicy" -> spec.restartPolicy(fields.string(name));
        case "runtimeClassName" -> spec.runtimeClassName(fields.string(name));
        case "schedulerName" -> spec.schedulerName(fields.string(name));
        case "schedulingGates" -> spec.schedulingGates(fields.list(name, PodSchedulingGate::from));
        case "schedulingGroup" ->
          spec.schedulingGroup(fields.object(name, PodSchedulingGroup::from));
        case "securityContext" ->
          spec.securityContext(fields.object(name, PodSecurityContext::from));
        case "serviceAccount" -> spec.serviceAccount(fields.string(name));
        case "serviceAccountName" -> spec.serviceAccountName(fields.string(name));
        case "setHostnameAsFQDN" -> spec.setHostnameAsFQDN(fields.bool(name));
        case "shareProcessNamespace" -> spec.shareProcessNamespace(fields.bool(name));
        case "subdomain" -> spec.subdomain(fields.string(name));
        case "terminationGracePeriodSeconds" ->
          spec.terminationGracePeriodSeconds(fields.int64(name));
        case "tolerations" -> spec.tolerations(fields.list(name, Toleration::from));
        case "topologySpreadConstraints" ->
          spec.topologySpreadConstraints(fields.list(name, TopologySpreadConstraint::from));
        case "volumes" -> spec.volumes(fields.list(name, Volume::from));
        default -> {
          // The record has nothing else.
        }
      }
    }
    return spec.build();
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .containers(containers)
        .activeDeadlineSeconds(activeDeadlineSeconds)
        .affinity(affinity)
        .automountServiceAccountToken(automountServiceAccountToken)
        .dnsConfig(dnsConfig)
        .dnsPolicy(dnsPolicy)
        .enableServiceLinks(enableServiceLinks)
        .ephemeralContainers(ephemeralContainers)
        .evictionResponders(evictionResponders)
        .hostAliases(hostAliases)
        .hostIPC(hostIPC)
        .hostNetwork(hostNetwork)
        .hostPID(hostPID)
        .hostUsers(hostUsers)
        .hostname(hostname)
        .hostnameOverride(hostnameOverride)
        .imagePullSecrets(imagePullSecrets)
        .initContainers(initContainers)
        .nodeName(nodeName)
        .nodeSelector(nodeSelector)
        .os(os)
        .overhead(overhead)
        .preemptionPolicy(preemptionPolicy)
        .priority(priority)
        .priorityClassName(priorityClassName)
        .readinessGates(readinessGates)
        .resourceClaims(resourceClaims)
        .resources(resources)
        .restartPolicy(restartPolicy)
        .runtimeClassName(runtimeClassName)
        .schedulerName(schedulerName)
        .schedulingGates(schedulingGates)
        .schedulingGroup(schedulingGroup)
        .securityContext(securityContext)
        .serviceAccount(serviceAccount)
        .serviceAccountName(serviceAccountName)
        .setHostnameAsFQDN(setHostnameAsFQDN)
        .shareProcessNamespace(shareProcessNamespace)
        .subdomain(subdomain)
        .terminationGracePeriodSeconds(terminationGracePeriodSeconds)
        .tolerations(tolerations)
        .topologySpreadConstraints(topologySpreadConstraints)
        .volumes(volumes);
  }

  /** Makes a {@link PodSpec}; what is not set is absent. */
  public static final class Builder {
    private List<Container> containers = List.of();
    private @Nullable Long activeDeadlineSeconds;
    private @Nullable Affinity affinity;
    private @Nullable Boolean automountServiceAccountToken;
    private @Nullable PodDnsConfig dnsConfig;
    private @Nullable String dnsPolicy;
    private @Nullable Boolean enableServiceLinks;
    private List<EphemeralContainer> ephemeralContainers = List.of();
    private List<EvictionResponder> evictionResponders = List.of();
    private List<HostAlias> hostAliases = List.of();
    private @Nullable Boolean hostIPC;
    private @Nullable Boolean hostNetwork;
    private @Nullable Boolean hostPID;
    private @Nullable Boolean hostUsers;
    private @Nullable String hostname;
    private @Nullable String hostnameOverride;
    private List<LocalObjectReference> imagePullSecrets = List.of();
    private List<Container> initContainers = List.of();
    private @Nullable String nodeName;
    private Map<String, String> nodeSelector = Map.of();
    private @Nullable PodOs os;
    private Map<String, Quantity> overhead = Map.of();
    private @Nullable String preemptionPolicy;
    private @Nullable Integer priority;
    private @Nullable String priorityClassName;
    private List<PodReadinessGate> readinessGates = List.of();
    private List<PodResourceClaim> resourceClaims = List.of();
    private @Nullable ResourceRequirements resources;
    private @Nullable String restartPolicy;
    private @Nullable String runtimeClassName;
    private @Nullable String schedulerName;
    private List<PodSchedulingGate> schedulingGates = List.of();
    private @Nullable PodSchedulingGroup schedulingGroup;
    private @Nullable PodSecurityContext securityContext;
    private @Nullable String serviceAccount;
    private @Nullable String serviceAccountName;
    private @Nullable Boolean setHostnameAsFQDN;
    private @Nullable Boolean shareProcessNamespace;
    private @Nullable String subdomain;
    private @Nullable Long terminationGracePeriodSeconds;
    private List<Toleration> tolerations = List.of();
    private List<TopologySpreadConstraint> topologySpreadConstraints = List.of();
    private List<Volume> volumes = List.of();

    private Builder() {}

    /** Sets {@code containers}. */
    public Builder containers(List<Container> containers) {
      this.containers = containers;
      return this;
    }

    /** Sets {@code containers}. */
    public Builder containers(Container... containers) {
      return containers(List.of(containers));
    }

    /** Sets {@code activeDeadlineSeconds}. */
    public Builder activeDeadlineSeconds(@Nullable Long activeDeadlineSeconds) {
      this.activeDeadlineSeconds = activeDeadlineSeconds;
      return this;
    }

    /** Sets {@code affinity}. */
    public Builder affinity(@Nullable Affinity affinity) {
      this.affinity = affinity;
      return this;
    }

    /** Sets {@code automountServiceAccountToken}. */
    public Builder automountServiceAccountToken(@Nullable Boolean automountServiceAccountToken) {
      this.automountServiceAccountToken = automountServiceAccountToken;
      return this;
    }

    /** Sets {@code dnsConfig}. */
    public Builder dnsConfig(@Nullable PodDnsConfig dnsConfig) {
      this.dnsConfig = dnsConfig;
      return this;
    }

    /** Sets {@code dnsPolicy}. */
    public Builder dnsPolicy(@Nullable String dnsPolicy) {
      this.dnsPolicy = dnsPolicy;
      return this;
    }

    /** Sets {@code enableServiceLinks}. */
    public Builder enableServiceLinks(@Nullable Boolean enableServiceLinks) {
      this.enableServiceLinks = enableServiceLinks;
      return this;
    }

    /** Sets {@code ephemeralContainers}. */
    public Builder ephemeralContainers(List<EphemeralContainer> ephemeralContainers) {
      this.ephemeralContainers = ephemeralContainers;
      return this;
    }

    /** Sets {@code ephemeralContainers}. */
    public Builder ephemeralContainers(EphemeralContainer... ephemeralContainers) {
      return ephemeralContainers(List.of(ephemeralContainers));
    }

    /** Sets {@code evictionResponders}. */
    public Builder evictionResponders(List<EvictionResponder> evictionResponders) {
      this.evictionResponders = evictionResponders;
      return this;
    }

    /** Sets {@code evictionResponders}. */
    public Builder evictionResponders(EvictionResponder... evictionResponders) {
      return evictionResponders(List.of(evictionResponders));
    }

    /** Sets {@code hostAliases}. */
    public Builder hostAliases(List<HostAlias> hostAliases) {
      this.hostAliases = hostAliases;
      return this;
    }

    /** Sets {@code hostAliases}. */
    public Builder hostAliases(HostAlias... hostAliases) {
      return hostAliases(List.of(hostAliases));
    }

    /** Sets {@code hostIPC}. */
    public Builder hostIPC(@Nullable Boolean hostIPC) {
      this.hostIPC = hostIPC;
      return this;
    }

    /** Sets {@code hostNetwork}. */
    public Builder hostNetwork(@Nullable Boolean hostNetwork) {
      this.hostNetwork = hostNetwork;
      return this;
    }

    /** Sets {@code hostPID}. */
    public Builder hostPID(@Nullable Boolean hostPID) {
      this.hostPID = hostPID;
      return this;
    }

    /** Sets {@code hostUsers}. */
    public Builder hostUsers(@Nullable Boolean hostUsers) {
      this.hostUsers = hostUsers;
      return this;
    }

    /** Sets {@code hostname}. */
    public Builder hostname(@Nullable String hostname) {
      this.hostname = hostname;
      return this;
    }

    /** Sets {@code hostnameOverride}. */
    public Builder hostnameOverride(@Nullable String hostnameOverride) {
      this.hostnameOverride = hostnameOverride;
      return this;
    }

    /** Sets {@code imagePullSecrets}. */
    public Builder imagePullSecrets(List<LocalObjectReference> imagePullSecrets) {
      this.imagePullSecrets = imagePullSecrets;
      return this;
    }

    /** Sets {@code imagePullSecrets}. */
    public Builder imagePullSecrets(LocalObjectReference... imagePullSecrets) {
      return imagePullSecrets(List.of(imagePullSecrets));
    }

    /** Sets {@code initContainers}. */
    public Builder initContainers(List<Container> initContainers) {
      this.initContainers = initContainers;
      return this;
    }

    /** Sets {@code initContainers}. */
    public Builder initContainers(Container... initContainers) {
      return initContainers(List.of(initContainers));
    }

    /** Sets {@code nodeName}. */
    public Builder nodeName(@Nullable String nodeName) {
      this.nodeName = nodeName;
      return this;
    }

    /** Sets {@code nodeSelector}. */
    public Builder nodeSelector(Map<String, String> nodeSelector) {
      this.nodeSelector = nodeSelector;
      return this;
    }

    /** Sets {@code os}. */
    public Builder os(@Nullable PodOs os) {
      this.os = os;
      return this;
    }

    /** Sets {@code overhead}. */
    public Builder overhead(Map<String, Quantity> overhead) {
      this.overhead = overhead;
      return this;
    }

    /** Sets {@code preemptionPolicy}. */
    public Builder preemptionPolicy(@Nullable String preemptionPolicy) {
      this.preemptionPolicy = preemptionPolicy;
      return this;
    }

    /** Sets {@code priority}. */
    public Builder priority(@Nullable Integer priority) {
      this.priority = priority;
      return this;
    }

    /** Sets {@code priorityClassName}. */
    public Builder priorityClassName(@Nullable String priorityClassName) {
      this.priorityClassName = priorityClassName;
      return this;
    }

    /** Sets {@code readinessGates}. */
    public Builder readinessGates(List<PodReadinessGate> readinessGates) {
      this.readinessGates = readinessGates;
      return this;
    }

    /** Sets {@code readinessGates}. */
    public Builder readinessGates(PodReadinessGate... readinessGates) {
      return readinessGates(List.of(readinessGates));
    }

    /** Sets {@code resourceClaims}. */
    public Builder resourceClaims(List<PodResourceClaim> resourceClaims) {
      this.resourceClaims = resourceClaims;
      return this;
    }

    /** Sets {@code resourceClaims}. */
    public Builder resourceClaims(PodResourceClaim... resourceClaims) {
      return resourceClaims(List.of(resourceClaims));
    }

    /** Sets {@code resources}. */
    public Builder resources(@Nullable ResourceRequirements resources) {
      this.resources = resources;
      return this;
    }

    /** Sets {@code restartPolicy}. */
    public Builder restartPolicy(@Nullable String restartPolicy) {
      this.restartPolicy = restartPolicy;
      return this;
    }

    /** Sets {@code runtimeClassName}. */
    public Builder runtimeClassName(@Nullable String runtimeClassName) {
      this.runtimeClassName = runtimeClassName;
      return this;
    }

    /** Sets {@code schedulerName}. */
    public Builder schedulerName(@Nullable String schedulerName) {
      this.schedulerName = schedulerName;
      return this;
    }

    /** Sets {@code schedulingGates}. */
    public Builder schedulingGates(List<PodSchedulingGate> schedulingGates) {
      this.schedulingGates = schedulingGates;
      return this;
    }

    /** Sets {@code schedulingGates}. */
    public Builder schedulingGates(PodSchedulingGate... schedulingGates) {
      return schedulingGates(List.of(schedulingGates));
    }

    /** Sets {@code schedulingGroup}. */
    public Builder schedulingGroup(@Nullable PodSchedulingGroup schedulingGroup) {
      this.schedulingGroup = schedulingGroup;
      return this;
    }

    /** Sets {@code securityContext}. */
    public Builder securityContext(@Nullable PodSecurityContext securityContext) {
      this.securityContext = securityContext;
      return this;
    }

    /** Sets {@code serviceAccount}. */
    public Builder serviceAccount(@Nullable String serviceAccount) {
      this.serviceAccount = serviceAccount;
      return this;
    }

    /** Sets {@code serviceAccountName}. */
    public Builder serviceAccountName(@Nullable String serviceAccountName) {
      this.serviceAccountName = serviceAccountName;
      return this;
    }

    /** Sets {@code setHostnameAsFQDN}. */
    public Builder setHostnameAsFQDN(@Nullable Boolean setHostnameAsFQDN) {
      this.setHostnameAsFQDN = setHostnameAsFQDN;
      return this;
    }

    /** Sets {@code shareProcessNamespace}. */
    public Builder shareProcessNamespace(@Nullable Boolean shareProcessNamespace) {
      this.shareProcessNamespace = shareProcessNamespace;
      return this;
    }

    /** Sets {@code subdomain}. */
    public Builder subdomain(@Nullable String subdomain) {
      this.subdomain = subdomain;
      return this;
    }

    /** Sets {@code terminationGracePeriodSeconds}. */
    public Builder terminationGracePeriodSeconds(@Nullable Long terminationGracePeriodSeconds) {
      this.terminationGracePeriodSeconds = terminationGracePeriodSeconds;
      return this;
    }

    /** Sets {@code tolerations}. */
    public Builder tolerations(List<Toleration> tolerations) {
      this.tolerations = tolerations;
      return this;
    }

    /** Sets {@code tolerations}. */
    public Builder tolerations(Toleration... tolerations) {
      return tolerations(List.of(tolerations));
    }

    /** Sets {@code topologySpreadConstraints}. */
    public Builder topologySpreadConstraints(
        List<TopologySpreadConstraint> topologySpreadConstraints) {
      this.topologySpreadConstraints = topologySpreadConstraints;
      return this;
    }

    /** Sets {@code topologySpreadConstraints}. */
    public Builder topologySpreadConstraints(
        TopologySpreadConstraint... topologySpreadConstraints) {
      return topologySpreadConstraints(List.of(topologySpreadConstraints));
    }

    /** Sets {@code volumes}. */
    public Builder volumes(List<Volume> volumes) {
      this.volumes = volumes;
      return this;
    }

    /** Sets {@code volumes}. */
    public Builder volumes(Volume... volumes) {
      return volumes(List.of(volumes));
    }

    /** Returns the record. */
    public PodSpec build() {
      return new PodSpec(
          containers,
          activeDeadlineSeconds,
          affinity,
          automountServiceAccountToken,
          dnsConfig,
          dnsPolicy,
          enableServiceLinks,
          ephemeralContainers,
          evictionResponders,
          hostAliases,
          hostIPC,
          hostNetwork,
          hostPID,
          hostUsers,
          hostname,
          hostnameOverride,
          imagePullSecrets,
          initContainers,
          nodeName,
          nodeSelector,
          os,
          overhead,
          preemptionPolicy,
          priority,
          priorityClassName,
          readinessGates,
          resourceClaims,
          resources,
          restartPolicy,
          runtimeClassName,
          schedulerName,
          schedulingGates,
          schedulingGroup,
          securityContext,
          serviceAccount,
          serviceAccountName,
          setHostnameAsFQDN,
          shareProcessNamespace,
          subdomain,
          terminationGracePeriodSeconds,
          tolerations,
          topologySpreadConstraints,
          volumes);
    }
  }
}
