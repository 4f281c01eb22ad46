package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import org.jspecify.annotations.Nullable;

/** A StorageOS volume. Mirrors {@code core/v1 StorageOSVolumeSource}. */
public record StorageOsVolumeSource(
    @Nullable String fsType,
    @Nullable Boolean readOnly,
    @Nullable LocalObjectReference secretRef,
    @Nullable String volumeName,
    @Nullable String volumeNamespace) {

  /** Reads the record from a tree. */
  public static StorageOsVolumeSource from(Fields fields) {
    return new StorageOsVolumeSource(
        fields.string("fsType"),
        fields.bool("readOnly"),
        fields.object("secretRef", LocalObjectReference::from),
        fields.string("volumeName"),
        fields.string("volumeNamespace"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .fsType(fsType)
        .readOnly(readOnly)
        .secretRef(secretRef)
        .volumeName(volumeName)
        .volumeNamespace(volumeNamespace);
  }

  /** Makes a {@link StorageOsVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String fsType;
    private @Nullable Boolean readOnly;
    private @Nullable LocalObjectReference secretRef;
    private @Nullable String volumeName;
    private @Nullable String volumeNamespace;

    private Builder() {}

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Sets {@code secretRef}. */
    public Builder secretRef(@Nullable LocalObjectReference secretRef) {
      this.secretRef = secretRef;
      return this;
    }

    /** Sets {@code volumeName}. */
    public Builder volumeName(@Nullable String volumeName) {
      this.volumeName = volumeName;
      return this;
    }

    /** Sets {@code volumeNamespace}. */
    public Builder volumeNamespace(@Nullable String volumeNamespace) {
      this.volumeNamespace = volumeNamespace;
      return this;
    }

    /** Returns the record. */
    public StorageOsVolumeSource build() {
      return new StorageOsVolumeSource(fsType, readOnly, secretRef, volumeName, volumeNamespace);
    }
  }
}
