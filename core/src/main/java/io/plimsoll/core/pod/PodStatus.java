package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a pod: its phase, conditions and addresses; without the states of its containers. Mirrors {@code core/v1 PodStatus}. */
public record PodStatus(
    @Nullable String phase,
    List<PodCondition> conditions,
    @Nullable String hostIP,
    List<HostIp> hostIPs,
    @Nullable String podIP,
    List<PodIp> podIPs,
    @Nullable String qosClass,
    @Nullable Instant startTime,
    @Nullable String reason,
    @Nullable String message,
    @Nullable String nominatedNodeName,
    List<PodResourceClaimStatus> resourceClaimStatuses,
    @Nullable PodExtendedResourceClaimStatus extendedResourceClaimStatus) {

  public PodStatus {
    resourceClaimStatuses = List.copyOf(resourceClaimStatuses);
    conditions = List.copyOf(conditions);
    hostIPs = List.copyOf(hostIPs);
    podIPs = List.copyOf(podIPs);
  }

  /** Reads the record from a tree. */
  public static PodStatus from(Fields fields) {
    return new PodStatus(
        fields.string("phase"),
        fields.list("conditions", PodCondition::from),
        fields.string("hostIP"),
        fields.list("hostIPs", HostIp::from),
        fields.string("podIP"),
        fields.list("podIPs", PodIp::from),
        fields.string("qosClass"),
        fields.time("startTime"),
        fields.string("reason"),
        fields.string("message"),
        fields.string("nominatedNodeName"),
        fields.list("resourceClaimStatuses", PodResourceClaimStatus::from),
        fields.object("extendedResourceClaimStatus", PodExtendedResourceClaimStatus::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .phase(phase)
        .conditions(conditions)
        .hostIP(hostIP)
        .hostIPs(hostIPs)
        .podIP(podIP)
        .podIPs(podIPs)
        .qosClass(qosClass)
        .startTime(startTime)
        .reason(reason)
        .message(message)
        .nominatedNodeName(nominatedNodeName)
        .resourceClaimStatuses(resourceClaimStatuses)
        .extendedResourceClaimStatus(extendedResourceClaimStatus);
  }

  /** Makes a {@link PodStatus}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String phase;
    private List<PodCondition> conditions = List.of();
    private @Nullable String hostIP;
    private List<HostIp> hostIPs = List.of();
    private @Nullable String podIP;
    private List<PodIp> podIPs = List.of();
    private @Nullable String qosClass;
    private @Nullable Instant startTime;
    private @Nullable String reason;
    private @Nullable String message;
    private @Nullable String nominatedNodeName;
    private List<PodResourceClaimStatus> resourceClaimStatuses = List.of();
    private @Nullable PodExtendedResourceClaimStatus extendedResourceClaimStatus;

    private Builder() {}

    /** Sets {@code phase}. */
    public Builder phase(@Nullable String phase) {
      this.phase = phase;
      return this;
    }

    /** Sets {@code conditions}. */
    public Builder conditions(List<PodCondition> conditions) {
      this.conditions = conditions;
      return this;
    }

    /** Sets {@code conditions}. */
    public Builder conditions(PodCondition... conditions) {
      return conditions(List.of(conditions));
    }

    /** Sets {@code hostIP}. */
    public Builder hostIP(@Nullable String hostIP) {
      this.hostIP = hostIP;
      return this;
    }

    /** Sets {@code hostIPs}. */
    public Builder hostIPs(List<HostIp> hostIPs) {
      this.hostIPs = hostIPs;
      return this;
    }

    /** Sets {@code hostIPs}. */
    public Builder hostIPs(HostIp... hostIPs) {
      return hostIPs(List.of(hostIPs));
    }

    /** Sets {@code podIP}. */
    public Builder podIP(@Nullable String podIP) {
      this.podIP = podIP;
      return this;
    }

    /** Sets {@code podIPs}. */
    public Builder podIPs(List<PodIp> podIPs) {
      this.podIPs = podIPs;
      return this;
    }

    /** Sets {@code podIPs}. */
    public Builder podIPs(PodIp... podIPs) {
      return podIPs(List.of(podIPs));
    }

    /** Sets {@code qosClass}. */
    public Builder qosClass(@Nullable String qosClass) {
      this.qosClass = qosClass;
      return this;
    }

    /** Sets {@code startTime}. */
    public Builder startTime(@Nullable Instant startTime) {
      this.startTime = startTime;
      return this;
    }

    /** Sets {@code reason}. */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /** Sets {@code message}. */
    public Builder message(@Nullable String message) {
      this.message = message;
      return this;
    }

    /** Sets {@code nominatedNodeName}. */
    public Builder nominatedNodeName(@Nullable String nominatedNodeName) {
      this.nominatedNodeName = nominatedNodeName;
      return this;
    }

    /** Sets {@code resourceClaimStatuses}. */
    public Builder resourceClaimStatuses(List<PodResourceClaimStatus> resourceClaimStatuses) {
      this.resourceClaimStatuses = resourceClaimStatuses;
      return this;
    }

    /** Sets {@code resourceClaimStatuses}. */
    public Builder resourceClaimStatuses(PodResourceClaimStatus... resourceClaimStatuses) {
      return resourceClaimStatuses(List.of(resourceClaimStatuses));
    }

    /** Sets {@code extendedResourceClaimStatus}. */
    public Builder extendedResourceClaimStatus(
        @Nullable PodExtendedResourceClaimStatus extendedResourceClaimStatus) {
      this.extendedResourceClaimStatus = extendedResourceClaimStatus;
      return this;
    }

    /** Returns the record. */
    public PodStatus build() {
      return new PodStatus(
          phase,
          conditions,
          hostIP,
          hostIPs,
          podIP,
          podIPs,
          qosClass,
          startTime,
          reason,
          message,
          nominatedNodeName,
          resourceClaimStatuses,
          extendedResourceClaimStatus);
    }
  }
}
