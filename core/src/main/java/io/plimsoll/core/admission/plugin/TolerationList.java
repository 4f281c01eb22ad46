package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.util.List;

/** The tolerations that an annotation has as JSON. */
final class TolerationList {

  private TolerationList() {}

  /**
   * Reads the list.
   *
   * @throws IllegalArgumentException if the text is no list of tolerations; the message says why, in words of our own where
   *     upstream has those of Go's decoder
   */
  static List<Value> read(String text) {
    Value tree = Body.readJson(Source.of("annotation", text)).valueOrThrow();
    if (tree.isNull()) {
      return List.of();
    }
    if (!(tree instanceof SequenceValue list)) {
      throw new IllegalArgumentException(
          "json: cannot unmarshal " + tree.typeName() + " into Go value of type []v1.Toleration");
    }
    for (Value item : list.items()) {
      if (!(item instanceof MappingValue) && !item.isNull()) {
        throw new IllegalArgumentException(
            "json: cannot unmarshal " + item.typeName() + " into Go value of type v1.Toleration");
      }
    }
    return list.items();
  }
}
