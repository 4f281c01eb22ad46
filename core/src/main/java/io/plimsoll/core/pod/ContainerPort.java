package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A port that a container listens on. Mirrors {@code core/v1 ContainerPort}. */
public record ContainerPort(
    @Nullable Integer containerPort,
    @Nullable String name,
    @Nullable String hostIP,
    @Nullable Integer hostPort,
    @Nullable String protocol) {

  /** Reads the record from a tree. */
  public static ContainerPort from(Fields fields) {
    return new ContainerPort(
        fields.int32("containerPort"),
        fields.string("name"),
        fields.string("hostIP"),
        fields.int32("hostPort"),
        fields.string("protocol"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .containerPort(containerPort)
        .name(name)
        .hostIP(hostIP)
        .hostPort(hostPort)
        .protocol(protocol);
  }

  /** Makes a {@link ContainerPort}; what is not set is absent. */
  public static final class Builder {
    private @Nullable Integer containerPort;
    private @Nullable String name;
    private @Nullable String hostIP;
    private @Nullable Integer hostPort;
    private @Nullable String protocol;

    private Builder() {}

    /** Sets {@code containerPort}. */
    public Builder containerPort(@Nullable Integer containerPort) {
      this.containerPort = containerPort;
      return this;
    }

    /** Sets {@code name}. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** Sets {@code hostIP}. */
    public Builder hostIP(@Nullable String hostIP) {
      this.hostIP = hostIP;
      return this;
    }

    /** Sets {@code hostPort}. */
    public Builder hostPort(@Nullable Integer hostPort) {
      this.hostPort = hostPort;
      return this;
    }

    /** Sets {@code protocol}. */
    public Builder protocol(@Nullable String protocol) {
      this.protocol = protocol;
      return this;
    }

    /** Returns the record. */
    public ContainerPort build() {
      return new ContainerPort(containerPort, name, hostIP, hostPort, protocol);
    }
  }
}
