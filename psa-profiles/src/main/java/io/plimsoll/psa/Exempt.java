package io.plimsoll.psa;

import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A rule that leaves some kinds of pods alone, as later revisions of some checks do.
 *
 * @param pods the pods that it leaves alone
 * @param rule the rule for all others
 */
record Exempt(Predicate<PodSpec> pods, Check.Rule rule) implements Check.Rule {

  /** Returns the rule for all but pods that say they run on Windows, which has no such setting. */
  static Check.Rule windows(Check.Rule rule) {
    return new Exempt(Exempt::isWindows, rule);
  }

  /** Returns the rule for all but pods with users of their own, whose root is nobody on the host. */
  static Check.Rule userNamespaces(Check.Rule rule) {
    return new Exempt(Exempt::hasUserNamespace, rule);
  }

  static boolean isWindows(PodSpec spec) {
    return spec.os() != null && spec.os().name().equals("windows");
  }

  private static boolean hasUserNamespace(PodSpec spec) {
    return Boolean.FALSE.equals(spec.hostUsers());
  }

  /** Returns whether any rule may leave a pod alone. */
  static boolean mayBe(PodSpec spec) {
    return isWindows(spec) || hasUserNamespace(spec);
  }

  /** Returns what a rule is for pods that none leaves alone. */
  static Check.Rule withoutExemption(Check.Rule rule) {
    return rule instanceof Exempt exempt ? exempt.rule() : rule;
  }

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    return pods.test(spec) ? Optional.empty() : rule.evaluate(metadata, spec);
  }
}
