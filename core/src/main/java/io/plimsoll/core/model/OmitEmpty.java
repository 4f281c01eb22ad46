package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import java.util.Map;

/** Fields of objects that are written as Go writes those marked {@code omitempty}: not at all where there is nothing in them. */
public final class OmitEmpty {

  private OmitEmpty() {}

  /** Sets a field to a text, unless that is empty. */
  public static void put(Map<String, Value> tree, String name, String text) {
    if (!text.isEmpty()) {
      tree.put(name, ScalarValue.of(text));
    }
  }

  /** Sets a field to a list of texts, unless that is empty. */
  public static void put(Map<String, Value> tree, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      tree.put(name, SequenceValue.ofStrings(texts));
    }
  }
}
