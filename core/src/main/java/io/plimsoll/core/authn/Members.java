package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object as Go decodes them into the fields of a struct: null is absent, a wrong type is an error.
 *
 * <p>Go's own {@code encoding/json} finds a field whatever the case of its name and takes the last of several; that of {@code
 * go-jose} does neither.
 */
final class Members {

  /** As deep as Go goes, and longer than any header is. */
  private static final Limits LIMITS =
      Limits.DEFAULT.withDepth(10_000).withDocumentSize(Limits.DEFAULT.streamSize());

  private static final String DUPLICATE = "duplicate-key";

  private final MappingValue tree;
  private final boolean folding;

  private Members(MappingValue tree, boolean folding) {
    this.tree = tree;
    this.folding = folding;
  }

  /** Reads an object as {@code encoding/json} does. */
  static Members parse(byte[] json) throws TokenException {
    return new Members(object(json, false), true);
  }

  /** Reads an object as the JSON of {@code go-jose} does: names are exact, and none comes twice. */
  static Members parseExactly(byte[] json) throws TokenException {
    return new Members(object(json, true), false);
  }

  private static MappingValue object(byte[] json, boolean strict) throws TokenException {
    Source source = Source.of("", new String(json, StandardCharsets.UTF_8));
    Documents read = Documents.readJson(source, LIMITS);
    for (Problem problem : read.problems()) {
      if (!problem.code().equals(DUPLICATE)) {
        throw new TokenException(
            json.length == 0 ? "unexpected end of JSON input" : "invalid character in JSON input");
      }
      if (strict) {
        throw new TokenException("json: duplicate key in object");
      }
    }
    if (read.roots().isEmpty()) {
      return MappingValue.empty();
    }
    Value root = read.roots().get(0);
    if (root instanceof MappingValue object) {
      return object;
    }
    throw unexpected(root, "map[string]json.RawMessage");
  }

  /** Returns the error of a value of a wrong type. */
  static TokenException unexpected(Value value, String type) {
    return new TokenException(
        "json: cannot unmarshal " + value.typeName() + " into Go value of type " + type);
  }

  /** Returns everything that is there, by exact names. */
  MappingValue tree() {
    return tree;
  }

  /** Returns a member that is there and not null. */
  @Nullable
  Value find(String name) {
    Value found = raw(name);
    return found == null || found.isNull() ? null : found;
  }

  private @Nullable Value raw(String name) {
    if (!folding) {
      return tree.get(name);
    }
    Value found = null;
    for (int i = 0; i < tree.size(); i++) {
      // A null leaves what came before it.
      if (tree.key(i).equalsIgnoreCase(name) && (found == null || !tree.value(i).isNull())) {
        found = tree.value(i);
      }
    }
    return found;
  }

  /** Returns a string, empty if it is absent. */
  String string(String name) throws TokenException {
    Value value = find(name);
    return value == null ? "" : string(value);
  }

  /** Returns the text of a value that must be a string or null. */
  static String string(Value value) throws TokenException {
    if (value instanceof ScalarValue scalar) {
      if (scalar.isString()) {
        return scalar.text();
      }
      if (scalar.isNull()) {
        return "";
      }
    }
    throw unexpected(value, "string");
  }

  /** Returns the texts of a value that must be a list of strings. */
  static List<String> strings(Value value) throws TokenException {
    if (!(value instanceof SequenceValue list)) {
      throw unexpected(value, "[]string");
    }
    List<String> texts = new ArrayList<>();
    for (Value item : list.items()) {
      texts.add(string(item));
    }
    return texts;
  }

  /** Returns the members of an object that is a member. */
  Optional<Members> object(String name, String type) throws TokenException {
    Value value = find(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof MappingValue object) {
      return Optional.of(new Members(object, folding));
    }
    throw unexpected(value, type);
  }

  /** Returns a number of seconds, cut to a whole one; empty if it is absent. Mirrors {@code jwt.NumericDate}. */
  OptionalLong numericDate(String name) throws TokenException {
    Value value = find(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value instanceof ScalarValue scalar && scalar.isNumber()) {
      return OptionalLong.of(seconds(scalar));
    }
    throw new TokenException("go-jose/go-jose/jwt: expected number value to unmarshal NumericDate");
  }

  /** Returns the whole seconds of a number; what has no 64 bits is the least of them, as on Go's usual machines. */
  static long seconds(ScalarValue number) {
    double value = Double.parseDouble(number.text());
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  /** Returns whom a token is for: a string or a list of strings. Mirrors {@code jwt.Audience}. */
  List<String> audience(String name) throws TokenException {
    Value value = raw(name);
    if (value == null) {
      return List.of();
    }
    List<Value> items = value instanceof SequenceValue list ? list.items() : List.of(value);
    List<String> audience = new ArrayList<>();
    for (Value item : items) {
      if (!(item instanceof ScalarValue scalar && scalar.isString())) {
        throw new TokenException(
            "go-jose/go-jose/jwt: expected string or array value to unmarshal to Audience");
      }
      audience.add(scalar.text());
    }
    return audience;
  }
}
