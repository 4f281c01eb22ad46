package io.plimsoll.core.manifest;

import java.util.List;

/**
 * Reads a text as {@code kubectl} does: JSON values one after the other, or what is no JSON as YAML between lines that start with
 * {@code ---}.
 *
 * <p>Mirrors {@code pkg/util/yaml/decoder.go} of {@code k8s.io/apimachinery}, but goes on after a document that failed.
 */
final class DocumentStream {

  /** How far kubectl looks for the brace that JSON starts with, in bytes. */
  private static final int SNIFFED = 4096;

  private static final int NONE = -1;

  private final Reading reading;
  private final String text;

  /** How far the scalars were read. */
  private int reached;

  private DocumentStream(Source source, Limits limits, Severity loss) {
    this.reading = new Reading(source, limits, loss);
    this.text = source.text();
  }

  /** Reads all documents. */
  static Documents readAll(Source source, Limits limits) {
    return new DocumentStream(source, limits, Severity.ERROR).read(DocumentStream::readStream);
  }

  /** Reads the whole text as YAML and returns the first document. */
  static Documents readFirst(Source source, Limits limits) {
    return new DocumentStream(source, limits, Severity.WARNING).read(DocumentStream::readWhole);
  }

  /** Reads the first YAML document of a text, and which names in it were set again. */
  static Body readBody(Source source, Limits limits) {
    DocumentStream stream = new DocumentStream(source, limits, Severity.WARNING);
    try {
      stream.readWhole();
    } catch (ReadFailure failure) {
      return Body.refused(failure.problem(), failure.upstream());
    }
    List<Value> roots = stream.reading.documents().roots();
    return new Body(roots.stream().findFirst(), "", stream.reading.repeats());
  }

  /** A way to read a text. */
  private interface Way {
    void read(DocumentStream stream) throws ReadFailure;
  }

  private Documents read(Way way) {
    try {
      if (text.length() > reading.limits.streamSize()) {
        throw reading.fatal(
            "limit-stream-size",
            0,
            0,
            "the text has " + text.length() + " characters, more than "
                + reading.limits.streamSize());
      }
      way.read(this);
    } catch (ReadFailure failure) {
      reading.report(failure.problem());
    }
    return reading.documents();
  }

  private void readWhole() throws ReadFailure {
    new YamlReader(reading).read(0, text.length(), false);
  }

  private void readStream() throws ReadFailure {
    if (looksLikeJson()) {
      readJson();
    } else {
      new YamlStream(reading).read(0, null);
    }
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
      bytes += bytes(c);
    }
    return false;
  }

  /** Reads JSON values; where the text is no JSON after the first one at the most, it may be YAML that starts with a brace. */
  private void readJson() throws ReadFailure {
    JsonReader json = new JsonReader(reading, 0);
    int values = 0;
    while (true) {
      int problems = reading.problemCount();
      try {
        if (json.next() == null) {
          return;
        }
        values++;
      } catch (ReadFailure failure) {
        if (failure.isFatal()) {
          throw failure;
        }
        if (!failure.problem().code().equals(JsonReader.SYNTAX)) {
          reading.report(failure.problem());
          values++;
          continue;
        }
        reading.forget(problems);
        int scalars = readScalars(json.consumed());
        if (scalars == 0) {
          readAsYaml(json.consumed(), values, failure);
          return;
        }
        values += scalars;
        json = new JsonReader(reading, reached);
      }
    }
  }

  /** Takes in numbers and words that follow one another, and returns how many there are. */
  private int readScalars(int from) throws ReadFailure {
    reached = from;
    int count = 0;
    while (true) {
      ScalarValue scalar = JsonScalars.at(reading.source, reached);
      if (scalar == null) {
        return count;
      }
      reading.accept(scalar, scalar.start(), scalar.end());
      reached = scalar.end();
      count++;
    }
  }

  private void readAsYaml(int from, int values, ReadFailure asJson) throws ReadFailure {
    int start = values > 1 ? NONE : afterLineBreak(from);
    if (start == NONE) {
      throw asJson;
    }
    new YamlStream(reading).read(start, asJson);
  }

  /** Goes over white space up to and with the first line break; kubectl gives up where fewer than four bytes are left. */
  private int afterLineBreak(int from) {
    for (int i = from; hasFourBytes(i); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return i + 1;
      }
      if (!Text.isSpace(c)) {
        return i;
      }
    }
    return NONE;
  }

  private boolean hasFourBytes(int from) {
    int bytes = 0;
    for (int i = from; i < text.length() && bytes < 4; i++) {
      bytes += bytes(text.charAt(i));
    }
    return bytes >= 4;
  }

  /** Returns how many bytes of UTF-8 a character takes; of a pair, the half. */
  private static int bytes(char c) {
    return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
