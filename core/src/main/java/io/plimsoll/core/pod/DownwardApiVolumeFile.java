package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A fact about the pod and the file it becomes. Mirrors {@code core/v1 DownwardAPIVolumeFile}. */
public record DownwardApiVolumeFile(
    String path,
    @Nullable ObjectFieldSelector fieldRef,
    @Nullable Integer mode,
    @Nullable ResourceFieldSelector resourceFieldRef,
    @Nullable Long user) {

  /** Reads the record from a tree. */
  public static DownwardApiVolumeFile from(Fields fields) {
    return new DownwardApiVolumeFile(
        fields.text("path"),
        fields.object("fieldRef", ObjectFieldSelector::from),
        fields.int32("mode"),
        fields.object("resourceFieldRef", ResourceFieldSelector::from),
        fields.int64("user"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String path) {
    return new Builder(path);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(path)
        .fieldRef(fieldRef)
        .mode(mode)
        .resourceFieldRef(resourceFieldRef)
        .user(user);
  }

  /** Makes a {@link DownwardApiVolumeFile}; what is not set is absent. */
  public static final class Builder {
    private final String path;
    private @Nullable ObjectFieldSelector fieldRef;
    private @Nullable Integer mode;
    private @Nullable ResourceFieldSelector resourceFieldRef;
    private @Nullable Long user;

    private Builder(String path) {
      this.path = path;
    }

    /** Sets {@code fieldRef}. */
    public Builder fieldRef(@Nullable ObjectFieldSelector fieldRef) {
      this.fieldRef = fieldRef;
      return this;
    }

    /** Sets {@code mode}. */
    public Builder mode(@Nullable Integer mode) {
      this.mode = mode;
      return this;
    }

    /** Sets {@code resourceFieldRef}. */
    public Builder resourceFieldRef(@Nullable ResourceFieldSelector resourceFieldRef) {
      this.resourceFieldRef = resourceFieldRef;
      return this;
    }

    /** Sets {@code user}. */
    public Builder user(@Nullable Long user) {
      this.user = user;
      return this;
    }

    /** Returns the record. */
    public DownwardApiVolumeFile build() {
      return new DownwardApiVolumeFile(path, fieldRef, mode, resourceFieldRef, user);
    }
  }
}
