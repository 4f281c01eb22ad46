package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A call of the gRPC health service. Mirrors {@code core/v1 GRPCAction}. */
public record GrpcAction(
    @Nullable Integer port, @Nullable String mode, @Nullable String service) {

  /** Reads the record from a tree. */
  public static GrpcAction from(Fields fields) {
    return new GrpcAction(fields.int32("port"), fields.string("mode"), fields.string("service"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().port(port).mode(mode).service(service);
  }

  /** Makes a {@link GrpcAction}; what is not set is absent. */
  public static final class Builder {
    private @Nullable Integer port;
    private @Nullable String mode;
    private @Nullable String service;

    private Builder() {}

    /** Sets {@code port}. */
    public Builder port(@Nullable Integer port) {
      this.port = port;
      return this;
    }

    /** Sets {@code mode}. */
    public Builder mode(@Nullable String mode) {
      this.mode = mode;
      return this;
    }

    /** Sets {@code service}. */
    public Builder service(@Nullable String service) {
      this.service = service;
      return this;
    }

    /** Returns the record. */
    public GrpcAction build() {
      return new GrpcAction(port, mode, service);
    }
  }
}
