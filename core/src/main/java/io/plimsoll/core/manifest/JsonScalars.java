package io.plimsoll.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * Numbers and words that stand by themselves in a stream of JSON.
 *
 * <p>Go's decoder takes them up to the first character that cannot belong to them, whatever follows; the tokenizer wants a blank
 * there.
 */
final class JsonScalars {

  private JsonScalars() {}

  /** Returns the scalar that a text has at an offset, behind white space, or {@code null} if there is none. */
  static @Nullable ScalarValue at(Source source, int offset) {
    String text = source.text();
    int start = skipSpace(text, offset);
    int end = JsonNumbers.end(text, start);
    if (end > start) {
      return scalar(source, start, end, ScalarValue.Type.NUMBER);
    }
    if (text.startsWith("true", start)) {
      return scalar(source, start, start + 4, ScalarValue.Type.BOOLEAN);
    }
    if (text.startsWith("false", start)) {
      return scalar(source, start, start + 5, ScalarValue.Type.BOOLEAN);
    }
    return text.startsWith("null", start)
        ? scalar(source, start, start + 4, ScalarValue.Type.NULL)
        : null;
  }

  private static ScalarValue scalar(Source source, int start, int end, ScalarValue.Type type) {
    return new ScalarValue(source, start, end, type, source.text().substring(start, end));
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
