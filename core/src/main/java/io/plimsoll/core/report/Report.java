package io.plimsoll.core.report;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be shown, sorted by file and place; what has no place comes first.
 *
 * @param entries problems and findings
 */
public record Report(List<ReportEntry> entries) {

  public Report {
    entries = entries.stream().sorted().toList();
  }

  /**
   * Returns a report of problems and findings.
   *
   * @param objects where the objects are looked up that were judged as records, so that a finding about one has no place yet
   */
  public static Report of(List<Problem> problems, List<Finding> findings, Cluster objects) {
    List<ReportEntry> entries = new ArrayList<>();
    problems.forEach(problem -> entries.add(ReportEntry.of(problem)));
    for (Finding finding : findings) {
      Location location = finding
          .place()
          .or(() -> objects.locate(finding.object(), finding.path()))
          .orElse(null);
      entries.add(ReportEntry.of(finding, location));
    }
    return new Report(entries);
  }

  /**
   * Returns a report of findings alone.
   *
   * @param objects as {@link #of(List, List, Cluster)} uses them
   */
  public static Report of(List<Finding> findings, Cluster objects) {
    return of(List.of(), findings, objects);
  }

  /** Returns a report of problems alone. */
  public static Report of(List<Problem> problems) {
    return of(problems, List.of(), Cluster.empty());
  }

  /** Returns how many entries have a severity. */
  public int count(Severity severity) {
    return (int) entries.stream().filter(entry -> entry.severity() == severity).count();
  }
}
