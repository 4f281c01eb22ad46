package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A service account token as a file. Mirrors {@code core/v1 ServiceAccountTokenProjection}. */
public record ServiceAccountTokenProjection(
    String path,
    @Nullable String audience,
    @Nullable Long expirationSeconds,
    @Nullable Long user) {

  /** Reads the record from a tree. */
  public static ServiceAccountTokenProjection from(Fields fields) {
    return new ServiceAccountTokenProjection(
        fields.text("path"),
        fields.string("audience"),
        fields.int64("expirationSeconds"),
        fields.int64("user"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String path) {
    return new Builder(path);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(path)
        .audience(audience)
        .expirationSeconds(expirationSeconds)
        .user(user);
  }

  /** Makes a {@link ServiceAccountTokenProjection}; what is not set is absent. */
  public static final class Builder {
    private final String path;
    private @Nullable String audience;
    private @Nullable Long expirationSeconds;
    private @Nullable Long user;

    private Builder(String path) {
      this.path = path;
    }

    /** Sets {@code audience}. */
    public Builder audience(@Nullable String audience) {
      this.audience = audience;
      return this;
    }

    /** Sets {@code expirationSeconds}. */
    public Builder expirationSeconds(@Nullable Long expirationSeconds) {
      this.expirationSeconds = expirationSeconds;
      return this;
    }

    /** Sets {@code user}. */
    public Builder user(@Nullable Long user) {
      this.user = user;
      return this;
    }

    /** Returns the record. */
    public ServiceAccountTokenProjection build() {
      return new ServiceAccountTokenProjection(path, audience, expirationSeconds, user);
    }
  }
}
