package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A node selector term with a weight. Mirrors {@code core/v1 PreferredSchedulingTerm}. */
public record PreferredSchedulingTerm(
    @Nullable NodeSelectorTerm preference, @Nullable Integer weight) {

  /** Reads the record from a tree. */
  public static PreferredSchedulingTerm from(Fields fields) {
    return new PreferredSchedulingTerm(
        fields.object("preference", NodeSelectorTerm::from), fields.int32("weight"));
  }
}
