package io.plimsoll.core.model;

import java.util.List;

/** A condition on one label. Mirrors {@code meta/v1 LabelSelectorRequirement}. */
public record LabelSelectorRequirement(String key, String operator, List<String> values) {

  public LabelSelectorRequirement {
    values = List.copyOf(values);
  }

  /** Reads the record from a tree. */
  public static LabelSelectorRequirement from(Fields fields) {
    return new LabelSelectorRequirement(
        fields.text("key"), fields.text("operator"), fields.strings("values"));
  }
}
