package io.plimsoll.examples;

import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.report.JsonReport;
import io.plimsoll.core.report.Report;
import io.plimsoll.core.report.TextReport;
import io.plimsoll.psa.PodSecuritySurvey;
import java.util.List;

/** How problems and verdicts are printed. */
final class Output {

  private Output() {}

  /** Returns the problems, the workloads, and a line that sums up. */
  static String text(List<Problem> problems, PodSecuritySurvey survey) {
    Report report = Report.of(problems);
    StringBuilder out = new StringBuilder();
    report.entries().forEach(entry -> out.append(TextReport.of(entry)).append('\n'));
    out.append(survey.toText()).append(survey.verdicts().isEmpty() ? "" : "\n");
    return out
        + "objects: %d (%s); workloads: %d (%d in violation of %s)\n"
            .formatted(
                survey.cluster().objects().size(),
                problems.isEmpty() ? "no problems" : TextReport.summary(report),
                survey.verdicts().size(),
                survey.violators().size(),
                survey.policy());
  }

  /** Returns a {@link JsonReport} of problems and findings with {@code policy} and {@code workloads} ({@link PodSecuritySurvey#toTree}). */
  static String json(List<Problem> problems, PodSecuritySurvey survey) {
    Report report = Report.of(problems, survey.findings(), survey.cluster());
    return JsonWriter.pretty(JsonReport.tree(report)
        .with("policy", ScalarValue.of(survey.policy().toString()))
        .with("workloads", survey.toTree()));
  }
}
