package io.plimsoll.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One case of a suite: its name, its data, and the verdict on it. */
public final class ConformanceCase {

  /** What became of a case. */
  enum Verdict {
    NONE,
    SAME,
    STRICTER,
    PENDING,
    MISMATCH
  }

  private final String name;
  private final Path path;
  private final @Nullable String text;
  private final JsonNode json;
  private final Map<String, String> columns;
  private Verdict verdict = Verdict.NONE;
  private String expected = "";
  private String actual = "";

  private ConformanceCase(
      String name, Path path, @Nullable String text, JsonNode json, Map<String, String> columns) {
    this.name = name;
    this.path = path;
    this.text = text;
    this.json = json;
    this.columns = columns;
  }

  static ConformanceCase ofJson(Path file, String text, JsonNode json, String fallbackName) {
    return new ConformanceCase(json.path("name").asText(fallbackName), file, text, json, Map.of());
  }

  static ConformanceCase ofRow(Path file, List<String> header, List<String> row, String name) {
    if (header.size() != row.size()) {
      throw new AssertionError(
          file + ", " + name + ": " + row.size() + " columns, not " + header.size());
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), row.get(i));
    }
    return new ConformanceCase(
        name + ": " + String.join(",", row),
        file,
        String.join(",", row),
        MissingNode.getInstance(),
        columns);
  }

  static ConformanceCase ofPath(String name, Path path) {
    return new ConformanceCase(name, path, null, MissingNode.getInstance(), Map.of());
  }

  /** Returns the member {@code name} of the case, the name of its file or directory, or its number. */
  public String name() {
    return name;
  }

  /** Returns the file the case was read from, or its directory. */
  public Path path() {
    return path;
  }

  /** Returns the raw text of the case: a line, or the whole of its UTF-8 file; other bytes are read from {@link #path()}. */
  public String text() {
    return text != null ? text : Conformance.read(path);
  }

  /** Returns the case as JSON with exact numbers; a missing node where it is no JSON. */
  public JsonNode json() {
    return json;
  }

  /** Returns the text of the column in a row of a table. */
  public String column(String column) {
    return Objects.requireNonNull(columns.get(column), () -> "no column \"" + column + "\"");
  }

  /** Judges: a mismatch unless both are equal. May be called several times; the first mismatch stays. */
  public void same(@Nullable Object wanted, @Nullable Object got) {
    if (Objects.equals(wanted, got)) {
      raise(Verdict.SAME);
    } else {
      mismatch(String.valueOf(wanted), String.valueOf(got));
    }
  }

  /** Judges: what was wanted is not what came. */
  public void mismatch(String wanted, String got) {
    if (raise(Verdict.MISMATCH)) {
      expected = wanted;
      actual = got;
    }
  }

  /** Judges: refused though the original accepts it. */
  public void stricter() {
    raise(Verdict.STRICTER);
  }

  /** Judges: left to later work, by name. */
  public void pending() {
    raise(Verdict.PENDING);
  }

  Verdict verdict() {
    return verdict;
  }

  String mismatchText() {
    return "  " + name + "\n    expected: " + indented(expected) + "\n    actual:   "
        + indented(actual) + "\n";
  }

  /** A worse verdict replaces a better one; returns whether it did. */
  private boolean raise(Verdict to) {
    if (to.compareTo(verdict) <= 0) {
      return false;
    }
    verdict = to;
    return true;
  }

  private static String indented(String text) {
    return text.replace("\n", "\n              ");
  }
}
