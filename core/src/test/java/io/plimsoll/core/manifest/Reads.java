package io.plimsoll.core.manifest;

import java.util.List;

/** Short ways to read texts in tests. */
final class Reads {

  private Reads() {}

  static Documents read(String text) {
    return read(text, Limits.DEFAULT);
  }

  static Documents read(String text, Limits limits) {
    return Documents.read(Source.of("test.yaml", text), limits);
  }

  /** Returns the documents as JSON. */
  static List<String> documents(String text) {
    return json(read(text));
  }

  static List<String> json(Documents documents) {
    return documents.roots().stream().map(Value::toString).toList();
  }

  /** Returns the problems as {@code line:column code}. */
  static List<String> problems(String text) {
    return problems(read(text));
  }

  static List<String> problems(Documents documents) {
    return documents.problems().stream()
        .map(p -> p.place().orElseThrow().start() + " " + p.code())
        .toList();
  }

  /** Returns the stretch of text that a value was read from. */
  static String stretch(Location location) {
    return location.source().text().substring(location.startOffset(), location.endOffset());
  }
}
