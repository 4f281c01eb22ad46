package io.plimsoll.core.model;

import java.util.List;
import java.util.Map;

/**
 * Conditions on labels, all of which must hold, as they were written: they need not be valid. The empty selector matches
 * everything. Mirrors {@code meta/v1 LabelSelector}.
 *
 * <p>To match many labels, make a {@link Selector} of it once.
 *
 * @param matchLabels labels and the values they must have
 * @param matchExpressions further conditions
 */
public record LabelSelector(
    Map<String, String> matchLabels, List<LabelSelectorRequirement> matchExpressions) {

  /** The selector that matches everything. */
  public static final LabelSelector EVERYTHING = new LabelSelector(Map.of(), List.of());

  public LabelSelector {
    matchLabels = Maps.copy(matchLabels);
    matchExpressions = List.copyOf(matchExpressions);
  }

  /** Reads the record from a tree. */
  public static LabelSelector from(Fields fields) {
    return new LabelSelector(
        fields.stringMap("matchLabels"),
        fields.list("matchExpressions", LabelSelectorRequirement::from));
  }

  /**
   * Returns the selector this means, checked and ready to be matched.
   *
   * @throws IllegalArgumentException if it is invalid, with the message of {@code metav1.LabelSelectorAsSelector}
   */
  public Selector toSelector() {
    return Selector.from(this);
  }

  /**
   * Returns whether the labels meet all conditions.
   *
   * @throws IllegalArgumentException if it is invalid, with the message of {@code metav1.LabelSelectorAsSelector}
   */
  public boolean matches(Map<String, String> labels) {
    return toSelector().matches(labels);
  }
}
