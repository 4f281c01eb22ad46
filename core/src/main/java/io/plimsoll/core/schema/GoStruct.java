package io.plimsoll.core.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Go type of Kubernetes as its encoder sees it: its fields in order. There are two of most types: the version's, in {@code
 * k8s.io/api}, and the API server's own, in {@code pkg/apis}, whose fields have no tags and print under their Go names.
 *
 * @param members the fields in the order of the Go source
 */
record GoStruct(List<Member> members) {

  /** What stands for the embedded metadata of a type whose own fields have no tags. */
  static final String METADATA = "@metadata";

  /**
   * A field.
   *
   * @param name the name it is encoded under
   * @param json the name of the field of the version that it corresponds to; a question mark and the encoded zero value if
   *     none does
   * @param pointer whether absent differs from zero
   * @param always whether it is written even if it is zero
   */
  record Member(String name, String json, boolean pointer, boolean always) {

    /** Returns the encoded value of a field that no version has, or {@code null} if one has it. */
    @Nullable
    String constant() {
      return json.startsWith("?") ? json.substring(1) : null;
    }
  }

  /** Types of the versions by name, made when they are first asked for. */
  private static final class Versions {
    static final Map<String, GoStruct> TYPES = read("wire.tsv");
  }

  /** The API server's own types by the name of the version's, made when they are first asked for. */
  private static final class Internals {
    static final Map<String, GoStruct> TYPES = read("internal.tsv");
  }

  /** Returns a type of a version, or {@code null} if it is none of Go's. */
  static @Nullable GoStruct version(ObjectType type) {
    return Versions.TYPES.get(type.name());
  }

  /** Returns the API server's own type for that of a version, or {@code null} if it uses that one itself. */
  static @Nullable GoStruct internal(ObjectType type) {
    return Internals.TYPES.get(type.name());
  }

  private static Map<String, GoStruct> read(String table) {
    Map<String, GoStruct> types = new HashMap<>();
    for (String line : Tables.split(Tables.read(table), '\n')) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        List<Member> members = new ArrayList<>();
        for (String part : Tables.split(line.substring(tab + 1), ' ')) {
          members.add(member(part));
        }
        types.put(line.substring(0, tab), new GoStruct(List.copyOf(members)));
      }
    }
    return types;
  }

  /** Reads {@code name*!} or {@code Name=name*}: a pointer, always written. */
  private static Member member(String part) {
    boolean always = part.endsWith("!");
    String rest = always ? part.substring(0, part.length() - 1) : part;
    boolean pointer = rest.endsWith("*");
    rest = pointer ? rest.substring(0, rest.length() - 1) : rest;
    int equals = rest.indexOf('=');
    return equals < 0
        ? new Member(rest, rest, pointer, always)
        : new Member(rest.substring(0, equals), rest.substring(equals + 1), pointer, always);
  }
}
