package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A vSphere disk. Mirrors {@code core/v1 VsphereVirtualDiskVolumeSource}. */
public record VsphereVirtualDiskVolumeSource(
    String volumePath,
    @Nullable String fsType,
    @Nullable String storagePolicyID,
    @Nullable String storagePolicyName) {

  /** Reads the record from a tree. */
  public static VsphereVirtualDiskVolumeSource from(Fields fields) {
    return new VsphereVirtualDiskVolumeSource(
        fields.text("volumePath"),
        fields.string("fsType"),
        fields.string("storagePolicyID"),
        fields.string("storagePolicyName"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String volumePath) {
    return new Builder(volumePath);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(volumePath)
        .fsType(fsType)
        .storagePolicyID(storagePolicyID)
        .storagePolicyName(storagePolicyName);
  }

  /** Makes a {@link VsphereVirtualDiskVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String volumePath;
    private @Nullable String fsType;
    private @Nullable String storagePolicyID;
    private @Nullable String storagePolicyName;

    private Builder(String volumePath) {
      this.volumePath = volumePath;
    }

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code storagePolicyID}. */
    public Builder storagePolicyID(@Nullable String storagePolicyID) {
      this.storagePolicyID = storagePolicyID;
      return this;
    }

    /** Sets {@code storagePolicyName}. */
    public Builder storagePolicyName(@Nullable String storagePolicyName) {
      this.storagePolicyName = storagePolicyName;
      return this;
    }

    /** Returns the record. */
    public VsphereVirtualDiskVolumeSource build() {
      return new VsphereVirtualDiskVolumeSource(
          volumePath, fsType, storagePolicyID, storagePolicyName);
    }
  }
}
