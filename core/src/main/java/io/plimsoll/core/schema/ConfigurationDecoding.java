package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What upstream's strict decoder says about a file of configuration: first that it is of another kind, then the first field of
 * a wrong type, then all duplicate and unknown fields.
 *
 * @param message upstream's text, empty if nothing is wrong
 * @param problems everything that is wrong, in the order of the tree
 * @param tree what was decoded; empty if the kind is another
 */
public record ConfigurationDecoding(String message, List<Problem> problems, MappingValue tree) {

  static final String STRICT = "strict decoding error: ";

  public ConfigurationDecoding {
    problems = List.copyOf(problems);
  }

  /** Returns whether nothing is wrong. */
  public boolean isFine() {
    return message.isEmpty();
  }

  /** Returns this with what was lost when the text was read, which only the strict decoder minds. */
  ConfigurationDecoding with(List<Problem> losses) {
    if (losses.isEmpty()) {
      return this;
    }
    List<Problem> all = new ArrayList<>(losses);
    all.addAll(problems);
    boolean strict = message.isEmpty() || message.startsWith(STRICT);
    return new ConfigurationDecoding(strict ? strictMessage(losses) : message, all, tree);
  }

  private String strictMessage(List<Problem> losses) {
    StringBuilder text = new StringBuilder(STRICT).append("yaml: unmarshal errors:");
    for (Problem loss : losses) {
      List<FieldPath.Step> steps = loss.path().steps();
      String key = steps.isEmpty() ? "" : steps.get(steps.size() - 1).token();
      int line = loss.place().map(place -> place.start().line()).orElse(0);
      text.append("\n  line " + line + ": key " + GoText.quote(key) + " already set in map");
    }
    return message.isEmpty()
        ? text.toString()
        : text.append(", ").append(message.substring(STRICT.length())).toString();
  }
}
