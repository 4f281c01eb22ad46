package io.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/** An object of a given kind in the same namespace. Mirrors {@code core/v1 TypedLocalObjectReference}. */
public record TypedLocalObjectReference(
    String name, String kind, @Nullable String apiGroup) {

  /** Reads the record from a tree. */
  public static TypedLocalObjectReference from(Fields fields) {
    return new TypedLocalObjectReference(
        fields.text("name"), fields.text("kind"), fields.string("apiGroup"));
  }
}
