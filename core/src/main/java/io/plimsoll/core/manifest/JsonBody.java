package io.plimsoll.core.manifest;

import java.util.List;

/** Reads one JSON value that is the whole of a text, as {@code json.Unmarshal} does. */
final class JsonBody {

  private final Reading reading;
  private final String text;

  JsonBody(Source source, Limits limits) {
    this.reading = new Reading(source, limits);
    this.text = source.text();
  }

  Documents read() {
    try {
      JsonReader json = new JsonReader(reading);
      if (json.next() == null) {
        throw reading.failure(
            "json-syntax", text.length(), text.length(), "unexpected end of the JSON text");
      }
      int rest = afterSpace(json.consumed());
      if (rest < text.length()) {
        throw reading.failure("json-syntax", rest, text.length(), "text after the JSON value");
      }
      return reading.documents();
    } catch (ReadFailure failure) {
      reading.report(failure.problem());
      return new Documents(List.of(), reading.documents().problems());
    }
  }

  private int afterSpace(int from) {
    int at = from;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
