package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys and values of a TOML text stand, which its library does not tell. For a text that is not valid, it ends without an
 * error, and the places mean nothing.
 */
final class TomlPlaces {

  /** The library of the reader knows no limit to inline tables. */
  private static final int DEEPEST = 100;

  private final Source source;
  private final String text;
  private final Map<FieldPath, Location> keys = new HashMap<>();
  private final Map<FieldPath, Location> values = new HashMap<>();

  /** How many tables the arrays of tables have so far. */
  private final Map<FieldPath, Integer> counts = new HashMap<>();

  private int at;
  private int depth;

  /** Where values are nested too deep; -1 if they are not. */
  private int tooDeep = -1;

  private TomlPlaces(Source source) {
    this.source = source;
    this.text = source.text();
  }

  static TomlPlaces of(Source source) {
    TomlPlaces places = new TomlPlaces(source);
    places.document();
    return places;
  }

  /** Returns where a key stands, or else its value. */
  @Nullable
  Location key(FieldPath path) {
    Location key = keys.get(path);
    return key == null ? values.get(path) : key;
  }

  /** Returns where a value stands; that of a table is where its header is. */
  @Nullable
  Location value(FieldPath path) {
    Location value = values.get(path);
    return value == null ? keys.get(path) : value;
  }

  /** Returns where values are nested too deep to be read. */
  Optional<Location> tooDeep() {
    return tooDeep < 0 ? Optional.empty() : Optional.of(source.location(tooDeep, tooDeep + 1));
  }

  private void document() {
    FieldPath table = FieldPath.ROOT;
    blanks();
    while (at < text.length()) {
      int before = at;
      if (text.charAt(at) == '[') {
        table = header();
      } else {
        pair(table);
      }
      blanks();
      if (at == before) {
        at++;
      }
    }
  }

  private FieldPath header() {
    int start = at;
    boolean array = text.startsWith("[[", at);
    at += array ? 2 : 1;
    FieldPath path = FieldPath.ROOT;
    List<Word> words = words();
    for (int i = 0; i < words.size(); i++) {
      path = path.field(words.get(i).text());
      keys.putIfAbsent(path, source.location(start, Math.min(at + 1, text.length())));
      boolean last = i == words.size() - 1;
      Integer count = counts.get(path);
      if (last && array) {
        counts.merge(path, 1, Integer::sum);
        path = path.index(count == null ? 0 : count);
      } else if (count != null) {
        path = path.index(count - 1);
      }
    }
    values.putIfAbsent(path, source.location(start, at));
    while (at < text.length() && text.charAt(at) == ']') {
      at++;
    }
    return path;
  }

  private void pair(FieldPath table) {
    FieldPath path = table;
    for (Word word : words()) {
      path = path.field(word.text());
      keys.putIfAbsent(path, source.location(word.start(), word.end()));
    }
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      spaces();
      readValue(path);
    }
  }

  /**
   * A part of a key.
   *
   * @param text what it says
   * @param start where it starts
   * @param end where it ends
   */
  private record Word(String text, int start, int end) {}

  private List<Word> words() {
    List<Word> words = new ArrayList<>();
    do {
      spaces();
      int start = at;
      if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
        string();
        int inner = Math.min(start + 1, at);
        words.add(new Word(text.substring(inner, Math.max(inner, at - 1)), start, at));
      } else {
        until(" \t\r\n.=]#");
        words.add(new Word(text.substring(start, at), start, at));
      }
      spaces();
    } while (skip('.'));
    return words;
  }

  private void readValue(FieldPath path) {
    int start = at;
    if (at >= text.length()) {
      return;
    }
    if (depth == DEEPEST) {
      tooDeep = at;
      at = text.length();
      return;
    }
    depth++;
    switch (text.charAt(at)) {
      case '"', '\'' -> string();
      case '[' -> array(path);
      case '{' -> inlineTable(path);
      default -> until(",]}#\r\n");
    }
    depth--;
    values.putIfAbsent(path, source.location(start, at));
  }

  private void array(FieldPath path) {
    at++;
    blanks();
    for (int i = 0; at < text.length() && !skip(']'); i++) {
      readValue(path.index(i));
      blanks();
      if (!skip(',') && at < text.length() && text.charAt(at) != ']') {
        at++;
      }
      blanks();
    }
  }

  private void inlineTable(FieldPath path) {
    at++;
    blanks();
    while (at < text.length() && !skip('}')) {
      pair(path);
      blanks();
      if (!skip(',') && at < text.length() && text.charAt(at) != '}') {
        at++;
      }
      blanks();
    }
  }

  /** A string of one line or several, with escapes or without. */
  private void string() {
    char quote = text.charAt(at);
    String three = String.valueOf(quote).repeat(3);
    boolean many = text.startsWith(three, at);
    at += many ? 3 : 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && quote == '"') {
        at += 2;
      } else if (many && text.startsWith(three, at)) {
        at += 3;
        while (at < text.length() && text.charAt(at) == quote) {
          at++;
        }
        return;
      } else if (!many && (c == quote || c == '\n')) {
        at++;
        return;
      } else {
        at++;
      }
    }
    at = text.length();
  }

  private boolean skip(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private void until(String ends) {
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private void spaces() {
    while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Blanks, line breaks and comments. */
  private void blanks() {
    while (at < text.length()) {
      if (text.charAt(at) == '#') {
        until("\n");
      } else if (" \t\r\n".indexOf(text.charAt(at)) < 0) {
        return;
      } else {
        at++;
      }
    }
  }
}
