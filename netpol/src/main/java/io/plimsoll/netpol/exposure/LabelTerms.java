package io.plimsoll.netpol.exposure;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.netpol.label.LabelConditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The labels that pods must have for a selector to tell them from others: each result asks for some labels with a value and some
 * with any value, and for nothing else.
 *
 * <p>{@code In} gives one result a value. {@code NotIn} and {@code DoesNotExist} select pods without the label, which asks for
 * nothing; the pods that they leave out are results of their own, as they are an exception.
 */
final class LabelTerms {

  /** How many results a selector may have; further combinations of values are left out. */
  private static final int LIMIT = 64;

  /** The value of a label that may have any: none that a rule could name. */
  private static final String ANY = "\0";

  private LabelTerms() {}

  /** Returns the results in the order of the selector; none if it is invalid. */
  static Set<LabelSelector> of(LabelSelector selector) {
    Set<LabelSelector> terms = new LinkedHashSet<>();
    if (!LabelConditions.isValid(selector)) {
      return terms;
    }
    terms.add(new LabelSelector(selector.matchLabels(), List.of()));
    for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
      Set<LabelSelector> next = new LinkedHashSet<>();
      for (LabelSelector term : terms) {
        narrow(term, requirement, LIMIT - next.size()).forEach(next::add);
      }
      terms = next;
    }
    return terms;
  }

  /** Returns at most so many results that a requirement makes of one. */
  private static Stream<LabelSelector> narrow(
      LabelSelector term, LabelSelectorRequirement requirement, int most) {
    String key = requirement.key();
    String fixed = term.matchLabels().get(key);
    Stream<LabelSelector> values = requirement.values().stream()
        .filter(value -> fixed == null || fixed.equals(value))
        .map(value -> having(term, key, value));
    Stream<LabelSelector> results = switch (requirement.operator()) {
      case "In" -> values;
      case "Exists" -> Stream.of(having(term, key));
      case "NotIn" -> Stream.concat(Stream.of(term), values);
      default -> Stream.of(term, having(term, key));
    };
    return results.limit(most);
  }

  private static LabelSelector having(LabelSelector term, String key, String value) {
    Map<String, String> labels = new HashMap<>(term.matchLabels());
    labels.put(key, value);
    List<LabelSelectorRequirement> others =
        term.matchExpressions().stream().filter(one -> !one.key().equals(key)).toList();
    return new LabelSelector(labels, others);
  }

  private static LabelSelector having(LabelSelector term, String key) {
    boolean known = term.matchLabels().containsKey(key)
        || term.matchExpressions().stream().anyMatch(one -> one.key().equals(key));
    if (known) {
      return term;
    }
    List<LabelSelectorRequirement> more = new ArrayList<>(term.matchExpressions());
    more.add(new LabelSelectorRequirement(key, "Exists", List.of()));
    return new LabelSelector(term.matchLabels(), more);
  }

  /** Returns the labels of a pod as a result asks for them; a label with any value has one that nobody writes. */
  static Map<String, String> labels(LabelSelector term) {
    Map<String, String> labels = new HashMap<>(term.matchLabels());
    term.matchExpressions().forEach(one -> labels.putIfAbsent(one.key(), ANY));
    return labels;
  }
}
