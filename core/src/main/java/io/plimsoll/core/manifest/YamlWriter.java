package io.plimsoll.core.manifest;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes trees as YAML in block style, keys in their order.
 *
 * <p>Reading what was written gives an equal tree. Strings are quoted where they would otherwise be read as something else, by
 * kubectl or by other readers of YAML; texts of several lines are literal blocks where that changes nothing. Two things YAML
 * cannot say: a number that fits neither 64 bits nor a double comes back as kubectl reads it, and half a surrogate pair becomes
 * the replacement character.
 */
public final class YamlWriter {

  /** A longer key needs a mark; the scanner looks 1,024 characters ahead for the colon. */
  private static final int LONGEST_SIMPLE_KEY = 1000;

  private static final int STEP = 2;

  private final StringBuilder out = new StringBuilder();

  // Trees may be deeper than the stack of a thread, so the writer keeps its own.
  private final Deque<Level> open = new ArrayDeque<>();

  private YamlWriter() {}

  /** Returns the value as a YAML document that ends with a line break. */
  public static String write(Value value) {
    return new YamlWriter().document(value);
  }

  /** A mapping or sequence that is being written, and how far. */
  private static final class Level {
    final Value value;
    final int size;
    final int indent;
    int next;

    /** Whether its first entry goes on in a line that is begun already. */
    boolean inLine;

    Level(Value value, int size, int indent, boolean inLine) {
      this.value = value;
      this.size = size;
      this.indent = indent;
      this.inLine = inLine;
    }
  }

  private String document(Value root) {
    if (isBlock(root)) {
      open(root, 0, true);
    } else {
      leaf(root, STEP);
    }
    while (!open.isEmpty()) {
      Level level = open.getLast();
      if (level.next == level.size) {
        open.removeLast();
        continue;
      }
      int at = level.next++;
      if (level.inLine) {
        level.inLine = false;
      } else {
        out.append(" ".repeat(level.indent));
      }
      if (level.value instanceof MappingValue mapping) {
        entry(mapping, at, level.indent);
      } else {
        item(((SequenceValue) level.value).get(at), level.indent);
      }
    }
    return out.toString();
  }

  private static boolean isBlock(Value value) {
    return (value instanceof MappingValue mapping && mapping.size() > 0)
        || (value instanceof SequenceValue sequence && sequence.size() > 0);
  }

  private void open(Value value, int indent, boolean inLine) {
    int size =
        value instanceof MappingValue mapping ? mapping.size() : ((SequenceValue) value).size();
    open.addLast(new Level(value, size, indent, inLine));
  }

  private void item(Value value, int indent) {
    out.append('-');
    if (isBlock(value)) {
      out.append(' ');
      open(value, indent + STEP, true);
    } else {
      out.append(' ');
      leaf(value, indent + STEP);
    }
  }

  private void entry(MappingValue mapping, int at, int indent) {
    String key = YamlStrings.key(mapping.key(at));
    if (key.length() > LONGEST_SIMPLE_KEY) {
      out.append("? ").append(key).append('\n').append(" ".repeat(indent)).append(':');
    } else {
      out.append(key).append(':');
    }
    Value value = mapping.value(at);
    if (isBlock(value)) {
      out.append('\n');
      open(value, value instanceof SequenceValue ? indent : indent + STEP, false);
    } else {
      out.append(' ');
      leaf(value, indent + STEP);
    }
  }

  /** Writes the rest of a line, and the lines of a literal block. */
  private void leaf(Value value, int indent) {
    if (value instanceof ScalarValue scalar) {
      if (scalar.isString()) {
        YamlStrings.append(scalar.text(), indent, out);
      } else {
        out.append(scalar.text());
      }
    } else {
      out.append(value instanceof MappingValue ? "{}" : "[]");
    }
    if (out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }
}
