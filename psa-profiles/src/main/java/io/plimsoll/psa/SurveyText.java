package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Printed;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.core.report.Report;
import io.plimsoll.core.report.TextReport;
import io.plimsoll.psa.PodSecuritySurvey.Verdict;
import java.util.Optional;

/** Puts verdicts into text. */
final class SurveyText {

  private final PodSecuritySurvey survey;
  private final StringBuilder out = new StringBuilder();

  SurveyText(PodSecuritySurvey survey) {
    this.survey = survey;
  }

  /** Workloads that violate something stand apart. */
  String verdicts() {
    boolean apart = false;
    for (Verdict verdict : survey.verdicts()) {
      boolean violates = !verdict.result().allowed();
      out.append(apart || (violates && !out.isEmpty()) ? "\n" : "");
      verdict(verdict);
      apart = violates;
    }
    return out.toString();
  }

  private void verdict(Verdict verdict) {
    out.append(Printed.line(verdict.workload().ref().toString()))
        .append(" meets ")
        .append(verdict.level());
    if (verdict.result().allowed()) {
      out.append('\n');
      return;
    }
    out.append(", not ").append(survey.policy()).append('\n');
    template(verdict.workload())
        .ifPresent(name -> out.append("  template: ").append(Printed.line(name)).append('\n'));
    verdict.result().violations().forEach(this::violation);
  }

  private static Optional<String> template(Workload workload) {
    return workload.object().locate(FieldPath.ROOT).flatMap(Location::template);
  }

  private void violation(Violation violation) {
    out.append("\n  ").append(Printed.line(violation.toString())).append('\n');
    Report places = Report.of(
        violation.findings().stream().map(PodFinding::finding).toList(), survey.cluster());
    out.append(TextReport.below(places.entries()));
  }
}
