package io.plimsoll.psa.apparmor;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.toml.TomlReadFeature;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.schema.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@link BaneFile}. Field names match without regard to case, as in the TOML library of bane. */
final class BaneReader {

  private static final List<String> TOP =
      List.of("Name", "Filesystem", "Network", "Capabilities", "Imports", "InnerImports");
  private static final List<String> FILESYSTEM =
      List.of("ReadOnlyPaths", "LogOnWritePaths", "WritablePaths", "AllowExec", "DenyExec");
  private static final List<String> NETWORK = List.of("Raw", "Packet", "Protocols");
  private static final List<String> CAPABILITIES = List.of("Allow", "Deny");

  private static final TomlMapper MAPPER =
      TomlMapper.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build();

  private final Source source;
  private final TomlPlaces places;
  private final List<Problem> problems = new ArrayList<>();

  BaneReader(Source source) {
    this.source = source;
    this.places = TomlPlaces.of(source);
  }

  /**
   * A table and where it is.
   *
   * @param node the table; empty if it is none
   * @param path where it is
   * @param fields the fields that it may have
   */
  private record Table(JsonNode node, FieldPath path, List<String> fields) {}

  /**
   * A value and where it is.
   *
   * @param node the value
   * @param path where it is, with the key as it is written
   */
  private record Member(JsonNode node, FieldPath path) {}

  BaneReading read() {
    Location tooDeep = places.tooDeep().orElse(null);
    if (tooDeep != null) {
      return refused(Problem.error("limit", tooDeep, "values are nested too deep"));
    }
    JsonNode root;
    try {
      root = MAPPER.readTree(source.text());
    } catch (JsonProcessingException e) {
      return refused(syntax(e));
    }
    Table top = new Table(root, FieldPath.ROOT, TOP);
    check(top);
    BaneFile file = file(top);
    List<Problem> sorted =
        problems.stream().sorted(Comparator.comparingInt(Problem::startOffset)).toList();
    boolean refused = sorted.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    return new BaneReading(refused ? Optional.empty() : Optional.of(file), sorted);
  }

  private static BaneReading refused(Problem problem) {
    return new BaneReading(Optional.empty(), List.of(problem));
  }

  private Problem syntax(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    int offset = 0;
    if (at != null) {
      offset = at.getCharOffset() >= 0
          ? (int) at.getCharOffset()
          : offset(at.getLineNr(), at.getColumnNr());
    }
    int start = Math.min(offset, source.text().length());
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    return Problem.error(
        "toml-syntax", source.location(start, start), "not valid TOML: " + message);
  }

  private int offset(int line, int column) {
    String text = source.text();
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return text.length();
      }
      start = end + 1;
    }
    return start + Math.max(0, column - 1);
  }

  private BaneFile file(Table top) {
    Optional<Member> name = member(top, "Name");
    if (name.isEmpty()) {
      problems.add(Problem.warning(
              "missing-field",
              source.location(0, 0),
              "there is no \"Name\": the profile is called \"" + BaneFile.PREFIX + "\"")
          .at(FieldPath.of("Name")));
    }
    Table files = table(top, "Filesystem", FILESYSTEM);
    Table network = table(top, "Network", NETWORK);
    Table capabilities = table(top, "Capabilities", CAPABILITIES);
    return new BaneFile(
        name.map(this::string).orElse(""),
        new BaneFile.Filesystem(
            strings(files, "ReadOnlyPaths"),
            strings(files, "LogOnWritePaths"),
            strings(files, "WritablePaths"),
            strings(files, "AllowExec"),
            strings(files, "DenyExec")),
        new BaneFile.Network(
            bool(network, "Raw"), bool(network, "Packet"), strings(network, "Protocols")),
        new BaneFile.Capabilities(strings(capabilities, "Allow"), strings(capabilities, "Deny")),
        strings(top, "Imports"),
        strings(top, "InnerImports"));
  }

  /** Says which fields of a table bane does not know, and which it finds twice. */
  private void check(Table table) {
    List<String> seen = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : table.node().properties()) {
      String key = member.getKey();
      FieldPath path = table.path().field(key);
      Optional<String> known =
          table.fields().stream().filter(field -> GoText.equalFold(field, key)).findFirst();
      if (known.isEmpty()) {
        String meant = Nearest.to(key, table.fields())
            .map(field -> "; did you mean \"" + field + "\"?")
            .orElse("");
        problems.add(Problem.warning(
                "unknown-field",
                places.key(path),
                "bane knows no field " + GoText.quote(key) + " here" + meant)
            .at(path));
      } else if (seen.contains(known.get())) {
        problems.add(Problem.error(
                "duplicate-field",
                places.key(path),
                "\"" + known.get() + "\" is written twice; which one counts is up to chance")
            .at(path));
      } else {
        seen.add(known.get());
      }
    }
  }

  private static Optional<Member> member(Table table, String field) {
    for (Map.Entry<String, JsonNode> member : table.node().properties()) {
      if (GoText.equalFold(field, member.getKey())) {
        return Optional.of(new Member(member.getValue(), table.path().field(member.getKey())));
      }
    }
    return Optional.empty();
  }

  private Table table(Table owner, String field, List<String> fields) {
    Optional<Member> member = member(owner, field);
    if (member.isPresent() && member.get().node().isObject()) {
      Table table = new Table(member.get().node(), member.get().path(), fields);
      check(table);
      return table;
    }
    member.ifPresent(other -> wrongType(other, "a table"));
    return new Table(MAPPER.createObjectNode(), owner.path().field(field), fields);
  }

  private boolean bool(Table table, String field) {
    Optional<Member> member = member(table, field);
    if (member.isEmpty()) {
      return false;
    }
    if (!member.get().node().isBoolean()) {
      wrongType(member.get(), "a boolean");
    }
    return member.get().node().asBoolean();
  }

  private List<String> strings(Table table, String field) {
    List<String> values = new ArrayList<>();
    member(table, field).ifPresent(member -> {
      if (!member.node().isArray()) {
        wrongType(member, "an array of strings");
        return;
      }
      for (int i = 0; i < member.node().size(); i++) {
        values.add(string(new Member(member.node().get(i), member.path().index(i))));
      }
    });
    return values;
  }

  private String string(Member member) {
    if (!member.node().isTextual()) {
      wrongType(member, "a string");
    }
    return member.node().asText();
  }

  private void wrongType(Member member, String wanted) {
    Location place = places.value(member.path());
    problems.add(
        Problem.error("wrong-type", place, "must be " + wanted + ", but is " + type(member.node()))
            .at(member.path()));
  }

  private static String type(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "a table";
      case ARRAY -> "an array";
      case STRING -> "a string";
      case BOOLEAN -> "a boolean";
      case NUMBER -> node.isIntegralNumber() ? "an integer" : "a float";
      default -> "a date or time";
    };
  }
}
