package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import org.jspecify.annotations.Nullable;

/** A ScaleIO volume. Mirrors {@code core/v1 ScaleIOVolumeSource}. */
public record ScaleIoVolumeSource(
    String gateway,
    @Nullable LocalObjectReference secretRef,
    String system,
    @Nullable String fsType,
    @Nullable String protectionDomain,
    @Nullable Boolean readOnly,
    @Nullable Boolean sslEnabled,
    @Nullable String storageMode,
    @Nullable String storagePool,
    @Nullable String volumeName) {

  /** Reads the record from a tree. */
  public static ScaleIoVolumeSource from(Fields fields) {
    return new ScaleIoVolumeSource(
        fields.text("gateway"),
        fields.object("secretRef", LocalObjectReference::from),
        fields.text("system"),
        fields.string("fsType"),
        fields.string("protectionDomain"),
        fields.bool("readOnly"),
        fields.bool("sslEnabled"),
        fields.string("storageMode"),
        fields.string("storagePool"),
        fields.string("volumeName"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String gateway, String system) {
    return new Builder(gateway, system);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(gateway, system)
        .secretRef(secretRef)
        .fsType(fsType)
        .protectionDomain(protectionDomain)
        .readOnly(readOnly)
        .sslEnabled(sslEnabled)
        .storageMode(storageMode)
        .storagePool(storagePool)
        .volumeName(volumeName);
  }

  /** Makes a {@link ScaleIoVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String gateway;
    private final String system;
    private @Nullable LocalObjectReference secretRef;
    private @Nullable String fsType;
    private @Nullable String protectionDomain;
    private @Nullable Boolean readOnly;
    private @Nullable Boolean sslEnabled;
    private @Nullable String storageMode;
    private @Nullable String storagePool;
    private @Nullable String volumeName;

    private Builder(String gateway, String system) {
      this.gateway = gateway;
      this.system = system;
    }

    /** Sets {@code secretRef}. */
    public Builder secretRef(@Nullable LocalObjectReference secretRef) {
      this.secretRef = secretRef;
      return this;
    }

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code protectionDomain}. */
    public Builder protectionDomain(@Nullable String protectionDomain) {
      this.protectionDomain = protectionDomain;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Sets {@code sslEnabled}. */
    public Builder sslEnabled(@Nullable Boolean sslEnabled) {
      this.sslEnabled = sslEnabled;
      return this;
    }

    /** Sets {@code storageMode}. */
    public Builder storageMode(@Nullable String storageMode) {
      this.storageMode = storageMode;
      return this;
    }

    /** Sets {@code storagePool}. */
    public Builder storagePool(@Nullable String storagePool) {
      this.storagePool = storagePool;
      return this;
    }

    /** Sets {@code volumeName}. */
    public Builder volumeName(@Nullable String volumeName) {
      this.volumeName = volumeName;
      return this;
    }

    /** Returns the record. */
    public ScaleIoVolumeSource build() {
      return new ScaleIoVolumeSource(
          gateway,
          secretRef,
          system,
          fsType,
          protectionDomain,
          readOnly,
          sslEnabled,
          storageMode,
          storagePool,
          volumeName);
    }
  }
}
