package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** A condition on one label or field of a node. Mirrors {@code core/v1 NodeSelectorRequirement}. */
public record NodeSelectorRequirement(String key, String operator, List<String> values) {

  public NodeSelectorRequirement {
    values = List.copyOf(values);
  }

  /** Reads the record from a tree. */
  public static NodeSelectorRequirement from(Fields fields) {
    return new NodeSelectorRequirement(
        fields.text("key"), fields.text("operator"), fields.strings("values"));
  }
}
