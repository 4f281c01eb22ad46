package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about the pod as files. Mirrors {@code core/v1 DownwardAPIVolumeSource}. */
public record DownwardApiVolumeSource(
    @Nullable Integer defaultMode, @Nullable Long defaultUser, List<DownwardApiVolumeFile> items) {

  public DownwardApiVolumeSource {
    items = List.copyOf(items);
  }

  /** Reads the record from a tree. */
  public static DownwardApiVolumeSource from(Fields fields) {
    return new DownwardApiVolumeSource(
        fields.int32("defaultMode"),
        fields.int64("defaultUser"),
        fields.list("items", DownwardApiVolumeFile::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().defaultMode(defaultMode).defaultUser(defaultUser).items(items);
  }

  /** Makes a {@link DownwardApiVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable Integer defaultMode;
    private @Nullable Long defaultUser;
    private List<DownwardApiVolumeFile> items = List.of();

    private Builder() {}

    /** Sets {@code defaultMode}. */
    public Builder defaultMode(@Nullable Integer defaultMode) {
      this.defaultMode = defaultMode;
      return this;
    }

    /** Sets {@code defaultUser}. */
    public Builder defaultUser(@Nullable Long defaultUser) {
      this.defaultUser = defaultUser;
      return this;
    }

    /** Sets {@code items}. */
    public Builder items(List<DownwardApiVolumeFile> items) {
      this.items = items;
      return this;
    }

    /** Sets {@code items}. */
    public Builder items(DownwardApiVolumeFile... items) {
      return items(List.of(items));
    }

    /** Returns the record. */
    public DownwardApiVolumeSource build() {
      return new DownwardApiVolumeSource(defaultMode, defaultUser, items);
    }
  }
}
