package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LocalObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Rados block device. Mirrors {@code core/v1 RBDVolumeSource}. */
public record RbdVolumeSource(
    String image,
    List<String> monitors,
    @Nullable String fsType,
    @Nullable String keyring,
    @Nullable String pool,
    @Nullable Boolean readOnly,
    @Nullable LocalObjectReference secretRef,
    @Nullable String user) {

  public RbdVolumeSource {
    monitors = List.copyOf(monitors);
  }

  /** Reads the record from a tree. */
  public static RbdVolumeSource from(Fields fields) {
    return new RbdVolumeSource(
        fields.text("image"),
        fields.strings("monitors"),
        fields.string("fsType"),
        fields.string("keyring"),
        fields.string("pool"),
        fields.bool("readOnly"),
        fields.object("secretRef", LocalObjectReference::from),
        fields.string("user"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String image) {
    return new Builder(image);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(image)
        .monitors(monitors)
        .fsType(fsType)
        .keyring(keyring)
        .pool(pool)
        .readOnly(readOnly)
        .secretRef(secretRef)
        .user(user);
  }

  /** Makes a {@link RbdVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private final String image;
    private List<String> monitors = List.of();
    private @Nullable String fsType;
    private @Nullable String keyring;
    private @Nullable String pool;
    private @Nullable Boolean readOnly;
    private @Nullable LocalObjectReference secretRef;
    private @Nullable String user;

    private Builder(String image) {
      this.image = image;
    }

    /** Sets {@code monitors}. */
    public Builder monitors(List<String> monitors) {
      this.monitors = monitors;
      return this;
    }

    /** Sets {@code monitors}. */
    public Builder monitors(String... monitors) {
      return monitors(List.of(monitors));
    }

    /** Sets {@code fsType}. */
    public Builder fsType(@Nullable String fsType) {
      this.fsType = fsType;
      return this;
    }

    /** Sets {@code keyring}. */
    public Builder keyring(@Nullable String keyring) {
      this.keyring = keyring;
      return this;
    }

    /** Sets {@code pool}. */
    public Builder pool(@Nullable String pool) {
      this.pool = pool;
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

    /** Sets {@code user}. */
    public Builder user(@Nullable String user) {
      this.user = user;
      return this;
    }

    /** Returns the record. */
    public RbdVolumeSource build() {
      return new RbdVolumeSource(image, monitors, fsType, keyring, pool, readOnly, secretRef, user);
    }
  }
}
