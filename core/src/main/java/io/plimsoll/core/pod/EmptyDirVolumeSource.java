package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/** An empty directory that lives as long as the pod. Mirrors {@code core/v1 EmptyDirVolumeSource}. */
public record EmptyDirVolumeSource(
    @Nullable String medium,
    @Nullable Integer mode,
    @Nullable Quantity sizeLimit) {

  /** Reads the record from a tree. */
  public static EmptyDirVolumeSource from(Fields fields) {
    return new EmptyDirVolumeSource(
        fields.string("medium"), fields.int32("mode"), fields.quantity("sizeLimit"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().medium(medium).mode(mode).sizeLimit(sizeLimit);
  }

  /** Makes a {@link EmptyDirVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String medium;
    private @Nullable Integer mode;
    private @Nullable Quantity sizeLimit;

    private Builder() {}

    /** Sets {@code medium}. */
    public Builder medium(@Nullable String medium) {
      this.medium = medium;
      return this;
    }

    /** Sets {@code mode}. */
    public Builder mode(@Nullable Integer mode) {
      this.mode = mode;
      return this;
    }

    /** Sets {@code sizeLimit}. */
    public Builder sizeLimit(@Nullable Quantity sizeLimit) {
      this.sizeLimit = sizeLimit;
      return this;
    }

    /** Returns the record. */
    public EmptyDirVolumeSource build() {
      return new EmptyDirVolumeSource(medium, mode, sizeLimit);
    }
  }
}
