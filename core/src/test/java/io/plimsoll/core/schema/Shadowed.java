package io.plimsoll.core.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.io.IOException;
import java.util.Optional;

/**
 * The value of a JSON member that a later member of the same name took the place of. Go decodes both, so both may be wrong;
 * our trees have the later one only.
 *
 * @param path the member
 * @param value the earlier value, at its own place
 */
record Shadowed(FieldPath path, Value value) {

  /** Reads the value from the text again; empty if it is null. */
  static Optional<Shadowed> of(Problem duplicate) {
    Location key = duplicate.related().get(0);
    String text = key.source().text();
    int start = text.indexOf(':', key.endOffset()) + 1;
    int end = start + lengthOfValue(text.substring(start));
    // Spaces before the value keep it in its place.
    Source alone = Source.of(key.file(), " ".repeat(start) + text.substring(start, end));
    return Documents.readJson(alone, Limits.DEFAULT.withDepth(10_000)).roots().stream()
        .findFirst()
        .map(value -> new Shadowed(duplicate.path(), value));
  }

  private static int lengthOfValue(String text) {
    // A bracket before it, because what follows a value is a comma.
    try (JsonParser parser = new ObjectMapper().createParser("[" + text)) {
      parser.nextToken();
      parser.nextToken();
      parser.skipChildren();
      // Makes the parser read to the end of a string.
      parser.getText();
      return (int) parser.currentLocation().getCharOffset() - 1;
    } catch (IOException e) {
      throw new IllegalStateException("what was read as JSON is none", e);
    }
  }
}
