package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a ConfigMap in a projected volume. Mirrors {@code core/v1 ConfigMapProjection}. */
public record ConfigMapProjection(
    @Nullable String name, List<KeyToPath> items, @Nullable Boolean optional) {

  public ConfigMapProjection {
    items = List.copyOf(items);
  }

  /** Reads the record from a tree. */
  public static ConfigMapProjection from(Fields fields) {
    return new ConfigMapProjection(
        fields.string("name"), fields.list("items", KeyToPath::from), fields.bool("optional"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().name(name).items(items).optional(optional);
  }

  /** Makes a {@link ConfigMapProjection}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String name;
    private List<KeyToPath> items = List.of();
    private @Nullable Boolean optional;

    private Builder() {}

    /** Sets {@code name}. */
    public Builder name(@Nullable String name) {
      this.name = name;
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
    public ConfigMapProjection build() {
      return new ConfigMapProjection(name, items, optional);
    }
  }
}
