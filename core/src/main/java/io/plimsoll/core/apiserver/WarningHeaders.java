package io.plimsoll.core.apiserver;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The warnings that a client is sent: each text once, none with control characters, and not too much of them. Mirrors {@code
 * WithWarningRecorder} of {@code k8s.io/apiserver/pkg/endpoints/filters}.
 */
final class WarningHeaders {

  private static final int LONGEST_TOTAL = 4096;
  private static final int LONGEST_ONCE_TRUNCATED = 256;

  private final Set<String> recorded = new LinkedHashSet<>();
  private final List<String> written = new ArrayList<>();
  private int length;
  private boolean truncating;

  void add(String text) {
    if (text.isEmpty() || (truncating && length >= LONGEST_TOTAL) || !recorded.add(text)) {
      return;
    }
    String shown = truncating ? truncated(text) : text;
    if (text.chars().anyMatch(WarningHeaders::isControl)) {
      return;
    }
    if (truncating || length + runes(shown) <= LONGEST_TOTAL) {
      write(shown);
      return;
    }
    truncating = true;
    length = 0;
    written.clear();
    for (String one : recorded) {
      if (one.chars().noneMatch(WarningHeaders::isControl)) {
        write(truncated(one));
      }
    }
  }

  private void write(String text) {
    length += runes(text);
    written.add(text);
  }

  private static int runes(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String truncated(String text) {
    return runes(text) <= LONGEST_ONCE_TRUNCATED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_ONCE_TRUNCATED));
  }

  private static boolean isControl(int c) {
    return Character.getType(c) == Character.CONTROL;
  }

  /** Returns the texts in order. */
  List<String> texts() {
    return List.copyOf(written);
  }
}
