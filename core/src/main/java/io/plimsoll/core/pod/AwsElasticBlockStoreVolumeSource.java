package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A disk of AWS. Mirrors {@code core/v1 AWSElasticBlockStoreVolumeSource}. */
public record AwsElasticBlockStoreVolumeSource(
    String volumeID,
    @Nullable String fsType,
    @Nullable Integer partition,
    @Nullable Boolean readOnly) {

  /** Reads the record from a tree. */
  public static AwsElasticBlockStoreVolumeSource from(Fields fields) {
    return new AwsElasticBlockStoreVolumeSource(
        fields.text("volumeID"),
        fields.string("fsType"),
        fields.int32("partition"),
        fields.bool("readOnly"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String volumeID) {
    return new Builder(volumeID);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(volumeID).fsType(fsType).partition(partition).readOnly(readOnly);
  }

  /** Makes a {@link AwsElasticBlockStoreVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String volumeID;
    private @Nullable String fsType;
    private @Nullable Integer partition;
    private @Nullable Boolean readOnly;

    private Builder(String volumeID) {
      this.volumeID = volumeID;
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
    public AwsElasticBlockStoreVolumeSource build() {
      return new AwsElasticBlockStoreVolumeSource(volumeID, fsType, partition, readOnly);
    }
  }
}
