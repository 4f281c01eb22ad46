package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** Where an environment variable's value comes from. Mirrors {@code core/v1 EnvVarSource}. */
public record EnvVarSource(
    @Nullable ConfigMapKeySelector configMapKeyRef,
    @Nullable ObjectFieldSelector fieldRef,
    @Nullable FileKeySelector fileKeyRef,
    @Nullable ResourceFieldSelector resourceFieldRef,
    @Nullable SecretKeySelector secretKeyRef) {

  /** Reads the record from a tree. */
  public static EnvVarSource from(Fields fields) {
    return new EnvVarSource(
        fields.object("configMapKeyRef", ConfigMapKeySelector::from),
        fields.object("fieldRef", ObjectFieldSelector::from),
        fields.object("fileKeyRef", FileKeySelector::from),
        fields.object("resourceFieldRef", ResourceFieldSelector::from),
        fields.object("secretKeyRef", SecretKeySelector::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .configMapKeyRef(configMapKeyRef)
        .fieldRef(fieldRef)
        .fileKeyRef(fileKeyRef)
        .resourceFieldRef(resourceFieldRef)
        .secretKeyRef(secretKeyRef);
  }

  /** Makes a {@link EnvVarSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable ConfigMapKeySelector configMapKeyRef;
    private @Nullable ObjectFieldSelector fieldRef;
    private @Nullable FileKeySelector fileKeyRef;
    private @Nullable ResourceFieldSelector resourceFieldRef;
    private @Nullable SecretKeySelector secretKeyRef;

    private Builder() {}

    /** Sets {@code configMapKeyRef}. */
    public Builder configMapKeyRef(@Nullable ConfigMapKeySelector configMapKeyRef) {
      this.configMapKeyRef = configMapKeyRef;
      return this;
    }

    /** Sets {@code fieldRef}. */
    public Builder fieldRef(@Nullable ObjectFieldSelector fieldRef) {
      this.fieldRef = fieldRef;
      return this;
    }

    /** Sets {@code fileKeyRef}. */
    public Builder fileKeyRef(@Nullable FileKeySelector fileKeyRef) {
      this.fileKeyRef = fileKeyRef;
      return this;
    }

    /** Sets {@code resourceFieldRef}. */
    public Builder resourceFieldRef(@Nullable ResourceFieldSelector resourceFieldRef) {
      this.resourceFieldRef = resourceFieldRef;
      return this;
    }

    /** Sets {@code secretKeyRef}. */
    public Builder secretKeyRef(@Nullable SecretKeySelector secretKeyRef) {
      this.secretKeyRef = secretKeyRef;
      return this;
    }

    /** Returns the record. */
    public EnvVarSource build() {
      return new EnvVarSource(
          configMapKeyRef, fieldRef, fileKeyRef, resourceFieldRef, secretKeyRef);
    }
  }
}
