package io.plimsoll.core.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables that the library carries, as text. */
final class Tables {

  private Tables() {}

  /** Returns the text of a table that stands beside this class. */
  static String read(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table: \"" + name + "\"");
      }
      // They are in ASCII, but Latin-1 is taken over without a look at each byte.
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Returns the parts between the separators; none of the empty text. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    if (!text.isEmpty()) {
      int start = 0;
      for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
        parts.add(text.substring(start, end));
        start = end + 1;
      }
      parts.add(text.substring(start));
    }
    return parts;
  }
}
