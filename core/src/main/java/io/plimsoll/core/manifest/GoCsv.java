package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated records as Go's {@code encoding/csv} reads them, with its errors; records may differ in length. */
final class GoCsv {

  private static final String BARE_QUOTE = "bare \" in non-quoted-field";
  private static final String QUOTE = "extraneous or missing \" in quoted-field";

  private final List<String> lines;
  private int next;

  // Where the reading is: the rest of the line, its number, and how many bytes of it went before.
  private String rest = "";
  private int line;
  private int column;
  private int firstLine;

  private GoCsv(String text) {
    this.lines = lines(text);
  }

  /** Returns the records of a text; empty lines are none. */
  static List<List<String>> records(String text) {
    GoCsv csv = new GoCsv(text);
    List<List<String>> records = new ArrayList<>();
    while (csv.next < csv.lines.size()) {
      csv.takeLine();
      if (!csv.rest.isEmpty() && !csv.rest.equals("\n")) {
        records.add(csv.record());
      }
    }
    return records;
  }

  /** Lines with their line feed; a carriage return before it, or before the end of the text, is dropped. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      int cut = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      lines.add(text.substring(start, cut) + (feed < 0 ? "" : "\n"));
      start = end + 1;
    }
    return lines;
  }

  private void takeLine() {
    rest = lines.get(next++);
    line = next;
    column = 1;
  }

  private List<String> record() {
    firstLine = line;
    List<String> fields = new ArrayList<>();
    boolean more = true;
    while (more) {
      StringBuilder field = new StringBuilder();
      more = rest.startsWith("\"") ? quoted(field) : plain(field);
      fields.add(field.toString());
    }
    return fields;
  }

  /** Reads a field without quotes and returns whether another follows. */
  private boolean plain(StringBuilder field) {
    int comma = rest.indexOf(',');
    int end = comma >= 0 ? comma : rest.length() - (rest.endsWith("\n") ? 1 : 0);
    String text = rest.substring(0, end);
    int quote = text.indexOf('"');
    if (quote >= 0) {
      throw error(column + bytes(text.substring(0, quote)), BARE_QUOTE);
    }
    field.append(text);
    skip(comma >= 0 ? comma + 1 : end);
    return comma >= 0;
  }

  /** Reads a field in quotes, over several lines if need be, and returns whether another follows. */
  private boolean quoted(StringBuilder field) {
    skip(1);
    while (true) {
      int quote = rest.indexOf('"');
      if (quote >= 0) {
        field.append(rest, 0, quote);
        skip(quote + 1);
        if (rest.startsWith("\"")) {
          field.append('"');
          skip(1);
        } else if (rest.startsWith(",")) {
          skip(1);
          return true;
        } else if (rest.isEmpty() || rest.equals("\n")) {
          return false;
        } else {
          throw error(column - 1, QUOTE);
        }
      } else if (rest.isEmpty()) {
        throw error(column, QUOTE);
      } else {
        field.append(rest);
        skip(rest.length());
        if (next < lines.size()) {
          takeLine();
        }
      }
    }
  }

  private void skip(int characters) {
    column += bytes(rest.substring(0, characters));
    rest = rest.substring(characters);
  }

  private static int bytes(String text) {
    return GoText.length(text);
  }

  private IllegalArgumentException error(int at, String what) {
    String start = firstLine == line ? "" : "record on line " + firstLine + "; ";
    return new IllegalArgumentException(
        start + "parse error on line " + line + ", column " + at + ": " + what);
  }
}
