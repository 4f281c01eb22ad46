package io.plimsoll.examples;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.report.JsonReport;
import io.plimsoll.core.report.Report;
import io.plimsoll.core.report.TextReport;
import io.plimsoll.core.secrets.PullCredentials;
import io.plimsoll.posture.tenant.Tenant;
import io.plimsoll.posture.tenant.TenantReport;
import io.plimsoll.posture.tenant.Tenants;
import io.plimsoll.psa.PodSecuritySurvey;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found, and how it is printed.
 *
 * @param problems what is wrong with manifests, labels and options
 * @param lint what is legal and most likely not meant
 * @param report problems and lint, in order
 * @param survey what the Pod Security Standards say about the workloads
 * @param access who may do what
 * @param network who may connect to whom
 * @param tenants what keeps namespaces apart
 */
record Output(
    List<Problem> problems,
    List<Finding> lint,
    Report report,
    PodSecuritySurvey survey,
    Access access,
    Network network,
    Tenants tenants) {

  static Output of(
      List<Problem> problems,
      PodSecuritySurvey survey,
      Access access,
      Network network,
      Tenants tenants) {
    List<Finding> lint = new ArrayList<>(access.findings());
    lint.addAll(network.findings());
    lint.addAll(tenants.findings());
    lint.addAll(PullCredentials.of(tenants.cluster()).findings());
    Report report = Report.of(problems, lint, survey.cluster());
    return new Output(problems, lint, report, survey, access, network, tenants);
  }

  /** Returns whether there is nothing but notes. */
  boolean isClean() {
    return report.count(Severity.ERROR) + report.count(Severity.WARNING) == 0
        && survey.violators().isEmpty()
        && access.risks().isEmpty();
  }

  /** Returns problems and findings, then the workloads, what service accounts may do, who may connect to whom, what keeps namespaces apart, and a line that sums up. */
  String text() {
    StringBuilder out = new StringBuilder();
    report.entries().forEach(entry -> out.append(TextReport.of(entry)).append('\n'));
    section(out, "Workloads", survey.toText());
    section(out, "Access", access.text());
    section(out, "Connections", network.text());
    boolean described = tenants.all().stream().anyMatch(Tenant::defined);
    section(out, "Tenants", described ? TenantReport.text(tenants) : "");
    return out
        + "objects: %d (%s); workloads: %d (%d in violation of %s); risks: %d\n"
            .formatted(
                survey.cluster().objects().size(),
                report.entries().isEmpty() ? "no problems" : TextReport.summary(report),
                survey.verdicts().size(),
                survey.violators().size(),
                survey.policy(),
                access.risks().size());
  }

  private static void section(StringBuilder out, String title, String text) {
    if (!text.isEmpty()) {
      out.append(title).append("\n\n").append(text).append('\n');
    }
  }

  /**
   * Returns a {@link JsonReport} of all problems and findings with {@code policy}, {@code workloads} ({@link
   * PodSecuritySurvey#toTree}), {@code serviceAccounts} ({@link io.plimsoll.rbac.kubectl.RoleSummary#toTree}), {@code risks}
   * ({@link io.plimsoll.rbac.risk.RiskTree}), {@code connections} and {@code entrypoints} ({@link
   * io.plimsoll.netpol.tree.ConnectionTree}), {@code tenants} ({@link TenantReport#tree}).
   */
  String json() {
    List<Finding> findings = new ArrayList<>(survey.findings());
    findings.addAll(lint);
    MappingValue tree = JsonReport.tree(Report.of(problems, findings, survey.cluster()))
        .with("policy", ScalarValue.of(survey.policy().toString()))
        .with("workloads", survey.toTree())
        .with("serviceAccounts", access.accountTrees())
        .with("risks", access.riskTrees())
        .with("connections", network.connectionTrees())
        .with("entrypoints", network.entrypointTrees())
        .with("tenants", TenantReport.tree(tenants));
    return JsonWriter.pretty(tree);
  }
}
