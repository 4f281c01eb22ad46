package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Fibre Channel disk. Mirrors {@code core/v1 FCVolumeSource}. */
public record FcVolumeSource(
    @Nullable String fsType,
    @Nullable Integer lun,
    @Nullable Boolean readOnly,
    List<String> targetWWNs,
    List<String> wwids) {

  public FcVolumeSource {
    targetWWNs = List.copyOf(targetWWNs);
    wwids = List.copyOf(wwids);
  }

  /** Reads the record from a tree. */
  public static FcVolumeSource from(Fields fields) {
    return new FcVolumeSource(
        fields.string("fsType"),
        fields.int32("lun"),
        fields.bool("readOnly"),
        fields.strings("targetWWNs"),
        fields.strings("wwids"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .fsType(fsType)
        .lun(lun)
        .readOnly(readOnly)
        .targetWWNs(targetWWNs)
        .wwids(wwids);
  }

  /** Makes a {@link FcVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String fsType;
    private @Nullable Integer lun;
    private @Nullable Boolean readOnly;
    private List<String> targetWWNs = List.of();
    private List<String> wwids = List.of();

    private Builder() {}

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code lun}. */
    public Builder lun(@Nullable Integer lun) {
      this.lun = lun;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Sets {@code targetWWNs}. */
    public Builder targetWWNs(List<String> targetWWNs) {
      this.targetWWNs = targetWWNs;
      return this;
    }

    /** Sets {@code targetWWNs}. */
    public Builder targetWWNs(String... targetWWNs) {
      return targetWWNs(List.of(targetWWNs));
    }

    /** Sets {@code wwids}. */
    public Builder wwids(List<String> wwids) {
      this.wwids = wwids;
      return this;
    }

    /** Sets {@code wwids}. */
    public Builder wwids(String... wwids) {
      return wwids(List.of(wwids));
    }

    /** Returns the record. */
    public FcVolumeSource build() {
      return new FcVolumeSource(fsType, lun, readOnly, targetWWNs, wwids);
    }
  }
}
