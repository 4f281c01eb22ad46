package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A Quobyte volume. Mirrors {@code core/v1 QuobyteVolumeSource}. */
public record QuobyteVolumeSource(
    String registry,
    String volume,
    @Nullable String group,
    @Nullable Boolean readOnly,
    @Nullable String tenant,
    @Nullable String user) {

  /** Reads the record from a tree. */
  public static QuobyteVolumeSource from(Fields fields) {
    return new QuobyteVolumeSource(
        fields.text("registry"),
        fields.text("volume"),
        fields.string("group"),
        fields.bool("readOnly"),
        fields.string("tenant"),
        fields.string("user"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String registry, String volume) {
    return new Builder(registry, volume);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(registry, volume)
        .group(group)
        .readOnly(readOnly)
        .tenant(tenant)
        .user(user);
  }

  /** Makes a {@link QuobyteVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String registry;
    private final String volume;
    private @Nullable String group;
    private @Nullable Boolean readOnly;
    private @Nullable String tenant;
    private @Nullable String user;

    private Builder(String registry, String volume) {
      this.registry = registry;
      this.volume = volume;
    }

    /** Sets {@code group}. */
    public Builder group(@Nullable String group) {
      this.group = group;
      return this;
    }

    /** Sets {@code readOnly}. */
    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Sets {@code tenant}. */
    public Builder tenant(@Nullable String tenant) {
      this.tenant = tenant;
      return this;
    }

    /** Sets {@code user}. */
    public Builder user(@Nullable String user) {
      this.user = user;
      return this;
    }

    /** Returns the record. */
    public QuobyteVolumeSource build() {
      return new QuobyteVolumeSource(registry, volume, group, readOnly, tenant, user);
    }
  }
}
