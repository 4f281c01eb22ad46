package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** What runs after a container's start and before its stop. Mirrors {@code core/v1 Lifecycle}. */
public record Lifecycle(
    @Nullable LifecycleHandler postStart,
    @Nullable LifecycleHandler preStop,
    @Nullable String stopSignal) {

  /** Reads the record from a tree. */
  public static Lifecycle from(Fields fields) {
    return new Lifecycle(
        fields.object("postStart", LifecycleHandler::from),
        fields.object("preStop", LifecycleHandler::from),
        fields.string("stopSignal"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().postStart(postStart).preStop(preStop).stopSignal(stopSignal);
  }

  /** Makes a {@link Lifecycle}; what is not set is absent. */
  public static final class Builder {
    private @Nullable LifecycleHandler postStart;
    private @Nullable LifecycleHandler preStop;
    private @Nullable String stopSignal;

    private Builder() {}

    /** Sets {@code postStart}. */
    public Builder postStart(@Nullable LifecycleHandler postStart) {
      this.postStart = postStart;
      return this;
    }

    /** Sets {@code preStop}. */
    public Builder preStop(@Nullable LifecycleHandler preStop) {
      this.preStop = preStop;
      return this;
    }

    /** Sets {@code stopSignal}. */
    public Builder stopSignal(@Nullable String stopSignal) {
      this.stopSignal = stopSignal;
      return this;
    }

    /** Returns the record. */
    public Lifecycle build() {
      return new Lifecycle(postStart, preStop, stopSignal);
    }
  }
}
