package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A data disk of Azure. Mirrors {@code core/v1 AzureDiskVolumeSource}. */
public record AzureDiskVolumeSource(
    String diskName,
    String diskURI,
    @Nullable String cachingMode,
    @Nullable String fsType,
    @Nullable String kind,
    @Nullable Boolean readOnly) {

  /** Reads the record from a tree. */
  public static AzureDiskVolumeSource from(Fields fields) {
    return new AzureDiskVolumeSource(
        fields.text("diskName"),
        fields.text("diskURI"),
        fields.string("cachingMode"),
        fields.string("fsType"),
        fields.string("kind"),
        fields.bool("readOnly"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String diskName, String diskURI) {
    return new Builder(diskName, diskURI);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(diskName, diskURI)
        .cachingMode(cachingMode)
        .fsType(fsType)
        .kind(kind)
        .readOnly(readOnly);
  }

  /** Makes a {@link AzureDiskVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String diskName;
    private final String diskURI;
    private @Nullable String cachingMode;
    private @Nullable String fsType;
    private @Nullable String kind;
    private @Nullable Boolean readOnly;

    private Builder(String diskName, String diskURI) {
      this.diskName = diskName;
      this.diskURI = diskURI;
    }

    /** Sets {@code cachingMode}. */
    public Builder cachingMode(@Nullable String cachingMode) {
      this.cachingMode = cachingMode;
      return this;
    }

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code kind}. */
    public Builder kind(@Nullable String kind) {
      this.kind = kind;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Returns the record. */
    public AzureDiskVolumeSource build() {
      return new AzureDiskVolumeSource(diskName, diskURI, cachingMode, fsType, kind, readOnly);
    }
  }
}
