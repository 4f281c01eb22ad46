package io.plimsoll.netpol;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Severity;
import java.util.function.Consumer;

/** Finds one kind of thing that is legal and most likely not meant. It is made for one cluster and used once. */
abstract class LintRule {

  /** The cluster it looks at. */
  final LintedCluster cluster;

  private final Consumer<Finding> found;

  LintRule(LintedCluster cluster, Consumer<Finding> found) {
    this.cluster = cluster;
    this.found = found;
  }

  /** Finds everything, in any order. */
  abstract void check();

  final void report(Finding finding) {
    found.accept(finding);
  }

  final void report(
      LintedPolicy policy, FieldPath path, String rule, Severity severity, String message) {
    report(Finding.of(policy.object(), path, rule, severity, message));
  }
}
