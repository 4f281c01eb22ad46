package io.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/** An object of a given kind, possibly in another namespace. Mirrors {@code core/v1 TypedObjectReference}. */
public record TypedObjectReference(
    String name,
    String kind,
    @Nullable String apiGroup,
    @Nullable String namespace) {

  /** Reads the record from a tree. */
  public static TypedObjectReference from(Fields fields) {
    return new TypedObjectReference(
        fields.text("name"),
        fields.text("kind"),
        fields.string("apiGroup"),
        fields.string("namespace"));
  }
}
