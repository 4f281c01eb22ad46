package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volume mounted into a container. Mirrors {@code core/v1 VolumeMount}. */
public record VolumeMount(
    String name,
    String mountPath,
    List<String> bindMountOptions,
    @Nullable String mountPropagation,
    @Nullable Boolean readOnly,
    @Nullable String recursiveReadOnly,
    @Nullable String subPath,
    @Nullable String subPathExpr) {

  public VolumeMount {
    bindMountOptions = List.copyOf(bindMountOptions);
  }

  /** Reads the record from a tree. */
  public static VolumeMount from(Fields fields) {
    return new VolumeMount(
        fields.text("name"),
        fields.text("mountPath"),
        fields.strings("bindMountOptions"),
        fields.string("mountPropagation"),
        fields.bool("readOnly"),
        fields.string("recursiveReadOnly"),
        fields.string("subPath"),
        fields.string("subPathExpr"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String name, String mountPath) {
    return new Builder(name, mountPath);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(name, mountPath)
        .bindMountOptions(bindMountOptions)
        .mountPropagation(mountPropagation)
        .readOnly(readOnly)
        .recursiveReadOnly(recursiveReadOnly)
        .subPath(subPath)
        .subPathExpr(subPathExpr);
  }

  /** Makes a {@link VolumeMount}; what is not set is absent. */
  public static final class Builder {
    private final String name;
    private final String mountPath;
    private List<String> bindMountOptions = List.of();
    private @Nullable String mountPropagation;
    private @Nullable Boolean readOnly;
    private @Nullable String recursiveReadOnly;
    private @Nullable String subPath;
    private @Nullable String subPathExpr;

    private Builder(String name, String mountPath) {
      this.name = name;
      this.mountPath = mountPath;
    }

    /** Sets {@code bindMountOptions}. */
    public Builder bindMountOptions(List<String> bindMountOptions) {
      this.bindMountOptions = bindMountOptions;
      return this;
    }

    /** Sets {@code bindMountOptions}. */
    public Builder bindMountOptions(String... bindMountOptions) {
      return bindMountOptions(List.of(bindMountOptions));
    }

    /** Sets {@code mountPropagation}. */
    public Builder mountPropagation(@Nullable String mountPropagation) {
      this.mountPropagation = mountPropagation;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Sets {@code recursiveReadOnly}. */
    public Builder recursiveReadOnly(@Nullable String recursiveReadOnly) {
      this.recursiveReadOnly = recursiveReadOnly;
      return this;
    }

    /** Sets {@code subPath}. */
    public Builder subPath(@Nullable String subPath) {
      this.subPath = subPath;
      return this;
    }

    /** Sets {@code subPathExpr}. */
    public Builder subPathExpr(@Nullable String subPathExpr) {
      this.subPathExpr = subPathExpr;
      return this;
    }

    /** Returns the record. */
    public VolumeMount build() {
      return new VolumeMount(
          name,
          mountPath,
          bindMountOptions,
          mountPropagation,
          readOnly,
          recursiveReadOnly,
          subPath,
          subPathExpr);
    }
  }
}
