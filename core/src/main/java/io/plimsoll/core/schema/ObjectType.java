package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.ByKeys;
import io.plimsoll.core.manifest.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The type of an object with known fields, such as {@code core.v1.PodSpec}.
 *
 * <p>Types refer to one another, some in circles; equality is identity.
 */
public final class ObjectType implements FieldType {

  private final String name;
  private final FieldTable fields;

  /** What was looked up once; two threads that look at once find equal fields. */
  private final AtomicReference<@Nullable Optional<WireFields>> wire = new AtomicReference<>();

  private final ByKeys<FieldsAlong> along = ByKeys.of(keys -> new FieldsAlong(this, keys));

  ObjectType(String name, FieldTable fields) {
    this.name = name;
    this.fields = fields;
  }

  /** Returns a type of this name with these fields; of two fields of one name the last counts. */
  public static ObjectType of(String name, List<Field> fields) {
    return new ObjectType(name, new FieldTable(fields));
  }

  /** Returns a type of this name with fields that are strings, by their names, and other fields. */
  public static ObjectType ofStrings(String name, List<String> strings, Field... others) {
    List<Field> all = new ArrayList<>();
    strings.forEach(field -> all.add(Field.of(field, FieldType.Scalar.STRING)));
    all.addAll(List.of(others));
    return of(name, all);
  }

  /** Returns the full name: {@code core.v1.PodSpec}. */
  public String name() {
    return name;
  }

  /** Returns the name without what it is in: {@code PodSpec}. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Returns the fields, ordered by name. */
  public List<Field> fields() {
    return fields.all();
  }

  /** Returns a field; names are case-sensitive. */
  public Optional<Field> field(String field) {
    return Optional.ofNullable(fields.find(field));
  }

  @Nullable
  Field find(String field) {
    return fields.find(field);
  }

  /** Returns the fields of a mapping's names. */
  FieldsAlong along(Keys keys) {
    return along.get(keys);
  }

  /** Returns the fields as Go's encoder knows them, or {@code null} if the type is none of Go's. */
  @Nullable
  WireFields wire() {
    Optional<WireFields> known = wire.get();
    if (known == null) {
      known = Optional.ofNullable(WireFields.of(this));
      wire.set(known);
    }
    return known.orElse(null);
  }

  @Override
  public String description() {
    return "an object";
  }

  @Override
  public String goType() {
    int version = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    return name.substring(version + 1);
  }

  /** Returns the full name. */
  @Override
  public String toString() {
    return name;
  }
}
