package io.plimsoll.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * A field of an object of the API.
 *
 * @param name the name in JSON
 * @param type what its value is
 * @param required whether the API's description demands it; the strict check does not
 * @param merge how server-side apply joins its value with the one that is there
 * @param mergeKey the field that tells the items of a list apart in a strategic merge patch; without it the patch replaces the
 *     list
 * @param defaultValue the string it has where it is absent; only custom resources say so in their description
 * @param allowed the strings it may be, in order; empty if the description does not limit them
 */
public record Field(
    String name,
    FieldType type,
    boolean required,
    Merge merge,
    Optional<String> mergeKey,
    Optional<String> defaultValue,
    List<String> allowed) {

  public Field {
    allowed = List.copyOf(allowed);
  }

  /** Returns a field that may be absent and of which nothing more than its type is known. */
  public static Field of(String name, FieldType type) {
    return new Field(
        name, type, false, mergeOf(type), Optional.empty(), Optional.empty(), List.of());
  }

  /** Returns how values of a type merge where the field does not say. */
  static Merge mergeOf(FieldType type) {
    return type instanceof ObjectType || type instanceof FieldType.MapOf
        ? Merge.GRANULAR
        : Merge.ATOMIC;
  }
}
