package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An iSCSI disk. Mirrors {@code core/v1 ISCSIVolumeSource}. */
public record IscsiVolumeSource(
    String iqn,
    @Nullable Integer lun,
    String targetPortal,
    @Nullable Boolean chapAuthDiscovery,
    @Nullable Boolean chapAuthSession,
    @Nullable String fsType,
    @Nullable String initiatorName,
    @Nullable String iscsiInterface,
    List<String> portals,
    @Nullable Boolean readOnly,
    @Nullable LocalObjectReference secretRef) {

  public IscsiVolumeSource {
    portals = List.copyOf(portals);
  }

  /** Reads the record from a tree. */
  public static IscsiVolumeSource from(Fields fields) {
    return new IscsiVolumeSource(
        fields.text("iqn"),
        fields.int32("lun"),
        fields.text("targetPortal"),
        fields.bool("chapAuthDiscovery"),
        fields.bool("chapAuthSession"),
        fields.string("fsType"),
        fields.string("initiatorName"),
        fields.string("iscsiInterface"),
        fields.strings("portals"),
        fields.bool("readOnly"),
        fields.object("secretRef", LocalObjectReference::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String iqn, String targetPortal) {
    return new Builder(iqn, targetPortal);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(iqn, targetPortal)
        .lun(lun)
        .chapAuthDiscovery(chapAuthDiscovery)
        .chapAuthSession(chapAuthSession)
        .fsType(fsType)
        .initiatorName(initiatorName)
        .iscsiInterface(iscsiInterface)
        .portals(portals)
        .readOnly(readOnly)
        .secretRef(secretRef);
  }

  /** Makes a {@link IscsiVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String iqn;
    private final String targetPortal;
    private @Nullable Integer lun;
    private @Nullable Boolean chapAuthDiscovery;
    private @Nullable Boolean chapAuthSession;
    private @Nullable String fsType;
    private @Nullable String initiatorName;
    private @Nullable String iscsiInterface;
    private List<String> portals = List.of();
    private @Nullable Boolean readOnly;
    private @Nullable LocalObjectReference secretRef;

    private Builder(String iqn, String targetPortal) {
      this.iqn = iqn;
      this.targetPortal = targetPortal;
    }

    /** Sets {@code lun}. */
    public Builder lun(@Nullable Integer lun) {
      this.lun = lun;
      return this;
    }

    /** Sets {@code chapAuthDiscovery}. */
    public Builder chapAuthDiscovery(@Nullable Boolean chapAuthDiscovery) {
      this.chapAuthDiscovery = chapAuthDiscovery;
      return this;
    }

    /** Sets {@code chapAuthSession}. */
    public Builder chapAuthSession(@Nullable Boolean chapAuthSession) {
      this.chapAuthSession = chapAuthSession;
      return this;
    }

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code initiatorName}. */
    public Builder initiatorName(@Nullable String initiatorName) {
      this.initiatorName = initiatorName;
      return this;
    }

    /** Sets {@code iscsiInterface}. */
    public Builder iscsiInterface(@Nullable String iscsiInterface) {
      this.iscsiInterface = iscsiInterface;
      return this;
    }

    /** Sets {@code portals}. */
    public Builder portals(List<String> portals) {
      this.portals = portals;
      return this;
    }

    /** Sets {@code portals}. */
    public Builder portals(String... portals) {
      return portals(List.of(portals));
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
    public IscsiVolumeSource build() {
      return new IscsiVolumeSource(
          iqn,
          lun,
          targetPortal,
          chapAuthDiscovery,
          chapAuthSession,
          fsType,
          initiatorName,
          iscsiInterface,
          portals,
          readOnly,
          secretRef);
    }
  }
}
