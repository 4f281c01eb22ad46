package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping or sequence that is being read. The objects are used again and again. */
final class OpenNode {

  final MappingBuilder entries = new MappingBuilder();
  final List<Value> items = new ArrayList<>();
  boolean mapping;
  int start;
  String key = "";
  int keyStart;
  int keyEnd;
  int keyAt;
  boolean keyed;

  /** Whether the name that was read last was spelled as a value of the type it had before. */
  boolean sameType = true;

  /** Whether the value that comes next is merged into the mapping. */
  boolean merging;

  /** What to put in place of the value that comes next. */
  @Nullable
  ScalarValue instead;

  /** What the names were that the text did not spell as strings. */
  @Nullable
  Map<String, YamlScalar.Type> types;

  /** The names that a merge has set last. */
  @Nullable
  Set<String> merged;

  YamlScalar.Type type(String name) {
    return types == null
        ? YamlScalar.Type.STRING
        : types.getOrDefault(name, YamlScalar.Type.STRING);
  }

  Map<String, YamlScalar.Type> types() {
    if (types == null) {
      types = new HashMap<>();
    }
    return types;
  }

  void clear() {
    entries.clear();
    items.clear();
    keyed = false;
    merging = false;
    instead = null;
    merged = null;
    types = null;
  }

  /** Sets the value of the entry that was named, or what is to stand in its place. */
  void put(Value value) {
    entries.put(keyAt, key, keyStart, keyEnd, instead == null ? value : instead);
  }

  /** Ends the entry that was named. */
  void endEntry() {
    keyed = false;
    merging = false;
    instead = null;
  }

  Location keyPlace(Source source) {
    return source.location(keyStart, keyEnd);
  }

  /** Returns where the key of an earlier entry stands. */
  Location keyPlace(Source source, int at) {
    return source.location(entries.keyStart(at), entries.keyEnd(at));
  }
}
