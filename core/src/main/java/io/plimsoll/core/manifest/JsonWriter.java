package io.plimsoll.core.manifest;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes trees as JSON, keys in their order. */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;

  // Trees may be deeper than the stack of a thread, so the writer keeps its own.
  private final Deque<Level> open = new ArrayDeque<>();

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  /** Returns the value as JSON without any white space. */
  public static String compact(Value value) {
    return new JsonWriter(false).write(value);
  }

  /** Returns the value as JSON with two blanks of indentation and a line break at the end. */
  public static String pretty(Value value) {
    return new JsonWriter(true).write(value) + "\n";
  }

  /** A mapping or sequence that is being written, and how far. */
  private static final class Level {
    final Value value;
    final int size;
    int next;

    Level(Value value, int size) {
      this.value = value;
      this.size = size;
    }
  }

  private String write(Value root) {
    begin(root);
    while (!open.isEmpty()) {
      Level level = open.getLast();
      if (level.next == level.size) {
        open.removeLast();
        if (level.size > 0) {
          newLine();
        }
        out.append(level.value instanceof MappingValue ? '}' : ']');
        continue;
      }
      int at = level.next++;
      if (at > 0) {
        out.append(',');
      }
      newLine();
      if (level.value instanceof MappingValue mapping) {
        quote(mapping.key(at), out);
        out.append(pretty ? ": " : ":");
        begin(mapping.value(at));
      } else {
        begin(((SequenceValue) level.value).get(at));
      }
    }
    return out.toString();
  }

  private void begin(Value value) {
    if (value instanceof MappingValue mapping) {
      out.append('{');
      open.addLast(new Level(value, mapping.size()));
    } else if (value instanceof SequenceValue sequence) {
      out.append('[');
      open.addLast(new Level(value, sequence.size()));
    } else if (value instanceof ScalarValue scalar) {
      if (scalar.isString()) {
        quote(scalar.text(), out);
      } else {
        out.append(scalar.text());
      }
    }
  }

  private void newLine() {
    if (pretty) {
      out.append('\n').append("  ".repeat(open.size()));
    }
  }

  /** Appends the text as a JSON string. Half a surrogate pair becomes the replacement character, as it has no UTF-8. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (Text.isControl(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else if (Text.isHalfPair(text, i)) {
            out.append('\ufffd');
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
