package io.plimsoll.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requirements on labels, all of which must hold, checked once and ready to be matched many times.
 *
 * <p>Two selectors are equal when they have the same requirements in the same order. Mirrors {@code labels.Selector} of {@code
 * k8s.io/apimachinery/pkg/labels}.
 */
public final class Selector {

  /** The selector that matches all labels. */
  public static final Selector EVERYTHING = new Selector(true, new Requirement[0]);

  /** The selector that matches no labels, not even none. */
  public static final Selector NOTHING = new Selector(false, new Requirement[0]);

  private final boolean selectable;
  private final Requirement[] requirements;

  private Selector(boolean selectable, Requirement[] requirements) {
    this.selectable = selectable;
    this.requirements = requirements;
  }

  /** Returns the selector with these requirements, which it orders by key. */
  public static Selector of(List<Requirement> requirements) {
    Requirement[] sorted = requirements.toArray(Requirement[]::new);
    if (sorted.length == 0) {
      return EVERYTHING;
    }
    // Valid keys are ASCII, and requirements on one key stay in their order.
    Arrays.sort(sorted, Comparator.comparing(Requirement::key));
    return new Selector(true, sorted);
  }

  /**
   * Returns the selector that an API object means: an absent one matches nothing, an empty one everything.
   *
   * @throws IllegalArgumentException if it is invalid, with the message of {@code metav1.LabelSelectorAsSelector}
   */
  public static Selector from(@Nullable LabelSelector selector) {
    if (selector == null) {
      return NOTHING;
    }
    List<Requirement> requirements = new ArrayList<>();
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      requirements.add(
          new Requirement(label.getKey(), Requirement.Operator.EQUALS, List.of(label.getValue())));
    }
    for (LabelSelectorRequirement expression : selector.matchExpressions()) {
      requirements.add(expression.toRequirement());
    }
    return of(requirements);
  }

  /**
   * Reads a label query: {@code app=web,tier!=db,env in (dev,test),!legacy,weight>5}. The empty text matches everything.
   *
   * @throws IllegalArgumentException if it is none, with the message of {@code labels.Parse}
   */
  public static Selector parse(String query) {
    return of(new SelectorParser(query).parse());
  }

  /** Reads a label query, if it is one. */
  public static Optional<Selector> tryParse(String query) {
    try {
      return Optional.of(parse(query));
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }

  /** Returns whether the labels meet all requirements. The operators that API objects have allocate nothing. */
  public boolean matches(Map<String, String> labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return selectable;
  }

  /** Returns whether it matches whatever labels there are, because it requires nothing. */
  public boolean isEverything() {
    return selectable && requirements.length == 0;
  }

  /** Returns whether it is {@link #NOTHING}. Requirements that contradict each other are not looked for. */
  public boolean isNothing() {
    return !selectable;
  }

  /** Returns the requirements, ordered by key; none for {@link #EVERYTHING} and {@link #NOTHING}. */
  public List<Requirement> requirements() {
    return List.of(requirements);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Selector that
        && selectable == that.selectable
        && Arrays.equals(requirements, that.requirements);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(requirements) + Boolean.hashCode(selectable);
  }

  /** Returns the canonical label query; empty for {@link #EVERYTHING} and {@link #NOTHING}. */
  @Override
  public String toString() {
    return Arrays.stream(requirements).map(Requirement::toString).collect(Collectors.joining(","));
  }
}
