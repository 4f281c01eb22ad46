package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Ceph file system. Mirrors {@code core/v1 CephFSVolumeSource}. */
public record CephFsVolumeSource(
    List<String> monitors,
    @Nullable String path,
    @Nullable Boolean readOnly,
    @Nullable String secretFile,
    @Nullable LocalObjectReference secretRef,
    @Nullable String user) {

  public CephFsVolumeSource {
    monitors = List.copyOf(monitors);
  }

  /** Reads the record from a tree. */
  public static CephFsVolumeSource from(Fields fields) {
    return new CephFsVolumeSource(
        fields.strings("monitors"),
        fields.string("path"),
        fields.bool("readOnly"),
        fields.string("secretFile"),
        fields.object("secretRef", LocalObjectReference::from),
        fields.string("user"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .monitors(monitors)
        .path(path)
        .readOnly(readOnly)
        .secretFile(secretFile)
        .secretRef(secretRef)
        .user(user);
  }

  /** Makes a {@link CephFsVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private List<String> monitors = List.of();
    private @Nullable String path;
    private @Nullable Boolean readOnly;
    private @Nullable String secretFile;
    private @Nullable LocalObjectReference secretRef;
    private @Nullable String user;

    private Builder() {}

    /** Sets {@code monitors}. */
    public Builder monitors(List<String> monitors) {
      this.monitors = monitors;
      return this;
    }

    /** Sets {@code monitors}. */
    public Builder monitors(String... monitors) {
      return monitors(List.of(monitors));
    }

    /** Sets {@code path}. */
    public Builder path(@Nullable String path) {
      this.path = path;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Sets {@code secretFile}. */
    public Builder secretFile(@Nullable String secretFile) {
      this.secretFile = secretFile;
      return this;
    }

    /** Sets {@code secretRef}. */
    public Builder secretRef(@Nullable LocalObjectReference secretRef) {
      this.secretRef = secretRef;
      return this;
    }

    /** Sets {@code user}. */
    public Builder user(@Nullable String user) {
      this.user = user;
      return this;
    }

    /** Returns the record. */
    public CephFsVolumeSource build() {
      return new CephFsVolumeSource(monitors, path, readOnly, secretFile, secretRef, user);
    }
  }
}
