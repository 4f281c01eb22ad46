package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import org.jspecify.annotations.Nullable;

/** A volume of OpenStack Cinder. Mirrors {@code core/v1 CinderVolumeSource}. */
public record CinderVolumeSource(
    String volumeID,
    @Nullable String fsType,
    @Nullable Boolean readOnly,
    @Nullable LocalObjectReference secretRef) {

  /** Reads the record from a tree. */
  public static CinderVolumeSource from(Fields fields) {
    return new CinderVolumeSource(
        fields.text("volumeID"),
        fields.string("fsType"),
        fields.bool("readOnly"),
        fields.object("secretRef", LocalObjectReference::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String volumeID) {
    return new Builder(volumeID);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(volumeID).fsType(fsType).readOnly(readOnly).secretRef(secretRef);
  }

  /** Makes a {@link CinderVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String volumeID;
    private @Nullable String fsType;
    private @Nullable Boolean readOnly;
    private @Nullable LocalObjectReference secretRef;

    private Builder(String volumeID) {
      this.volumeID = volumeID;
    }

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

    /** Returns the record. */
    public CinderVolumeSource build() {
      return new CinderVolumeSource(volumeID, fsType, readOnly, secretRef);
    }
  }
}
