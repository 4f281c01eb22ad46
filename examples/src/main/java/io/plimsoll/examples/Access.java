package io.plimsoll.examples;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Printed;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.rbac.BootstrapPolicy;
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
import java.util.stream.Collectors;

/** What the service accounts may do, what is wrong with roles and bindings, and who could come to more power than is meant. */
record Access(
    Cluster cluster,
    List<RoleSummary> accounts,
    List<Finding> findings,
    RiskAnalysis analysis,
    List<RiskPath> risks) {

  private static final int MOST_RISKS = 5;

  static Access of(Cluster cluster) {
    // Bindings often name a role that every cluster has, such as view.
    Rbac rbac = Rbac.of(BootstrapPolicy.addTo(cluster));
    List<RoleSummary> accounts = cluster.all(ServiceAccount.KIND).stream()
        .map(account -> account.ref())
        .map(ref -> RoleSummary.of(rbac, Subject.serviceAccount(ref.namespace(), ref.name())))
        .toList();
    RiskAnalysis analysis = RiskAnalysis.of(rbac, cluster);
    return new Access(
        cluster, accounts, RbacLint.of(cluster).findings(), analysis, analysis.topRisks());
  }

  /** Returns one line for each service account, and the paths of the gravest risks. */
  String text() {
    StringBuilder text = new StringBuilder();
    accounts.forEach(account -> text.append(line(account)));
    for (RiskPath path : risks.subList(0, Math.min(MOST_RISKS, risks.size()))) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(RiskText.of(path, analysis.cutsOf(path), cluster));
    }
    if (risks.size() > MOST_RISKS) {
      text.append("\nand the risks of %d more subjects\n".formatted(risks.size() - MOST_RISKS));
    }
    return text.toString();
  }

  private static String line(RoleSummary summary) {
    return Printed.line("ServiceAccount %s/%s %s"
            .formatted(summary.subject().namespace(), summary.subject().name(), may(summary)))
        + "\n";
  }

  private static String may(RoleSummary summary) {
    String scopes = summary.effective().stream()
        .filter(effective -> !effective.rules().isEmpty())
        .map(Access::scope)
        .collect(Collectors.joining("; "));
    return scopes.isEmpty() ? "may nothing" : "may " + scopes;
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

  /** Returns what each service account may do. */
  Value accountTrees() {
    return Value.from(accounts.stream().map(RoleSummary::toTree).toList());
  }

  Value riskTrees() {
    return Value.from(risks.stream().map(path -> RiskTree.of(path, cluster)).toList());
  }
}
