package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several sources in one directory. Mirrors {@code core/v1 ProjectedVolumeSource}. */
public record ProjectedVolumeSource(
    @Nullable Integer defaultMode, @Nullable Long defaultUser, List<VolumeProjection> sources) {

  public ProjectedVolumeSource {
    sources = List.copyOf(sources);
  }

  /** Reads the record from a tree. */
  public static ProjectedVolumeSource from(Fields fields) {
    return new ProjectedVolumeSource(
        fields.int32("defaultMode"),
        fields.int64("defaultUser"),
        fields.list("sources", VolumeProjection::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().defaultMode(defaultMode).defaultUser(defaultUser).sources(sources);
  }

  /** Makes a {@link ProjectedVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable Integer defaultMode;
    private @Nullable Long defaultUser;
    private List<VolumeProjection> sources = List.of();

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

    /** Sets {@code sources}. */
    public Builder sources(List<VolumeProjection> sources) {
      this.sources = sources;
      return this;
    }

    /** Sets {@code sources}. */
    public Builder sources(VolumeProjection... sources) {
      return sources(List.of(sources));
    }

    /** Returns the record. */
    public ProjectedVolumeSource build() {
      return new ProjectedVolumeSource(defaultMode, defaultUser, sources);
    }
  }
}
