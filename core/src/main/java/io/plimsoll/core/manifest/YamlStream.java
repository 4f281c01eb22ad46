package io.plimsoll.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of YAML at lines that start with {@code ---}, whatever they stand in, and reads what is between them.
 *
 * <p>Mirrors {@code YAMLReader} in {@code pkg/util/yaml/decoder.go} of {@code k8s.io/apimachinery}, but goes on after a chunk
 * that failed.
 */
final class YamlStream {

  private static final String SEPARATOR = "---";
  private static final String SEPARATOR_LINE = "\n" + SEPARATOR;

  private final Reading reading;
  private final String text;
  private final YamlReader yaml;

  YamlStream(Reading reading) {
    this.reading = reading;
    this.text = reading.source.text();
    this.yaml = new YamlReader(reading);
  }

  /**
   * Reads the documents from an offset on.
   *
   * @param asJson why the text from there on is no JSON, if that was tried; it is what is reported if the first document is no
   *     YAML either
   */
  void read(int from, @Nullable ReadFailure asJson) throws ReadFailure {
    ReadFailure instead = asJson;
    for (int start = from; start < text.length(); ) {
      // A separator in front of a document is part of it, one after it is not.
      boolean leading = text.startsWith(SEPARATOR, start);
      int separator = leading ? start : separator(start);
      int next = afterLine(separator);
      try {
        checkSeparator(separator, next, start);
        if (leading) {
          separator = separator(next);
          next = afterLine(separator);
          checkSeparator(separator, next, start);
        }
        if (!isBlank(start, separator)) {
          yaml.read(start, separator, true);
        }
      } catch (ReadFailure failure) {
        if (failure.isFatal()) {
          throw failure;
        }
        reading.report(
            instead == null || failure.problem().code().equals(YamlSyntax.TAB)
                ? failure.problem()
                : instead.problem());
      }
      instead = null;
      start = next;
    }
  }

  /** Returns where the next line that starts with the separator starts, or the end of the text. */
  private int separator(int from) {
    if (text.startsWith(SEPARATOR, from)) {
      return from;
    }
    int found = text.indexOf(SEPARATOR_LINE, from);
    return found < 0 ? text.length() : found + 1;
  }

  private int afterLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  /** kubectl drops the document that ends at a malformed separator, together with it. */
  private void checkSeparator(int separator, int next, int start) throws ReadFailure {
    int i = Math.min(separator + SEPARATOR.length(), next);
    while (i < next && Text.isSpace(text.charAt(i))) {
      i++;
    }
    if (i < next && text.charAt(i) != '#') {
      String line = YamlSyntax.excerpt(text.substring(separator, Lines.end(text, separator, next)));
      String dropped = isBlank(start, separator) ? "" : "; the document above it is not read";
      throw reading.failure(
          "yaml-separator",
          separator,
          Lines.end(text, separator, next),
          "expected nothing or a comment after \"---\", found \"" + line + "\"" + dropped);
    }
  }

  /** Returns whether there are only blank lines and comments, all in plain ASCII: what else there is must be looked at. */
  private boolean isBlank(int from, int end) {
    boolean comment = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (Lines.isBreak(c)) {
        comment = false;
      } else if (c == '#') {
        comment = true;
      } else if (c != ' ' && (!comment || c < ' ' || c > '~')) {
        return false;
      }
    }
    return true;
  }
}
