package io.plimsoll.core.decode;

import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a decoder is, in the two ways in which {@code sigs.k8s.io/json} says so: strict errors have the path of an object, with
 * indices and keys; errors of types have the fields on the way and the structs that they are embedded in.
 */
final class DecodePath {

  private final StringBuilder strict = new StringBuilder();
  private final List<String> fields = new ArrayList<>();
  private String struct = "";

  /** What {@link #leave} goes back to. */
  record Mark(int strict, int fields, String struct) {}

  private Mark mark() {
    return new Mark(strict.length(), fields.size(), struct);
  }

  Mark enter(ObjectType type, Field field) {
    Mark mark = mark();
    append(field.name());
    if (!field.go().embedded().isEmpty()) {
      fields.add(field.go().embedded());
    }
    fields.add(field.name());
    struct = type.simpleName();
    return mark;
  }

  Mark enterKey(String key) {
    Mark mark = mark();
    append(key);
    return mark;
  }

  Mark enterIndex(int index) {
    Mark mark = mark();
    strict.append('[').append(index).append(']');
    return mark;
  }

  void leave(Mark mark) {
    strict.setLength(mark.strict);
    fields.subList(mark.fields, fields.size()).clear();
    struct = mark.struct;
  }

  private void append(String name) {
    if (!strict.isEmpty()) {
      strict.append('.');
    }
    strict.append(name);
  }

  /** Returns the path of a member of what the decoder is at. */
  String to(String name) {
    return strict.isEmpty() ? name : strict + "." + name;
  }

  /** Returns the message for a value that is here and not of the type; {@code kind} says what it is. */
  String wrongType(String kind, String goType) {
    String start = "json: cannot unmarshal " + kind + " into Go ";
    return struct.isEmpty()
        ? start + "value of type " + goType
        : start + "struct field " + struct + "." + String.join(".", fields) + " of type " + goType;
  }
}
