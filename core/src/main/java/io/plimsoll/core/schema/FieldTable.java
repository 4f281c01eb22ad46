package io.plimsoll.core.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one type, decoded when they are first asked for: a program meets a few of the nearly thousand types.
 *
 * <p>Two threads may decode at once; what they get is equal.
 */
final class FieldTable {

  private record Decoded(List<Field> all, Map<String, Field> byName) {}

  private final @Nullable TypeReader reader;
  private final int start;
  private volatile @Nullable Decoded decoded;

  /** Fields that stand in the reader's text from an index on. */
  FieldTable(TypeReader reader, int start) {
    this.reader = reader;
    this.start = start;
  }

  FieldTable(List<Field> fields) {
    this.reader = null;
    this.start = 0;
    this.decoded = decode(fields);
  }

  List<Field> all() {
    return decoded().all;
  }

  @Nullable
  Field find(String name) {
    return decoded().byName.get(name);
  }

  private Decoded decoded() {
    Decoded known = decoded;
    if (known == null && reader != null) {
      known = decode(reader.fields(start));
      decoded = known;
    }
    if (known == null) {
      throw new IllegalStateException("a table without fields and without a reader");
    }
    return known;
  }

  private static Decoded decode(List<Field> fields) {
    Map<String, Field> byName = new HashMap<>(2 * fields.size());
    for (Field field : fields) {
      byName.put(field.name(), field);
    }
    return new Decoded(Collections.unmodifiableList(new ArrayList<>(fields)), byName);
  }
}
