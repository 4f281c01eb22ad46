package io.plimsoll.core.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field of an object of the API.
 *
 * @param name the name in JSON
 * @param type what its value is
 * @param required whether the API's description demands it; the strict check does not
 * @param merge how server-side apply joins its value with the one that is there
 * @param mergeKey the field that tells the items of a list apart in a strategic merge patch
 * @param patchStrategies what a strategic merge patch does with it, in no order; where nothing is said objects and maps are merged
 *     and lists are replaced
 * @param defaultValue the string it has where it is absent; only custom resources say so in their description
 * @param allowed the strings it may be, in order; empty if the description does not limit them
 * @param go what Kubernetes' Go code has for it
 */
public record Field(
    String name,
    FieldType type,
    boolean required,
    Merge merge,
    Optional<String> mergeKey,
    Set<PatchStrategy> patchStrategies,
    Optional<String> defaultValue,
    List<String> allowed,
    GoField go) {

  public Field {
    patchStrategies = Set.copyOf(patchStrategies);
    allowed = List.copyOf(allowed);
  }

  /** Returns a field that may be absent and of which nothing more than its type is known. */
  public static Field of(String name, FieldType type) {
    return new Field(
        name,
        type,
        false,
        mergeOf(type),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        List.of(),
        new GoField(type.goType(), "", false));
  }

  /** Returns how values of a type merge where the field does not say. */
  static Merge mergeOf(FieldType type) {
    return type instanceof ObjectType || type instanceof FieldType.MapOf
        ? Merge.GRANULAR
        : Merge.ATOMIC;
  }
}
