package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** All keys of a ConfigMap or Secret as environment variables. Mirrors {@code core/v1 EnvFromSource}. */
public record EnvFromSource(
    @Nullable ConfigMapEnvSource configMapRef,
    @Nullable String prefix,
    @Nullable SecretEnvSource secretRef) {

  /** Reads the record from a tree. */
  public static EnvFromSource from(Fields fields) {
    return new EnvFromSource(
        fields.object("configMapRef", ConfigMapEnvSource::from),
        fields.string("prefix"),
        fields.object("secretRef", SecretEnvSource::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().configMapRef(configMapRef).prefix(prefix).secretRef(secretRef);
  }

  /** Makes a {@link EnvFromSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable ConfigMapEnvSource configMapRef;
    private @Nullable String prefix;
    private @Nullable SecretEnvSource secretRef;

    private Builder() {}

    /** Sets {@code configMapRef}. */
    public Builder configMapRef(@Nullable ConfigMapEnvSource configMapRef) {
      this.configMapRef = configMapRef;
      return this;
    }

    /** Sets {@code prefix}. */
    public Builder prefix(@Nullable String prefix) {
      this.prefix = prefix;
      return this;
    }

    /** Sets {@code secretRef}. */
    public Builder secretRef(@Nullable SecretEnvSource secretRef) {
      this.secretRef = secretRef;
      return this;
    }

    /** Returns the record. */
    public EnvFromSource build() {
      return new EnvFromSource(configMapRef, prefix, secretRef);
    }
  }
}
