package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A taint that a pod tolerates. Mirrors {@code core/v1 Toleration}. */
public record Toleration(
    @Nullable String effect,
    @Nullable String key,
    @Nullable String operator,
    @Nullable Long tolerationSeconds,
    @Nullable String value) {

  /** Reads the record from a tree. */
  public static Toleration from(Fields fields) {
    return new Toleration(
        fields.string("effect"),
        fields.string("key"),
        fields.string("operator"),
        fields.int64("tolerationSeconds"),
        fields.string("value"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .effect(effect)
        .key(key)
        .operator(operator)
        .tolerationSeconds(tolerationSeconds)
        .value(value);
  }

  /** Makes a {@link Toleration}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String effect;
    private @Nullable String key;
    private @Nullable String operator;
    private @Nullable Long tolerationSeconds;
    private @Nullable String value;

    private Builder() {}

    /** Sets {@code effect}. */
    public Builder effect(@Nullable String effect) {
      this.effect = effect;
      return this;
    }

    /** Sets {@code key}. */
    public Builder key(@Nullable String key) {
      this.key = key;
      return this;
    }

    /** Sets {@code operator}. */
    public Builder operator(@Nullable String operator) {
      this.operator = operator;
      return this;
    }

    /** Sets {@code tolerationSeconds}. */
    public Builder tolerationSeconds(@Nullable Long tolerationSeconds) {
      this.tolerationSeconds = tolerationSeconds;
      return this;
    }

    /** Sets {@code value}. */
    public Builder value(@Nullable String value) {
      this.value = value;
      return this;
    }

    /** Returns the record. */
    public Toleration build() {
      return new Toleration(effect, key, operator, tolerationSeconds, value);
    }
  }
}
