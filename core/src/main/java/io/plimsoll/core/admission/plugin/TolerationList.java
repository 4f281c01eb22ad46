package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.decode.PlainDecoder;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.Schema;
import java.util.List;

/** Lists of tolerations outside of pods: in annotations and in configurations. Mirrors {@code []v1.Toleration}. */
final class TolerationList {

  /** What such a list is. */
  static final FieldType TYPE =
      new FieldType.ListOf(Schema.kubernetes().type("core.v1.Toleration").orElseThrow());

  private TolerationList() {}

  /**
   * Reads the list that an annotation has as JSON.
   *
   * @throws IllegalArgumentException if the text is no list of tolerations, with the message of Go's decoder
   */
  static List<Value> read(String text) {
    return PlainDecoder.decode(text, TYPE) instanceof SequenceValue list ? list.items() : List.of();
  }
}
