package io.plimsoll.core.manifest;

import java.util.List;
import java.util.Optional;

/** The reading of a text that must be one JSON value and nothing else, as {@code json.Unmarshal} reads it. */
final class JsonBody {

  private final Reading reading;
  private final String text;

  JsonBody(Source source, Limits limits) {
    this.reading = new Reading(source, limits, Severity.ERROR);
    this.text = source.text();
  }

  /** Returns the value as the only document, or none and why. */
  Documents documents() {
    try {
      value();
      return reading.documents();
    } catch (ReadFailure failure) {
      reading.report(failure.problem());
      return new Documents(List.of(), reading.documents().problems());
    }
  }

  /** Returns the value; throws an {@link IllegalArgumentException} that names the first problem and its place. */
  Value valueOrThrow() {
    try {
      Value value = value();
      List<Problem> problems = reading.documents().problems();
      if (!problems.isEmpty()) {
        throw refused(problems.get(0));
      }
      return value;
    } catch (ReadFailure failure) {
      throw refused(failure.problem());
    }
  }

  /** Returns the value and the names in it that were set again. */
  Body body() {
    try {
      Value value = value();
      return new Body(
          value.isNull() ? Optional.empty() : Optional.of(value), "", reading.repeats());
    } catch (ReadFailure failure) {
      return Body.refused(failure.problem(), GoText.jsonSyntaxError(text).orElse(""));
    }
  }

  private static IllegalArgumentException refused(Problem problem) {
    return new IllegalArgumentException(problem.toString());
  }

  private Value value() throws ReadFailure {
    JsonReader json = new JsonReader(reading, 0);
    Value value = json.next();
    if (value == null) {
      throw reading.failure(
          JsonReader.SYNTAX, text.length(), text.length(), "unexpected end of the JSON text");
    }
    int rest = afterSpace(json.consumed());
    if (rest < text.length()) {
      throw reading.failure(JsonReader.SYNTAX, rest, text.length(), "text after the JSON value");
    }
    return value;
  }

  private int afterSpace(int from) {
    int at = from;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
