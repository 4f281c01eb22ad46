package io.plimsoll.core.schema;

import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the table of types. The first line is {@code kubernetes} and a version. Then each type is a line with its name and the
 * kinds it is the type of ({@code apps/v1/Deployment}), and a line for each field: a tab, the name, the type, and what else is
 * known of it, all apart by tabs.
 *
 * <pre>
 * core.v1.PodSpec
 * ⇥containers⇥[]core.v1.Container⇥required⇥list=map⇥keys=name⇥mergeKey=name
 * </pre>
 *
 * <p>Only the names are read at once. That must take no longer than the start of a test may, so this class avoids what
 * costs the machine much the first time: regular expressions, lambdas and concatenation.
 */
final class TypeReader {

  private static final Set<PatchStrategy> MERGE_ONLY = Set.of(PatchStrategy.MERGE);

  private final String text;
  private final String version;
  private final Map<String, ObjectType> types = new HashMap<>(2048);
  private final Map<String, Map<String, ObjectType>> kinds = new HashMap<>();

  TypeReader(String text) {
    this.text = text;
    int end = text.indexOf('\n');
    this.version = text.substring(text.indexOf('\t') + 1, end);
    for (int at = end + 1; at < text.length(); at = text.indexOf('\n', at) + 1) {
      if (text.charAt(at) != '\t') {
        type(at, text.indexOf('\n', at));
      }
    }
  }

  String version() {
    return version;
  }

  /** Returns the types by name, in no order. */
  Map<String, ObjectType> types() {
    return types;
  }

  /** Returns the types by API version and kind, in no order. */
  Map<String, Map<String, ObjectType>> kinds() {
    return kinds;
  }

  private void type(int start, int end) {
    int tab = text.indexOf('\t', start);
    int nameEnd = tab < 0 ? end : Math.min(tab, end);
    String name = text.substring(start, nameEnd);
    ObjectType type = new ObjectType(name, new FieldTable(this, end + 1));
    types.put(name, type);
    if (nameEnd < end) {
      for (String kind : parts(nameEnd + 1, end)) {
        int slash = kind.lastIndexOf('/');
        kindsOf(kind.substring(0, slash)).put(kind.substring(slash + 1), type);
      }
    }
  }

  private Map<String, ObjectType> kindsOf(String apiVersion) {
    Map<String, ObjectType> known = kinds.get(apiVersion);
    if (known == null) {
      known = new HashMap<>();
      kinds.put(apiVersion, known);
    }
    return known;
  }

  /** Returns the fields whose lines start at the index. */
  List<Field> fields(int start) {
    List<Field> fields = new ArrayList<>();
    for (int at = start;
        at < text.length() && text.charAt(at) == '\t';
        at = text.indexOf('\n', at) + 1) {
      fields.add(field(parts(at + 1, text.indexOf('\n', at))));
    }
    return fields;
  }

  private Field field(List<String> parts) {
    FieldType type = typeNamed(parts.get(1));
    Map<String, String> known = new LinkedHashMap<>();
    for (String part : parts.subList(2, parts.size())) {
      int equals = part.indexOf('=');
      known.put(
          equals < 0 ? part : part.substring(0, equals),
          equals < 0 ? "" : part.substring(equals + 1));
    }
    return new Field(
        // The rules ask for fields by literals, which a table finds faster if they are its very
        // keys.
        parts.get(0).intern(),
        type,
        known.containsKey("required"),
        merge(type, known),
        Optional.ofNullable(known.get("mergeKey")),
        patchStrategies(known),
        Optional.ofNullable(known.get("default")),
        Tables.split(known.getOrDefault("enum", ""), ','),
        go(type, known));
  }

  private static Set<PatchStrategy> patchStrategies(Map<String, String> known) {
    String tag = known.get("patch");
    if (tag == null) {
      return known.containsKey("mergeKey") ? MERGE_ONLY : Set.of();
    }
    Set<PatchStrategy> strategies = new HashSet<>();
    for (String word : Tables.split(tag, ',')) {
      strategies.add(PatchStrategy.ofTag(word));
    }
    return strategies;
  }

  private static GoField go(FieldType type, Map<String, String> known) {
    String goType = known.get("go");
    return new GoField(
        goType == null ? type.goType() : goType,
        known.getOrDefault("in", ""),
        known.containsKey("pointer"));
  }

  private static Merge merge(FieldType type, Map<String, String> known) {
    String how = known.getOrDefault("list", known.getOrDefault("map", ""));
    return switch (how) {
      case "" -> Field.mergeOf(type);
      case "atomic" -> Merge.ATOMIC;
      case "granular" -> Merge.GRANULAR;
      case "set" -> Merge.SET;
      case "map" -> new Merge.Keyed(Tables.split(known.getOrDefault("keys", ""), ','));
      default -> throw new IllegalStateException("no way to merge: \"" + how + "\"");
    };
  }

  private FieldType typeNamed(String name) {
    if (name.startsWith("[]")) {
      return new ListOf(typeNamed(name.substring(2)));
    }
    if (name.startsWith("{}")) {
      return new MapOf(typeNamed(name.substring(2)));
    }
    FieldType type = types.get(name);
    if (type == null) {
      type = Scalar.named(name);
    }
    if (type == null) {
      throw new IllegalStateException("no type: \"" + name + "\"");
    }
    return type;
  }

  private List<String> parts(int start, int end) {
    return Tables.split(text.substring(start, end), '\t');
  }
}
