package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import java.util.Optional;

/**
 * A body that was read, and is a document.
 *
 * @param type how it was written
 * @param text what was written
 * @param body what was read
 */
record BodyReading(MediaType type, String text, Body body) {

  /** Returns the reading of a tree as if it was read from its JSON. */
  static BodyReading of(Value root) {
    return new BodyReading(MediaType.JSON, "", new Body(Optional.of(root), "", List.of()));
  }

  /** Returns the document; null where there is nothing in it. */
  Value root() {
    return body.root().orElseGet(ScalarValue::ofNull);
  }

  /** Returns the document as an object; that which is null is empty. */
  MappingValue object() {
    return root() instanceof MappingValue mapping ? mapping : MappingValue.empty();
  }

  /** Returns what was written, as messages show it. */
  String shown() {
    return text.isEmpty() ? root().toString() : text;
  }

  /** Returns what a strict reader of YAML finds in the text. */
  List<String> yamlErrors() {
    return type == MediaType.YAML ? StrictErrors.ofYaml(body.repeats()) : List.of();
  }

  Entries entries() {
    return type == MediaType.JSON ? Entries.ofJson(body.repeats()) : Entries.ofYaml();
  }
}
