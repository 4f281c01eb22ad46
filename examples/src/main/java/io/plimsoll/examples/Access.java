package io.plimsoll.examples;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Printed;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.kubectl.ResourceAccess;
import io.plimsoll.rbac.kubectl.RoleSummary;
import io.plimsoll.rbac.kubectl.RoleSummary.Effective;
import io.plimsoll.rbac.lint.RbacLint;
import io.plimsoll.rbac.risk.RiskAnalysis;
import io.plimsoll.rbac.risk.RiskPath;
import io.plimsoll.rbac.risk.RiskText;
import io.plimsoll.rbac.risk.RiskTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the service accounts may do, what is wrong with roles and bindings, and who could come to more power than is meant. */
record Access(
    Cluster cluster, List<RoleSummary> accounts, List<Finding> findings, RiskAnalysis analysis) {

  private static final int MOST_RISKS = 5;

  static Access of(Cluster cluster) {
    Rbac rbac = Rbac.of(cluster);
    List<RoleSummary> accounts = cluster.all(ServiceAccount.KIND).stream()
        .map(account -> account.ref())
        .map(ref -> RoleSummary.of(rbac, Subject.serviceAccount(ref.namespace(), ref.name())))
        .toList();
    return new Access(cluster, accounts, RbacLint.of(cluster).findings(), RiskAnalysis.of(cluster));
  }

  /** Returns one line for each service account, and the paths of the gravest risks. */
  String text() {
    String lines = accounts.stream().map(Access::line).collect(Collectors.joining());
    String paths = risks().stream()
        .map(path -> RiskText.of(path, analysis.cutsOf(path), cluster))
        .collect(Collectors.joining("\n"));
    return lines + (lines.isEmpty() || paths.isEmpty() ? "" : "\n") + paths;
  }

  private List<RiskPath> risks() {
    return analysis.topRisks().stream().limit(MOST_RISKS).toList();
  }

  private static String line(RoleSummary summary) {
    return Printed.line("ServiceAccount %s/%s %s"
            .formatted(summary.subject().namespace(), summary.subject().name(), may(summary)))
        + "\n";
  }

  private static String may(RoleSummary summary) {
    return summary.effective().isEmpty()
        ? "may nothing"
        : "may "
            + summary.effective().stream().map(Access::scope).collect(Collectors.joining("; "));
  }

  private static String scope(Effective effective) {
    List<String> parts = new ArrayList<>();
    for (ResourceAccess access : ResourceAccess.of(effective.rules())) {
      String names =
          access.resourceNames().isEmpty() ? "" : " " + String.join("|", access.resourceNames());
      parts.add(String.join("|", access.verbs()) + " " + access.resource() + names);
    }
    return String.join(", ", parts)
        + (effective.namespace().isEmpty() ? " everywhere" : " in " + effective.namespace());
  }

  /** Returns {@code serviceAccounts}, with what each may do as text, and {@code risks}. */
  Map<String, Value> trees() {
    Map<String, String> may = accounts.stream()
        .collect(Collectors.toMap(
            one -> one.subject().namespace() + "/" + one.subject().name(), Access::may));
    return Map.of(
        "serviceAccounts",
        Value.from(new TreeMap<>(may)),
        "risks",
        Value.from(risks().stream()
            .map(path -> RiskTree.of(path, analysis.cutsOf(path), cluster))
            .toList()));
  }
}
