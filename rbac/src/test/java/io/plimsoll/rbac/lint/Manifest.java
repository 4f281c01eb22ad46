package io.plimsoll.rbac.lint;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.KubeObject;
import java.util.List;

/** Manifests of a test, and what is found in them as a person would read it. */
final class Manifest {

  /** The head of roles and bindings. */
  static final String RBAC = "apiVersion: rbac.authorization.k8s.io/v1\n";

  private Manifest() {}

  static Cluster cluster(String yaml) {
    return Cluster.of(Documents.read(Source.of("m.yaml", yaml), Limits.DEFAULT).roots().stream()
        .map(root -> KubeObject.of((MappingValue) root))
        .toList());
  }

  /** Returns the findings, each as {@code line:column severity rule path: message}. */
  static List<String> lint(String yaml) {
    return RbacLint.of(cluster(yaml)).findings().stream().map(Manifest::text).toList();
  }

  /** Returns the findings of some rules only. */
  static List<String> lint(String yaml, LintRule... rules) {
    List<String> ids = List.of(rules).stream().map(LintRule::id).toList();
    return RbacLint.of(cluster(yaml)).findings().stream()
        .filter(finding -> ids.contains(finding.rule()))
        .map(Manifest::text)
        .toList();
  }

  static String text(Finding finding) {
    return finding.place().orElseThrow().start() + " " + finding.severity().label() + " "
        + finding.rule() + " " + finding.path() + ": " + finding.message();
  }
}
