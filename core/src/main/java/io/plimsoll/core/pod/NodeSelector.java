package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** Alternatives of node requirements: one must be met. Mirrors {@code core/v1 NodeSelector}. */
public record NodeSelector(List<NodeSelectorTerm> nodeSelectorTerms) {

  public NodeSelector {
    nodeSelectorTerms = List.copyOf(nodeSelectorTerms);
  }

  /** Reads the record from a tree. */
  public static NodeSelector from(Fields fields) {
    return new NodeSelector(fields.list("nodeSelectorTerms", NodeSelectorTerm::from));
  }
}
