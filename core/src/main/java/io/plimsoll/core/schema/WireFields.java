package io.plimsoll.core.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a type as {@link WireForm} needs them: what a write of a pod asks some hundred times is looked up once for each
 * type.
 *
 * @param byName what is known of each field that Go's encoder knows
 * @param always the fields that are written even if they are absent, in the order of the Go source
 */
record WireFields(Map<String, WireField> byName, List<WireField> always) {

  /**
   * A field.
   *
   * @param name the name in JSON
   * @param type what its value is
   * @param pointer whether absent differs from zero
   * @param always whether it is written even if it is zero
   */
  record WireField(String name, FieldType type, boolean pointer, boolean always) {

    /** Returns whether any value is written as it is. */
    boolean isKept() {
      return type instanceof FieldType.Scalar && (pointer || always);
    }
  }

  /** Returns the fields of a type, or {@code null} if it is none of Go's. */
  static @Nullable WireFields of(ObjectType type) {
    GoStruct struct = GoStruct.version(type);
    if (struct == null) {
      return null;
    }
    Map<String, WireField> byName = new HashMap<>(2 * struct.members().size());
    List<WireField> always = new ArrayList<>();
    for (GoStruct.Member member : struct.members()) {
      Field field = type.find(member.json());
      if (field != null) {
        WireField wire =
            new WireField(field.name(), field.type(), member.pointer(), member.always());
        byName.put(wire.name(), wire);
        if (wire.always()) {
          always.add(wire);
        }
      }
    }
    return new WireFields(byName, always);
  }
}
