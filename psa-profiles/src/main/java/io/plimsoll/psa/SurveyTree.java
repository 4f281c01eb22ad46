package io.plimsoll.psa;

import io.plimsoll.core.report.JsonReport;
import io.plimsoll.psa.PodSecuritySurvey.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts verdicts into trees. */
final class SurveyTree {

  private SurveyTree() {}

  static Map<String, Object> verdict(Verdict verdict) {
    Fixes fixes = verdict.result().fixes();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("object", JsonReport.tree(verdict.workload().ref()));
    out.put("level", verdict.level().toString());
    out.put(
        "violations",
        verdict.result().violations().stream().map(SurveyTree::violation).toList());
    out.put("fix", fixes.patch().toTree());
    out.put("byHand", fixes.byHand().stream().map(Violation::check).toList());
    return out;
  }

  private static Map<String, Object> violation(Violation violation) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("check", violation.check());
    out.put("reason", violation.reason());
    out.put("detail", violation.detail());
    return out;
  }
}
