package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a ConfigMap as files. Mirrors {@code core/v1 ConfigMapVolumeSource}. */
public record ConfigMapVolumeSource(
    @Nullable String name,
    @Nullable Integer defaultMode,
    @Nullable Long defaultUser,
    List<KeyToPath> items,
    @Nullable Boolean optional) {

  public ConfigMapVolumeSource {
    items = List.copyOf(items);
  }

  /** Reads the record from a tree. */
  public static ConfigMapVolumeSource from(Fields fields) {
    return new ConfigMapVolumeSource(
        fields.string("name"),
        fields.int32("defaultMode"),
        fields.int64("defaultUser"),
        fields.list("items", KeyToPath::from),
        fields.bool("optional"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .name(name)
        .defaultMode(defaultMode)
        .defaultUser(defaultUser)
        .items(items)
        .optional(optional);
  }

  /** Makes a {@link ConfigMapVolumeSource}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String name;
    private @Nullable Integer defaultMode;
    private @Nullable Long defaultUser;
    private List<KeyToPath> items = List.of();
    private @Nullable Boolean optional;

    private Builder() {}

    /** Sets {@code name}. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

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

    /** Returns the record. */
    public ConfigMapVolumeSource build() {
      return new ConfigMapVolumeSource(name, defaultMode, defaultUser, items, optional);
    }
  }
}
