package io.plimsoll.core.manifest;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.DocumentStartEvent;

/** The directives in front of a document. Go knows two of them, and of YAML the version 1.1 only. */
final class YamlDirectives {

  /** What a message says about the line of a directive that is none. */
  static final String EXPECTED = "expected the directive \"%YAML 1.1\" or \"%TAG\"";

  /** Compiled when there is a directive, which hardly any document has. */
  private static final class Form {
    static final Pattern VERSION =
        Pattern.compile("%YAML[ \\t]+[0-9]{1,2}\\.[0-9]{1,2}(?:[ \\t].*|#.*|)", Pattern.DOTALL);
    static final Pattern KNOWN_VERSION =
        Pattern.compile("%YAML[ \\t]+0?1\\.0?1(?![0-9]).*", Pattern.DOTALL);
    static final Pattern TAG = Pattern.compile("%TAG[ \\t].*", Pattern.DOTALL);
  }

  private YamlDirectives() {}

  /** Checks the directives of a document. */
  static void check(Reading reading, DocumentStartEvent event) throws ReadFailure {
    if (event.getExplicit()) {
      int from = event.getStartMark().getIndex();
      checkLines(reading, from, event.getEndMark().getIndex());
    }
  }

  private static void checkLines(Reading reading, int from, int end) throws ReadFailure {
    String text = reading.source.text();
    int at = from;
    while (at < end && text.charAt(at) != '-') {
      int next = Lines.end(text, at, end);
      if (text.charAt(at) == '%') {
        checkLine(reading, at, next);
        checkVersion(reading, at, next);
      }
      at = Lines.next(text, next, end);
    }
  }

  private static void checkVersion(Reading reading, int start, int end) throws ReadFailure {
    String line = reading.source.text().substring(start, end);
    if (Form.VERSION.matcher(line).matches()
        && !Form.KNOWN_VERSION.matcher(line).matches()) {
      int before = reading.source.lineOf(start) - 1;
      throw reading
          .failure(
              "yaml-directive",
              start,
              end,
              "expected YAML 1.1, found \"" + YamlSyntax.excerpt(line) + "\"")
          .saying(GoYaml.at(before, "found incompatible YAML document"));
    }
  }

  /** Checks that a line is a directive, of whatever version. */
  static void checkLine(Reading reading, int start, int end) throws ReadFailure {
    String line = reading.source.text().substring(start, end);
    if (!Form.VERSION.matcher(line).matches() && !Form.TAG.matcher(line).matches()) {
      throw reading
          .failure("yaml-directive", start, end, EXPECTED)
          .saying(GoYaml.scanner(reading, start, "found unknown directive name"));
    }
  }

  /** Checks that a chunk without a document has no directive: kubectl cuts the text where its document starts. */
  static void checkNone(Reading reading, YamlText chunk) throws ReadFailure {
    for (int at = chunk.start; at < chunk.end; ) {
      int next = Lines.end(chunk.source, at, chunk.end);
      if (chunk.source.charAt(at) == '%') {
        throw reading.failure(
            "yaml-directive",
            at,
            next,
            "the directive belongs to no document; kubectl cuts it off at \"---\"");
      }
      at = Lines.next(chunk.source, next, chunk.end);
    }
  }
}
