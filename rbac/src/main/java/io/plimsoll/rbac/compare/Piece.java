package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.PolicyRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a rule that is compared at once. */
sealed interface Piece {

  /** What a rule may stand for before it is compared as a whole: its lists multiply. */
  long MOST_ATOMS = 10_000;

  PolicyRule toRule();

  /**
   * One verb on one resource or URL.
   *
   * @param group the group, or {@code null} for a URL
   * @param target the resource with its subresource, or the URL
   * @param name the only name of objects it is about, or {@code null} for all
   */
  record Atom(
      String verb,
      @Nullable String group,
      String target,
      @Nullable String name) implements Piece {

    static Atom of(PolicyRule atom) {
      String verb = atom.verbs().get(0);
      return atom.nonResourceURLs().isEmpty()
          ? new Atom(
              verb,
              atom.apiGroups().get(0),
              atom.resources().get(0),
              atom.resourceNames().isEmpty() ? null : atom.resourceNames().get(0))
          : new Atom(verb, null, withOneStar(atom.nonResourceURLs().get(0)), null);
    }

    /** All stars that a URL ends in mean the same as one. */
    private static String withOneStar(String url) {
      int end = prefixLength(url);
      return url.length() - end <= 1 ? url : url.substring(0, end + 1);
    }

    /** Returns the length of what comes before the stars that a URL ends in. */
    static int prefixLength(String url) {
      int end = url.length();
      while (end > 0 && url.charAt(end - 1) == '*') {
        end--;
      }
      return end;
    }

    boolean isUrl() {
      return group == null;
    }

    @Override
    public PolicyRule toRule() {
      if (group == null) {
        return PolicyRule.ofUrls(List.of(verb), List.of(target));
      }
      PolicyRule rule = PolicyRule.of(List.of(verb), List.of(group), List.of(target));
      return name == null ? rule : rule.named(name);
    }
  }

  /** A rule that stands for too many atoms. */
  record Whole(PolicyRule rule) implements Piece {
    @Override
    public PolicyRule toRule() {
      return rule;
    }
  }

  /** Returns the pieces of rules; those about URLs only where URLs count. */
  static List<Piece> of(List<PolicyRule> rules, boolean withUrls) {
    List<Piece> pieces = new ArrayList<>();
    for (PolicyRule rule : rules) {
      PolicyRule counted = withUrls ? rule : rule.withoutUrls();
      if (atoms(counted) > MOST_ATOMS) {
        pieces.add(new Whole(counted));
      } else {
        PolicyRules.breakdown(List.of(counted)).forEach(atom -> pieces.add(Atom.of(atom)));
      }
    }
    return pieces;
  }

  /** The product of sizes of lists in memory, as a number that does not overflow. */
  private static double atoms(PolicyRule rule) {
    double verbs = rule.verbs().size();
    return verbs
            * rule.apiGroups().size()
            * rule.resources().size()
            * Math.max(1, rule.resourceNames().size())
        + verbs * rule.nonResourceURLs().size();
  }
}
