package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import io.plimsoll.core.model.Maps;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A volume of a FlexVolume driver. Mirrors {@code core/v1 FlexVolumeSource}. */
public record FlexVolumeSource(
    String driver,
    @Nullable String fsType,
    Map<String, String> options,
    @Nullable Boolean readOnly,
    @Nullable LocalObjectReference secretRef) {

  public FlexVolumeSource {
    options = Maps.copy(options);
  }

  /** Reads the record from a tree. */
  public static FlexVolumeSource from(Fields fields) {
    return new FlexVolumeSource(
        fields.text("driver"),
        fields.string("fsType"),
        fields.stringMap("options"),
        fields.bool("readOnly"),
        fields.object("secretRef", LocalObjectReference::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String driver) {
    return new Builder(driver);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(driver)
        .fsType(fsType)
        .options(options)
        .readOnly(readOnly)
        .secretRef(secretRef);
  }

  /** Makes a {@link FlexVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String driver;
    private @Nullable String fsType;
    private Map<String, String> options = Map.of();
    private @Nullable Boolean readOnly;
    private @Nullable LocalObjectReference secretRef;

    private Builder(String driver) {
      this.driver = driver;
    }

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code options}. */
    public Builder options(Map<String, String> options) {
      this.options = options;
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
    public FlexVolumeSource build() {
      return new FlexVolumeSource(driver, fsType, options, readOnly, secretRef);
    }
  }
}
