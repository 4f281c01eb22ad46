package io.plimsoll.core.decode;

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

  public ConfigurationDecoding {
    problems = List.copyOf(problems);
  }

  /** Returns whether nothing is wrong. */
  public boolean isFine() {
    return message.isEmpty();
  }

  /** Returns this with problems that were met when the text was read. */
  ConfigurationDecoding after(List<Problem> earlier) {
    List<Problem> all = new ArrayList<>(earlier);
    all.addAll(problems);
    return new ConfigurationDecoding(message, all, tree);
  }
}
