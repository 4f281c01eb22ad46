package io.plimsoll.psa;

import io.plimsoll.core.pod.PodSpec;
import java.util.Optional;

/** The kinds of pods that later revisions of some checks leave alone. */
final class Exempt {

  private Exempt() {}

  /** Returns the rule for all but pods that say they run on Windows, which has no such setting. */
  static Check.Rule windows(Check.Rule rule) {
    return (metadata, spec) -> isWindows(spec) ? Optional.empty() : rule.evaluate(metadata, spec);
  }

  /** Returns the rule for all but pods with users of their own, whose root is nobody on the host. */
  static Check.Rule userNamespaces(Check.Rule rule) {
    return (metadata, spec) ->
        Boolean.FALSE.equals(spec.hostUsers()) ? Optional.empty() : rule.evaluate(metadata, spec);
  }

  static boolean isWindows(PodSpec spec) {
    return spec.os() != null && spec.os().name().equals("windows");
  }
}
