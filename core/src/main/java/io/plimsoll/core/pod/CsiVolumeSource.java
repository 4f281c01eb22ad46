package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import io.plimsoll.core.model.Maps;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ephemeral volume of a CSI driver. Mirrors {@code core/v1 CSIVolumeSource}. */
public record CsiVolumeSource(
    String driver,
    @Nullable String fsType,
    @Nullable LocalObjectReference nodePublishSecretRef,
    @Nullable Boolean readOnly,
    Map<String, String> volumeAttributes) {

  public CsiVolumeSource {
    volumeAttributes = Maps.copy(volumeAttributes);
  }

  /** Reads the record from a tree. */
  public static CsiVolumeSource from(Fields fields) {
    return new CsiVolumeSource(
        fields.text("driver"),
        fields.string("fsType"),
        fields.object("nodePublishSecretRef", LocalObjectReference::from),
        fields.bool("readOnly"),
        fields.stringMap("volumeAttributes"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String driver) {
    return new Builder(driver);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(driver)
        .fsType(fsType)
        .nodePublishSecretRef(nodePublishSecretRef)
        .readOnly(readOnly)
        .volumeAttributes(volumeAttributes);
  }

  /** Makes a {@link CsiVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String driver;
    private @Nullable String fsType;
    private @Nullable LocalObjectReference nodePublishSecretRef;
    private @Nullable Boolean readOnly;
    private Map<String, String> volumeAttributes = Map.of();

    private Builder(String driver) {
      this.driver = driver;
    }

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code nodePublishSecretRef}. */
    public Builder nodePublishSecretRef(@Nullable LocalObjectReference nodePublishSecretRef) {
      this.nodePublishSecretRef = nodePublishSecretRef;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Sets {@code volumeAttributes}. */
    public Builder volumeAttributes(Map<String, String> volumeAttributes) {
      this.volumeAttributes = volumeAttributes;
      return this;
    }

    /** Returns the record. */
    public CsiVolumeSource build() {
      return new CsiVolumeSource(driver, fsType, nodePublishSecretRef, readOnly, volumeAttributes);
    }
  }
}
