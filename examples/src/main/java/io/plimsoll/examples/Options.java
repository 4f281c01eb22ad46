package io.plimsoll.examples;

import io.plimsoll.psa.LevelVersion;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the command line asks for. */
record Options(
    String input,
    LevelVersion policy,
    boolean json,
    String picture,
    String as,
    List<String> groups,
    Optional<String> question,
    Optional<Path> flags,
    String output) {

  private static final String INPUT = "INPUT";
  private static final String GROUP = "--as-group";
  private static final Set<String> NAMES = Set.of(
      "--level",
      "--version",
      "--format",
      "--picture",
      "--as",
      GROUP,
      "--try",
      "--flags",
      "--output");

  /** Reads the arguments, in any order; an {@link IllegalArgumentException} says what is wrong with them. */
  static Options parse(String... arguments) {
    Map<String, String> given = given(List.of(arguments).iterator());
    String input = given.getOrDefault(INPUT, "");
    String format = given.getOrDefault("--format", "text");
    String level = given.getOrDefault("--level", "restricted");
    String version = given.getOrDefault("--version", "latest");
    check(!input.isEmpty(), "no input: name a file, a directory, or - for standard input");
    String picture = given.getOrDefault("--picture", "");
    check(
        !given.containsKey("--picture") || !given.containsKey("--format"),
        "--format and --picture exclude each other");
    check(Set.of("text", "json").contains(format), "must be text or json: \"" + format + "\"");
    check(
        Set.of("", "mermaid", "dot", "svg").contains(picture),
        "must be mermaid, dot or svg: \"" + picture + "\"");
    check(
        given.containsKey("--as") == given.containsKey("--try"),
        "--as and --try belong together: who tries what");
    String groups = given.getOrDefault(GROUP, "");
    check(
        !given.containsKey("--output") || given.containsKey("--try"),
        "--output belongs to --try: the object of its answer");
    check(
        !given.containsKey("--flags") || given.containsKey("--try"),
        "--flags belongs to --try: how the API server is started");
    String output = given.getOrDefault("--output", "");
    check(
        Set.of("", "json", "text", "yaml").contains(output),
        "--output must be json, text or yaml: \"" + output + "\"");
    return new Options(
        input,
        LevelVersion.parse(level + ":" + version),
        format.equals("json"),
        picture,
        given.getOrDefault("--as", ""),
        groups.isEmpty() ? List.of() : List.of(groups.split(",", -1)),
        Optional.ofNullable(given.get("--try")),
        Optional.ofNullable(given.get("--flags")).map(Path::of),
        output);
  }

  /** Takes {@code --name value} and {@code --name=value}. */
  private static Map<String, String> given(Iterator<String> arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    while (arguments.hasNext()) {
      String argument = arguments.next();
      boolean option = argument.startsWith("-") && argument.length() > 1;
      int equals = option ? argument.indexOf('=') : -1;
      String name = !option ? INPUT : equals < 0 ? argument : argument.substring(0, equals);
      check(!option || NAMES.contains(name), "no such option: \"" + name + "\"");
      check(!option || equals > 0 || arguments.hasNext(), name + " needs a value");
      String value =
          !option ? argument : equals < 0 ? arguments.next() : argument.substring(equals + 1);
      check(
          name.equals(GROUP) || !given.containsKey(name),
          "more than one " + name + ": \"" + value + "\"");
      given.merge(name, value, (before, more) -> before + "," + more);
    }
    return given;
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }
}
