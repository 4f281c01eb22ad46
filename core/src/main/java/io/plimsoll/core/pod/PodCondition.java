package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One aspect of a pod's state. Mirrors {@code core/v1 PodCondition}. */
public record PodCondition(
    String status,
    String type,
    @Nullable Instant lastProbeTime,
    @Nullable Instant lastTransitionTime,
    @Nullable String message,
    @Nullable Long observedGeneration,
    @Nullable String reason) {

  /** Reads the record from a tree. */
  public static PodCondition from(Fields fields) {
    return new PodCondition(
        fields.text("status"),
        fields.text("type"),
        fields.time("lastProbeTime"),
        fields.time("lastTransitionTime"),
        fields.string("message"),
        fields.int64("observedGeneration"),
        fields.string("reason"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String status, String type) {
    return new Builder(status, type);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(status, type)
        .lastProbeTime(lastProbeTime)
        .lastTransitionTime(lastTransitionTime)
        .message(message)
        .observedGeneration(observedGeneration)
        .reason(reason);
  }

  /** Makes a {@link PodCondition}; what is not set is absent. */
  public static final class Builder {
    private final String status;
    private final String type;
    private @Nullable Instant lastProbeTime;
    private @Nullable Instant lastTransitionTime;
    private @Nullable String message;
    private @Nullable Long observedGeneration;
    private @Nullable String reason;

    private Builder(String status, String type) {
      this.status = status;
      this.type = type;
    }

    /** Sets {@code lastProbeTime}. */
    public Builder lastProbeTime(@Nullable Instant lastProbeTime) {
      this.lastProbeTime = lastProbeTime;
      return this;
    }

    /** Sets {@code lastTransitionTime}. */
    public Builder lastTransitionTime(@Nullable Instant lastTransitionTime) {
      this.lastTransitionTime = lastTransitionTime;
      return this;
    }

    /** Sets {@code message}. */
    public Builder message(@Nullable String message) {
      this.message = message;
      return this;
    }

    /** Sets {@code observedGeneration}. */
    public Builder observedGeneration(@Nullable Long observedGeneration) {
      this.observedGeneration = observedGeneration;
      return this;
    }

    /** Sets {@code reason}. */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /** Returns the record. */
    public PodCondition build() {
      return new PodCondition(
          status, type, lastProbeTime, lastTransitionTime, message, observedGeneration, reason);
    }
  }
}
