package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one kind of a profile. All that match count: what some allow, less what some deny, whatever their order. Mirrors {@code
 * accept_perms} of {@code libapparmor_re/hfa.cc}.
 */
final class RuleSet {

  private final List<PatternRule> rules;

  RuleSet(List<PatternRule> rules) {
    this.rules = List.copyOf(rules);
  }

  List<PatternRule> rules() {
    return rules;
  }

  Match match(String bytes) {
    List<PatternRule> matching = new ArrayList<>();
    for (PatternRule rule : rules) {
      if (rule.matches(bytes)) {
        matching.add(rule);
      }
    }
    return Match.of(matching);
  }

  /**
   * What rules that match say together.
   *
   * @param allow what is allowed, with what an exec leads to
   * @param deny what a rule denies, whether or not anything allows it
   * @param audit what is logged if it is allowed
   * @param quiet what is not logged if it is denied
   * @param rules the rules
   */
  record Match(int allow, int deny, int audit, int quiet, List<PatternRule> rules) {

    static Match of(List<PatternRule> rules) {
      int patterns = 0;
      int exact = 0;
      int deny = 0;
      int audit = 0;
      int quiet = 0;
      for (PatternRule rule : rules) {
        if (rule.deny()) {
          deny |= rule.permissions();
          quiet |= rule.audit();
        } else {
          audit |= rule.audit();
          if (rule.exact()) {
            exact |= rule.permissions();
          } else {
            patterns |= rule.permissions();
          }
        }
      }
      int type = execType(exact, patterns, FileBits.EXEC, FileBits.EXEC_TYPE)
          | execType(
              exact,
              patterns,
              FileBits.EXEC << FileBits.OTHER_SHIFT,
              FileBits.EXEC_TYPE << FileBits.OTHER_SHIFT);
      int allow = ((patterns | exact) & ~FileBits.ALL_EXEC_TYPE) | type;
      return new Match(allow & ~denied(deny), deny, audit, quiet & deny, List.copyOf(rules));
    }

    /** A rule without stars says what an exec leads to, if there is one. */
    private static int execType(int exact, int patterns, int exec, int type) {
      return ((exact & exec) != 0 ? exact : patterns) & type;
    }

    private static int denied(int deny) {
      int all = deny;
      if ((deny & FileBits.EXEC) != 0) {
        all |= FileBits.EXEC_TYPE;
      }
      if ((deny & FileBits.EXEC << FileBits.OTHER_SHIFT) != 0) {
        all |= FileBits.EXEC_TYPE << FileBits.OTHER_SHIFT;
      }
      return all;
    }

    /** Returns the rules that allow some of these permissions. */
    List<PolicyRule> allowing(int permissions) {
      return about(permissions, false);
    }

    /** Returns the rules that deny some of these permissions. */
    List<PolicyRule> denying(int permissions) {
      return about(permissions, true);
    }

    private List<PolicyRule> about(int permissions, boolean deny) {
      return rules.stream()
          .filter(rule -> rule.deny() == deny && (rule.permissions() & permissions) != 0)
          .map(PatternRule::rule)
          .distinct()
          .toList();
    }

    /** Returns the answer to a request for all of these permissions. */
    Access access(int wanted) {
      boolean allowed = (allow & wanted) == wanted;
      return new Access(
          allowed,
          allowed && (audit & wanted) != 0,
          !allowed && (quiet & wanted & ~allow) != 0,
          allowing(wanted),
          denying(wanted));
    }
  }
}
