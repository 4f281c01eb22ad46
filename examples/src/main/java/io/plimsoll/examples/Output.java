package io.plimsoll.examples;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.report.JsonReport;
import io.plimsoll.core.report.Report;
import io.plimsoll.core.report.TextReport;
import io.plimsoll.psa.PodSecuritySurvey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was found, and how it is printed. */
record Output(List<Problem> problems, PodSecuritySurvey survey, Access access, Network network) {

  boolean isClean() {
    return lint().count(Severity.ERROR) == 0
        && lint().count(Severity.WARNING) == 0
        && survey.violators().isEmpty();
  }

  /** Problems of reading, and findings that stand apart from what they are about. */
  private Report lint() {
    List<Finding> findings = new ArrayList<>(access.findings());
    findings.addAll(network.findings());
    return Report.of(problems, findings, survey.cluster());
  }

  /** Returns problems and findings, then the workloads, what service accounts may do, who may connect to whom, and a line that sums up. */
  String text() {
    StringBuilder out = new StringBuilder();
    lint().entries().forEach(entry -> out.append(TextReport.of(entry)).append('\n'));
    section(out, "Workloads", survey.toText());
    section(out, "Access", access.text());
    section(out, "Connections", network.text());
    return out
        + "objects: %d (%s); workloads: %d (%d in violation of %s)\n"
            .formatted(
                survey.cluster().objects().size(),
                lint().entries().isEmpty() ? "no problems" : TextReport.summary(lint()),
                survey.verdicts().size(),
                survey.violators().size(),
                survey.policy());
  }

  private static void section(StringBuilder out, String title, String text) {
    if (!text.isEmpty()) {
      out.append(title).append("\n\n").append(text).append('\n');
    }
  }

  /**
   * Returns a {@link JsonReport} of all problems and findings with {@code policy}, {@code workloads} ({@link
   * PodSecuritySurvey#toTree}), {@code serviceAccounts}, {@code risks} and {@code connections}.
   */
  String json() {
    List<Finding> findings = new ArrayList<>(survey.findings());
    findings.addAll(access.findings());
    findings.addAll(network.findings());
    MappingValue tree = JsonReport.tree(Report.of(problems, findings, survey.cluster()))
        .with("policy", ScalarValue.of(survey.policy().toString()))
        .with("workloads", survey.toTree());
    for (Map.Entry<String, Value> part : access.trees().entrySet()) {
      tree = tree.with(part.getKey(), part.getValue());
    }
    return JsonWriter.pretty(tree.with("connections", network.tree()));
  }
}
