package io.plimsoll.core.manifest;

/**
 * Cuts a stream into documents as {@code kubectl} does: JSON values one after the other, and what is no JSON as YAML between
 * lines that start with {@code ---}.
 *
 * <p>Mirrors {@code pkg/util/yaml/decoder.go} of {@code k8s.io/apimachinery}, but goes on after a document that failed.
 */
final class DocumentStream {

  /** How far kubectl looks for the brace that JSON starts with, in bytes. */
  private static final int SNIFFED = 4096;

  private final Reading reading;
  private final String text;

  DocumentStream(Source source, Limits limits) {
    this.reading = new Reading(source, limits);
    this.text = source.text();
  }

  Documents read() {
    try {
      if (text.length() > reading.limits.streamSize()) {
        throw reading.fatal(
            "limit-stream-size",
            0,
            0,
            "the text has " + text.length() + " characters, more than "
                + reading.limits.streamSize());
      }
      if (looksLikeJson()) {
        readJson();
      } else {
        readYaml(0);
      }
    } catch (ReadFailure failure) {
      reading.report(failure.problem());
    }
    return reading.documents();
  }

  private boolean looksLikeJson() {
    int bytes = 0;
    for (int i = 0; i < text.length() && bytes < SNIFFED; i++) {
      char c = text.charAt(i);
      if (c == '{') {
        return true;
      }
      if (!Text.isSpace(c)) {
        return false;
      }
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return false;
  }

  private void readJson() throws ReadFailure {
    JsonReader json = new JsonReader(reading);
    while (true) {
      try {
        if (json.next() == null) {
          return;
        }
      } catch (ReadFailure failure) {
        if (failure.isFatal()) {
          throw failure;
        }
        reading.report(failure.problem());
        if (failure.problem().code().equals("json-syntax")) {
          return;
        }
      }
    }
  }

  private void readYaml(int from) throws ReadFailure {
    throw reading.fatal("yaml", from, from, "YAML is not read yet");
  }
}
