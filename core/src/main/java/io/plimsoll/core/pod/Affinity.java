package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** Where the scheduler should or must place a pod. Mirrors {@code core/v1 Affinity}. */
public record Affinity(
    @Nullable NodeAffinity nodeAffinity,
    @Nullable PodAffinity podAffinity,
    @Nullable PodAntiAffinity podAntiAffinity) {

  /** Reads the record from a tree. */
  public static Affinity from(Fields fields) {
    return new Affinity(
        fields.object("nodeAffinity", NodeAffinity::from),
        fields.object("podAffinity", PodAffinity::from),
        fields.object("podAntiAffinity", PodAntiAffinity::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .nodeAffinity(nodeAffinity)
        .podAffinity(podAffinity)
        .podAntiAffinity(podAntiAffinity);
  }

  /** Makes a {@link Affinity}; what is not set is absent. */
  public static final class Builder {
    private @Nullable NodeAffinity nodeAffinity;
    private @Nullable PodAffinity podAffinity;
    private @Nullable PodAntiAffinity podAntiAffinity;

    private Builder() {}

    /** Sets {@code nodeAffinity}. */
    public Builder nodeAffinity(@Nullable NodeAffinity nodeAffinity) {
      this.nodeAffinity = nodeAffinity;
      return this;
    }

    /** Sets {@code podAffinity}. */
    public Builder podAffinity(@Nullable PodAffinity podAffinity) {
      this.podAffinity = podAffinity;
      return this;
    }

    /** Sets {@code podAntiAffinity}. */
    public Builder podAntiAffinity(@Nullable PodAntiAffinity podAntiAffinity) {
      this.podAntiAffinity = podAntiAffinity;
      return this;
    }

    /** Returns the record. */
    public Affinity build() {
      return new Affinity(nodeAffinity, podAffinity, podAntiAffinity);
    }
  }
}
