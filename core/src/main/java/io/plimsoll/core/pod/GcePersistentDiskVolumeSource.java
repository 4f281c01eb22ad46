package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A disk of Google Compute Engine. Mirrors {@code core/v1 GCEPersistentDiskVolumeSource}. */
public record GcePersistentDiskVolumeSource(
    String pdName,
    @Nullable String fsType,
    @Nullable Integer partition,
    @Nullable Boolean readOnly) {

  /** Reads the record from a tree. */
  public static GcePersistentDiskVolumeSource from(Fields fields) {
    return new GcePersistentDiskVolumeSource(
        fields.text("pdName"),
        fields.string("fsType"),
        fields.int32("partition"),
        fields.bool("readOnly"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String pdName) {
    return new Builder(pdName);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(pdName).fsType(fsType).partition(partition).readOnly(readOnly);
  }

  /** Makes a {@link GcePersistentDiskVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String pdName;
    private @Nullable String fsType;
    private @Nullable Integer partition;
    private @Nullable Boolean readOnly;

    private Builder(String pdName) {
      this.pdName = pdName;
    }

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code partition}. */
    public Builder partition(@Nullable Integer partition) {
      this.partition = partition;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Returns the record. */
    public GcePersistentDiskVolumeSource build() {
      return new GcePersistentDiskVolumeSource(pdName, fsType, partition, readOnly);
    }
  }
}
