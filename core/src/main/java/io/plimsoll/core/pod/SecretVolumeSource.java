package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a Secret as files. Mirrors {@code core/v1 SecretVolumeSource}. */
public record SecretVolumeSource(
    @Nullable Integer defaultMode,
    @Nullable Long defaultUser,
    List<KeyToPath> items,
    @Nullable Boolean optional,
    @Nullable String secretName) {

  public SecretVolumeSource {
    items = List.copyOf(items);
  }

  /** Reads the record from a tree. */
  public static SecretVolumeSource from(Fields fields) {
    return new SecretVolumeSource(
        fields.int32("defaultMode"),
        fields.int64("defaultUser"),
        fields.list("items", KeyToPath::from),
        fields.bool("optional"),
        fields.string("secretName"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .defaultMode(defaultMode)
        .defaultUser(defaultUser)
        .items(items)
        .optional(optional)
        .secretName(secretName);
  }

  /** Makes a {@link SecretVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable Integer defaultMode;
    private @Nullable Long defaultUser;
    private List<KeyToPath> items = List.of();
    private @Nullable Boolean optional;
    private @Nullable String secretName;

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
    public Builder items(List<KeyToPath> items) {
      this.items = items;
      return this;
    }

    /** Sets {@code items}. */
    public Builder items(KeyToPath... items) {
      return items(List.of(items));
    }

    /** Sets {@code optional}. */
    public Builder optional(@Nullable Boolean optional) {
      this.optional = optional;
      return this;
    }

    /** Sets {@code secretName}. */
    public Builder secretName(@Nullable String secretName) {
      this.secretName = secretName;
      return this;
    }

    /** Returns the record. */
    public SecretVolumeSource build() {
      return new SecretVolumeSource(defaultMode, defaultUser, items, optional, secretName);
    }
  }
}
