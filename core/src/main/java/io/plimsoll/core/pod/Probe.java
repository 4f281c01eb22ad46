package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A health check of a container. Mirrors {@code core/v1 Probe}. */
public record Probe(
    @Nullable ExecAction exec,
    @Nullable Integer failureThreshold,
    @Nullable GrpcAction grpc,
    @Nullable HttpGetAction httpGet,
    @Nullable Integer initialDelaySeconds,
    @Nullable Integer periodSeconds,
    @Nullable Integer successThreshold,
    @Nullable TcpSocketAction tcpSocket,
    @Nullable Long terminationGracePeriodSeconds,
    @Nullable Integer timeoutSeconds) {

  /** Reads the record from a tree. */
  public static Probe from(Fields fields) {
    return new Probe(
        fields.object("exec", ExecAction::from),
        fields.int32("failureThreshold"),
        fields.object("grpc", GrpcAction::from),
        fields.object("httpGet", HttpGetAction::from),
        fields.int32("initialDelaySeconds"),
        fields.int32("periodSeconds"),
        fields.int32("successThreshold"),
        fields.object("tcpSocket", TcpSocketAction::from),
        fields.int64("terminationGracePeriodSeconds"),
        fields.int32("timeoutSeconds"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .exec(exec)
        .failureThreshold(failureThreshold)
        .grpc(grpc)
        .httpGet(httpGet)
        .initialDelaySeconds(initialDelaySeconds)
        .periodSeconds(periodSeconds)
        .successThreshold(successThreshold)
        .tcpSocket(tcpSocket)
        .terminationGracePeriodSeconds(terminationGracePeriodSeconds)
        .timeoutSeconds(timeoutSeconds);
  }

  /** Makes a {@link Probe}; what is not set is absent. */
  public static final class Builder {
    private @Nullable ExecAction exec;
    private @Nullable Integer failureThreshold;
    private @Nullable GrpcAction grpc;
    private @Nullable HttpGetAction httpGet;
    private @Nullable Integer initialDelaySeconds;
    private @Nullable Integer periodSeconds;
    private @Nullable Integer successThreshold;
    private @Nullable TcpSocketAction tcpSocket;
    private @Nullable Long terminationGracePeriodSeconds;
    private @Nullable Integer timeoutSeconds;

    private Builder() {}

    /** Sets {@code exec}. */
    public Builder exec(@Nullable ExecAction exec) {
      this.exec = exec;
      return this;
    }

    /** Sets {@code failureThreshold}. */
    public Builder failureThreshold(@Nullable Integer failureThreshold) {
      this.failureThreshold = failureThreshold;
      return this;
    }

    /** Sets {@code grpc}. */
    public Builder grpc(@Nullable GrpcAction grpc) {
      this.grpc = grpc;
      return this;
    }

    /** Sets {@code httpGet}. */
    public Builder httpGet(@Nullable HttpGetAction httpGet) {
      this.httpGet = httpGet;
      return this;
    }

    /** Sets {@code initialDelaySeconds}. */
    public Builder initialDelaySeconds(@Nullable Integer initialDelaySeconds) {
      this.initialDelaySeconds = initialDelaySeconds;
      return this;
    }

    /** Sets {@code periodSeconds}. */
    public Builder periodSeconds(@Nullable Integer periodSeconds) {
      this.periodSeconds = periodSeconds;
      return this;
    }

    /** Sets {@code successThreshold}. */
    public Builder successThreshold(@Nullable Integer successThreshold) {
      this.successThreshold = successThreshold;
      return this;
    }

    /** Sets {@code tcpSocket}. */
    public Builder tcpSocket(@Nullable TcpSocketAction tcpSocket) {
      this.tcpSocket = tcpSocket;
      return this;
    }

    /** Sets {@code terminationGracePeriodSeconds}. */
    public Builder terminationGracePeriodSeconds(@Nullable Long terminationGracePeriodSeconds) {
      this.terminationGracePeriodSeconds = terminationGracePeriodSeconds;
      return this;
    }

    /** Sets {@code timeoutSeconds}. */
    public Builder timeoutSeconds(@Nullable Integer timeoutSeconds) {
      this.timeoutSeconds = timeoutSeconds;
      return this;
    }

    /** Returns the record. */
    public Probe build() {
      return new Probe(
          exec,
          failureThreshold,
          grpc,
          httpGet,
          initialDelaySeconds,
          periodSeconds,
          successThreshold,
          tcpSocket,
          terminationGracePeriodSeconds,
          timeoutSeconds);
    }
  }
}
