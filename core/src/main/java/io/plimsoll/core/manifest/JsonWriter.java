package io.plimsoll.core.manifest;

/** Writes trees as JSON, keys in their order. */
public final class JsonWriter {

  private JsonWriter() {}

  /** Returns the value as JSON without any white space. */
  public static String compact(Value value) {
    throw new UnsupportedOperationException();
  }

  /** Returns the value as JSON with two blanks of indentation and a line break at the end. */
  public static String pretty(Value value) {
    throw new UnsupportedOperationException();
  }
}
