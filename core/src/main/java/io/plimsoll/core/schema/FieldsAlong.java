package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.Keys;
import io.plimsoll.core.schema.WireFields.WireField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a type that belong to the names of a mapping: looked up once for all mappings with the same names.
 *
 * <p>A write of a pod walks some fifty mappings several times; a table look-up for each name showed in {@code
 * AdmissionBenchmark}.
 */
final class FieldsAlong {

  private final ObjectType type;
  private final Keys keys;
  private final @Nullable Field[] fields;
  private @Nullable Wire wire;

  FieldsAlong(ObjectType type, Keys keys) {
    this.type = type;
    this.keys = keys;
    this.fields = new Field[keys.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = type.find(keys.get(i));
    }
  }

  /** Returns the field of a name by its place, or {@code null} if the type does not know it. */
  @Nullable
  Field field(int at) {
    return fields[at];
  }

  /** Returns the fields as Go's encoder knows them; only programs that write objects need them. Two threads may each make them. */
  Wire wire() {
    Wire known = wire;
    if (known == null) {
      known = new Wire(type, keys);
      wire = known;
    }
    return known;
  }

  /** The fields as Go's encoder knows them. */
  static final class Wire {

    private final boolean isGo;
    private final @Nullable WireField[] fields;
    private final List<WireField> missing;

    private Wire(ObjectType type, Keys keys) {
      WireFields known = type.wire();
      this.isGo = known != null;
      this.fields = new WireField[keys.size()];
      for (int i = 0; known != null && i < fields.length; i++) {
        WireField field = known.byName().get(keys.get(i));
        fields[i] = field == null || field.isKept() ? null : field;
      }
      this.missing = new ArrayList<>(known == null ? List.of() : known.always());
      missing.removeIf(field -> keys.contains(field.name()));
    }

    /** Returns whether the type is one of Go's. */
    boolean isGo() {
      return isGo;
    }

    /** Returns the field of a name by its place, or {@code null} if the encoder writes its value as it is. */
    @Nullable
    WireField field(int at) {
      return fields[at];
    }

    /** Returns what is written although it is absent, in the order of the Go source. */
    List<WireField> missing() {
      return missing;
    }
  }
}
