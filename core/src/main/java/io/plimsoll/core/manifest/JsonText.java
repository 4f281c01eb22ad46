package io.plimsoll.core.manifest;

import java.util.List;

/** The reading of a text that must be one JSON value and nothing else. */
final class JsonText {

  private JsonText() {}

  /** Returns the value; throws an {@link IllegalArgumentException} that names the place of the first problem. */
  static Value parse(Source source) {
    Reading reading = new Reading(source, Limits.DEFAULT);
    JsonReader json = new JsonReader(reading);
    try {
      Value value = json.next();
      if (value == null) {
        throw refused(
            Problem.error("json-syntax", source.location(0, 0), "there is no JSON value"));
      }
      List<Problem> problems = reading.documents().problems();
      if (!problems.isEmpty()) {
        throw refused(problems.get(0));
      }
      if (json.next() != null) {
        int after = json.consumed();
        throw refused(Problem.error(
            "json-syntax", source.location(value.end(), after), "more than one JSON value"));
      }
      return value;
    } catch (ReadFailure failure) {
      throw refused(failure.problem());
    }
  }

  private static IllegalArgumentException refused(Problem problem) {
    return new IllegalArgumentException(problem.toString());
  }
}
