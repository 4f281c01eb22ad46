package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.netpol.Cases;
import io.plimsoll.netpol.Documents;
import java.util.List;

/** Findings of small manifests, as texts. */
final class Lint {

  /** Pods called by their label {@code app} in namespace {@code ns}: {@code web}, {@code api} and {@code db}. */
  static final String PODS = pod("ns", "web", "{name: http, containerPort: 8080}")
      + pod(
          "ns",
          "api",
          "{name: grpc, containerPort: 9000}, {name: dns, containerPort: 53, protocol: UDP}")
      + pod("ns", "db", "{containerPort: 5432}");

  private Lint() {}

  static String pod(String namespace, String app, String ports) {
    return Documents.pod(namespace, app, "{app: " + app + "}", "{name: c, ports: [" + ports + "]}");
  }

  /** A policy of namespace {@code ns}. */
  static String policy(String name, String spec) {
    return Documents.policy("ns", name, spec);
  }

  /** Returns the findings whose rule starts with a name, as {@code line:column severity rule field: message}. */
  static List<String> texts(String rule, String... documents) {
    return findings(rule, documents).stream().map(Lint::text).toList();
  }

  static List<Finding> findings(String rule, String... documents) {
    return NetworkPolicyLint.of(Cases.cluster(String.join("", documents))).findings().stream()
        .filter(finding -> finding.rule().startsWith("netpol/" + rule))
        .toList();
  }

  private static String text(Finding finding) {
    String place =
        finding.place().map(at -> at.toString().replace("case.yaml:", "")).orElse("nowhere");
    return place + " " + finding.severity().label() + " " + finding.path() + ": "
        + finding.message();
  }

  /** Returns the fix of the only finding of a rule, one operation a line. */
  static String fix(String rule, String... documents) {
    List<Finding> findings = findings(rule, documents);
    if (findings.size() != 1) {
      throw new AssertionError("not one finding: " + findings);
    }
    return findings.get(0).fix().map(Object::toString).orElse("by hand");
  }
}
