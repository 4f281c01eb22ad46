package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.PolicyRule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that a subject gains or loses.
 *
 * @param namespace where, empty for everywhere
 * @param rule what: one resource of one group, or one URL, and the verbs
 * @param kept the parts of it that the subject has before and afterwards, so that they are no change: {@code get pods} where
 *     {@code * pods} is gained
 * @param causes the bindings that grant it in the one cluster, in the order in which they are visited
 */
public record AccessChange(String namespace, PolicyRule rule, List<Kept> kept, List<Cause> causes) {

  public AccessChange {
    kept = List.copyOf(kept);
    causes = List.copyOf(causes);
  }

  /**
   * A part that does not change.
   *
   * @param namespace where, empty for everywhere
   * @param rule what: one resource or URL
   */
  public record Kept(String namespace, PolicyRule rule) {

    /** Returns what and where. */
    @Override
    public String toString() {
      return RuleText.of(rule, namespace);
    }
  }

  /** Returns what, where, all but what, and the causes in one line. */
  @Override
  public String toString() {
    String except = kept.isEmpty()
        ? ""
        : ", other than " + kept.stream().map(Kept::toString).collect(Collectors.joining("; "));
    return RuleText.of(rule, namespace)
        + except
        + causes.stream().map(Cause::toString).collect(Collectors.joining("; ", " (", ")"));
  }
}
