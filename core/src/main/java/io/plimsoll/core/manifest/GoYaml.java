package io.plimsoll.core.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * What {@code go.yaml.in/yaml/v2} says about malformed YAML. Mirrors {@code parser.fail} of {@code decode.go}: the problem of libyaml
 * and a line, which is none on the first line and, where the parser and not the scanner fails, that before the problem's.
 */
final class GoYaml {

  /** Starts of SnakeYAML's problems, and libyaml's for the same. The first that fits counts. */
  private static final List<Map.Entry<String, String>> PROBLEMS = List.of(
      Map.entry("mapping values are not allowed", "mapping values are not allowed in this context"),
      Map.entry("mapping keys are not allowed", "mapping keys are not allowed in this context"),
      Map.entry(
          "sequence entries are not allowed",
          "block sequence entries are not allowed in this context"),
      Map.entry("could not find expected ':'", "could not find expected ':'"),
      Map.entry("expected ',' or ']'", "did not find expected ',' or ']'"),
      Map.entry("expected ',' or '}'", "did not find expected ',' or '}'"),
      Map.entry("expected the node content", "did not find expected node content"),
      Map.entry("expected '<document start>'", "did not find expected <document start>"),
      Map.entry("found undefined tag handle", "found undefined tag handle"),
      Map.entry("found duplicate YAML directive", "found duplicate %YAML directive"),
      Map.entry("duplicate tag handle", "found duplicate %TAG directive"),
      Map.entry("found incompatible YAML document", "found incompatible YAML document"),
      Map.entry("found unexpected document separator", "found unexpected document indicator"),
      Map.entry("found unexpected end of stream", "found unexpected end of stream"),
      Map.entry("found unknown escape character", "found unknown escape character"),
      Map.entry("expected escape sequence of", "did not find expected hexdecimal number"),
      Map.entry("expected indentation indicator", "found an indentation indicator equal to 0"),
      Map.entry("expected chomping", "did not find expected comment or line break"),
      Map.entry(
          "expected a comment or a line break", "did not find expected comment or line break"),
      Map.entry(
          "expected alphabetic or numeric character",
          "did not find expected alphabetic or numeric character"),
      Map.entry(
          "unexpected character found", "did not find expected alphabetic or numeric character"),
      Map.entry("expected URI escape sequence", "did not find URI escaped octet"),
      Map.entry("expected URI", "did not find expected tag URI"),
      Map.entry("expected '>'", "did not find the expected '>'"),
      Map.entry("expected '!'", "did not find expected '!'"),
      Map.entry("expected ' '", "did not find expected whitespace or line break"),
      Map.entry("expected a digit", "did not find expected version number"));

  private static final String TAGS = "tag:yaml.org,2002:";
  private static final String TAB = "found a tab character that violates indentation";
  private static final String NO_TOKEN = "found character that cannot start any token";

  private GoYaml() {}

  /** Returns the message for what the parser or the scanner met. */
  static String error(Reading reading, MarkedYAMLException e) {
    boolean scanner = e instanceof ScannerException;
    int line = line(e.getProblemMark());
    line += isForcedLine(reading, e) ? 1 : 0;
    if (line > 0) {
      line += scanner ? 1 : 0;
    } else {
      line = line(e.getContextMark());
    }
    return at(line, problem(reading, e));
  }

  /** To libyaml, the end of the text is in a line of its own, unless it is met in the middle of something. */
  private static boolean isForcedLine(Reading reading, MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    boolean between = !(e instanceof ScannerException)
        || String.valueOf(e.getProblem()).startsWith("could not find expected");
    return between
        && mark != null
        && mark.getColumn() > 0
        && mark.getIndex() >= reading.source.text().length();
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 0 : mark.getLine();
  }

  private static String problem(Reading reading, MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    if (problem.startsWith("expected <block end>")) {
      return context.startsWith("while parsing a block mapping")
          ? "did not find expected key"
          : "did not find expected '-' indicator";
    }
    if (context.startsWith("while scanning a directive")
        && problem.startsWith("expected alphabetic")) {
      return isSecond(reading, e, Character::isLetterOrDigit)
          ? "found unexpected non-alphabetical character"
          : "could not find expected directive name";
    }
    if (problem.startsWith("expected URI, ") && !isSecond(reading, e, c -> c == '<')) {
      return "did not find expected whitespace or line break";
    }
    if (problem.startsWith("found character")) {
      return isTabInPlainScalar(reading.source.text(), e.getProblemMark().getIndex())
          ? TAB
          : NO_TOKEN;
    }
    return PROBLEMS.stream()
        .filter(known -> problem.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(problem);
  }

  /** Returns whether the second character of what the scanner was in is one of those. */
  private static boolean isSecond(Reading reading, MarkedYAMLException e, IntPredicate wanted) {
    Mark context = e.getContextMark();
    String text = reading.source.text();
    int at = context == null ? text.length() : context.getIndex() + 1;
    return at < text.length() && wanted.test(text.charAt(at));
  }

  /** Returns whether a TAB starts a line, behind blanks, that could go on with the plain scalar of the line before. */
  private static boolean isTabInPlainScalar(String text, int at) {
    if (at >= text.length() || text.charAt(at) != '\t') {
      return false;
    }
    int before = at - 1;
    boolean otherLine = false;
    while (before >= 0 && Text.isSpace(text.charAt(before))) {
      otherLine |= text.charAt(before) == '\n';
      before--;
    }
    return otherLine && before >= 0 && ":-?,[]{}\"'|>&*#".indexOf(text.charAt(before)) < 0;
  }

  /** Returns the message for what the scanner met at an offset. */
  static String scanner(Reading reading, int offset, String problem) {
    int line = reading.source.lineOf(offset);
    return at(line == 1 ? 0 : line, problem);
  }

  /** Returns the message for a problem in a line, or in none. */
  static String at(int line, String problem) {
    return "yaml: " + (line == 0 ? "" : "line " + line + ": ") + problem;
  }

  /** Returns what {@code encoding/json} says about a number that JSON does not have. */
  static String unsupported(String number) {
    if (number.toLowerCase(Locale.ROOT).contains("nan")) {
      return "json: unsupported value: NaN";
    }
    return "json: unsupported value: " + (number.startsWith("-") ? "-Inf" : "+Inf");
  }

  /** Returns the message for a scalar that its tag does not fit. */
  static String notDecodable(String text, String tag) {
    String wanted = tag.replace(TAGS, "!!");
    if (wanted.equals("!!binary")) {
      return "yaml: !!binary value contains invalid base64 data";
    }
    String actual = switch (YamlScalar.plain(text).type()) {
      case STRING -> "!!str";
      case INTEGER, UNSIGNED -> "!!int";
      case FLOAT -> "!!float";
      case BOOLEAN -> "!!bool";
      case NULL -> "!!null";
    };
    return "yaml: cannot decode " + actual + " `" + text + "` as a " + wanted;
  }
}
