package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** Requirements a node must meet, all of them. Mirrors {@code core/v1 NodeSelectorTerm}. */
public record NodeSelectorTerm(
    List<NodeSelectorRequirement> matchExpressions, List<NodeSelectorRequirement> matchFields) {

  public NodeSelectorTerm {
    matchExpressions = List.copyOf(matchExpressions);
    matchFields = List.copyOf(matchFields);
  }

  /** Reads the record from a tree. */
  public static NodeSelectorTerm from(Fields fields) {
    return new NodeSelectorTerm(
        fields.list("matchExpressions", NodeSelectorRequirement::from),
        fields.list("matchFields", NodeSelectorRequirement::from));
  }
}
