package io.plimsoll.core.manifest;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What the scanner and the parser say about malformed YAML, in our words and at the place that a person would look at. */
final class YamlSyntax {

  /** The code of a TAB where the scanner takes none: the one way in which we are stricter than kubectl. */
  static final String TAB = "yaml-tab";

  private static final int LONGEST_EXCERPT = 40;

  private final Reading reading;
  private final String text;
  private final int at;
  private final int context;

  private YamlSyntax(Reading reading, int at, int context) {
    this.reading = reading;
    this.text = reading.source.text();
    this.at = at;
    this.context = context;
  }

  /** Returns the failure that the parser met. */
  static ReadFailure failure(Reading reading, MarkedYAMLException e, int reached) {
    int at = offset(e.getProblemMark(), reached);
    YamlSyntax syntax = new YamlSyntax(reading, at, offset(e.getContextMark(), at));
    return syntax
        .failure(String.valueOf(e.getProblem()), String.valueOf(e.getContext()))
        .saying(GoYaml.error(reading, e));
  }

  /** Returns a failure without a word of the parser. */
  static ReadFailure failure(Reading reading, int reached) {
    return new YamlSyntax(reading, reached, reached).failure("", "");
  }

  private static int offset(@Nullable Mark mark, int otherwise) {
    return mark == null ? otherwise : mark.getIndex();
  }

  private ReadFailure failure(String problem, String in) {
    if (at < text.length() && text.charAt(at) == '\t') {
      return reading.failure(
          TAB,
          at,
          at + 1,
          "a TAB cannot stand where YAML wants blanks; kubectl may let this one pass");
    }
    if (problem.startsWith("could not find expected ':'")) {
      return reading.failure(
          "yaml-syntax", context, at, "expected \":\" after the key " + quotedLine(context));
    }
    if (in.startsWith("while scanning a quoted scalar")) {
      return reading.failure(
          "yaml-syntax", context, context + 1, "the quoted text that starts here has no end");
    }
    int end = Math.min(at + 1, text.length());
    return reading.failure("yaml-syntax", at, end, message(problem, in));
  }

  private String message(String problem, String in) {
    if (problem.startsWith("mapping values are not allowed")) {
      return "\":\" is not expected here; a value that has one must be quoted";
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return "\"-\" is not expected here; an item starts a line of its own";
    }
    if (problem.startsWith("mapping keys are not allowed")) {
      return "\"?\" is not expected here; a key starts a line of its own";
    }
    if (problem.startsWith("expected <block end>")) {
      return in.startsWith("while parsing a block mapping")
          ? "expected a key as far to the right as the one in " + place(context)
          : "expected \"- \" as far to the right as the one in " + place(context);
    }
    if (problem.startsWith("expected ',' or ")) {
      String bracket = problem.startsWith("expected ',' or '}'") ? "}" : "]";
      return "expected \",\" or \"" + bracket + "\" for the bracket in " + place(context);
    }
    if (problem.startsWith("expected the node content")) {
      return "expected a value, found " + quotedLine(at);
    }
    if (problem.contains("cannot start any token")) {
      return "no value can start with " + quotedCharacter() + "; quote it";
    }
    if (in.startsWith("while scanning an a")) {
      return "expected letters and digits as the name of an anchor";
    }
    if (in.startsWith("while scanning a double-quoted")) {
      return "no escape within double quotes: " + quotedLine(at);
    }
    if (in.startsWith("while scanning a block scalar")) {
      return "expected \"+\", \"-\", a digit from 1 to 9 or the end of the line after \"|\" or \">\"";
    }
    if (in.startsWith("while scanning a tag") || in.startsWith("while parsing a node")) {
      return "expected a tag and a blank after it, found " + quotedLine(context);
    }
    if (in.contains("directive") || problem.contains("directive")) {
      return YamlDirectives.EXPECTED;
    }
    if (problem.startsWith("expected '<document start>'")) {
      return "expected \"---\" after the directives";
    }
    return "not YAML from here on: " + quotedLine(at);
  }

  private String place(int offset) {
    return "line " + reading.source.lineOf(offset);
  }

  private String quotedCharacter() {
    return at < text.length() ? "\"" + Character.toString(text.codePointAt(at)) + "\"" : "nothing";
  }

  private String quotedLine(int from) {
    int end = Lines.end(text, from, text.length());
    return from == end ? "the end of the line" : "\"" + excerpt(text.substring(from, end)) + "\"";
  }

  /** Returns a text in one line and not too long for a message. */
  static String excerpt(String text) {
    int end = text.length();
    if (end > LONGEST_EXCERPT) {
      end = Text.isHalfPair(text.substring(0, LONGEST_EXCERPT), LONGEST_EXCERPT - 1)
          ? LONGEST_EXCERPT - 1
          : LONGEST_EXCERPT;
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      line.append(Text.isControl(c) ? ' ' : c);
    }
    return end < text.length() ? line.append("…").toString() : line.toString().stripTrailing();
  }
}
