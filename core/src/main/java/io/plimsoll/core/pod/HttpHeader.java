package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** A header of an HTTP request. Mirrors {@code core/v1 HTTPHeader}. */
public record HttpHeader(String name, String value) {

  /** Reads the record from a tree. */
  public static HttpHeader from(Fields fields) {
    return new HttpHeader(fields.text("name"), fields.text("value"));
  }
}
