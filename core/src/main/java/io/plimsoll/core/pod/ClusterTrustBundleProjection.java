package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import org.jspecify.annotations.Nullable;

/** Trust anchors as a file. Mirrors {@code core/v1 ClusterTrustBundleProjection}. */
public record ClusterTrustBundleProjection(
    String path,
    @Nullable String name,
    @Nullable LabelSelector labelSelector,
    @Nullable Boolean optional,
    @Nullable String signerName,
    @Nullable Long user) {

  /** Reads the record from a tree. */
  public static ClusterTrustBundleProjection from(Fields fields) {
    return new ClusterTrustBundleProjection(
        fields.text("path"),
        fields.string("name"),
        fields.object("labelSelector", LabelSelector::from),
        fields.bool("optional"),
        fields.string("signerName"),
        fields.int64("user"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String path) {
    return new Builder(path);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(path)
        .name(name)
        .labelSelector(labelSelector)
        .optional(optional)
        .signerName(signerName)
        .user(user);
  }

  /** Makes a {@link ClusterTrustBundleProjection}; what is not set is absent. */
  public static final class Builder {
    private final String path;
    private @Nullable String name;
    private @Nullable LabelSelector labelSelector;
    private @Nullable Boolean optional;
    private @Nullable String signerName;
    private @Nullable Long user;

    private Builder(String path) {
      this.path = path;
    }

    /** Sets {@code name}. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** Sets {@code labelSelector}. */
    public Builder labelSelector(@Nullable LabelSelector labelSelector) {
      this.labelSelector = labelSelector;
      return this;
    }

    /** Sets {@code optional}. */
    public Builder optional(@Nullable Boolean optional) {
      this.optional = optional;
      return this;
    }

    /** Sets {@code signerName}. */
    public Builder signerName(@Nullable String signerName) {
      this.signerName = signerName;
      return this;
    }

    /** Sets {@code user}. */
    public Builder user(@Nullable Long user) {
      this.user = user;
      return this;
    }

    /** Returns the record. */
    public ClusterTrustBundleProjection build() {
      return new ClusterTrustBundleProjection(
          path, name, labelSelector, optional, signerName, user);
    }
  }
}
