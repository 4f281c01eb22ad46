package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of labels as annotations have it: {@code env=prod,disk=ssd}. Mirrors {@code labels.ConvertSelectorToLabelsMap}. */
final class NodeSelectorText {

  private NodeSelectorText() {}

  /**
   * Reads the labels.
   *
   * @throws IllegalArgumentException if the text is no list of labels, with upstream's message
   */
  static Map<String, String> parse(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return labels;
    }
    for (String item : text.split(",", -1)) {
      String[] parts = item.split("=", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException("invalid selector: [" + String.join(" ", parts) + "]");
      }
      String key = parts[0].strip();
      String value = parts[1].strip();
      check("<nil>", key, LabelSyntax.keyErrors(key));
      check("[" + key + "]", value, LabelSyntax.valueErrors(value));
      labels.put(key, value);
    }
    return labels;
  }

  private static void check(String field, String text, List<String> errors) {
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          field + ": Invalid value: " + GoText.quote(text) + ": " + String.join("; ", errors));
    }
  }
}
