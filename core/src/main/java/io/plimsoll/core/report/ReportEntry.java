package io.plimsoll.core.report;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to show: a problem or a finding, and where it stands.
 *
 * @param severity how much it matters
 * @param rule the stable name of the rule, or the code of the problem
 * @param location where it stands, if it has a place in a text
 * @param related other places that belong to it
 * @param object the object it is in, if one could be made out
 * @param path the field it is about, from the root of the object
 * @param message what is wrong, in one line
 * @param observed the field's value, or {@code null} if it is absent or not of interest
 * @param allowed the values that would be accepted, as a person would write them
 * @param fix the change of the object that mends it, or {@code null} if none is known
 */
public record ReportEntry(
    Severity severity,
    String rule,
    @Nullable Location location,
    List<Location> related,
    @Nullable ObjectRef object,
    FieldPath path,
    String message,
    @Nullable Value observed,
    List<String> allowed,
    @Nullable Patch fix)
    implements Comparable<ReportEntry> {

  private static final Comparator<ReportEntry> ORDER = Comparator.comparing(ReportEntry::file)
      .thenComparingInt(ReportEntry::offset)
      .thenComparing(ReportEntry::object, Comparator.nullsFirst(Comparator.naturalOrder()))
      .thenComparing(ReportEntry::path)
      .thenComparing(ReportEntry::rule)
      .thenComparing(ReportEntry::message)
      .thenComparing(ReportEntry::severity);

  public ReportEntry {
    related = List.copyOf(related);
    allowed = List.copyOf(allowed);
  }

  static ReportEntry of(Problem problem) {
    return new ReportEntry(
        problem.severity(),
        problem.code(),
        problem.location(),
        problem.related(),
        problem.object(),
        problem.path(),
        problem.message(),
        null,
        List.of(),
        null);
  }

  static ReportEntry of(Finding finding, @Nullable Location location) {
    return new ReportEntry(
        finding.severity(),
        finding.rule(),
        location,
        List.of(),
        finding.object(),
        finding.path(),
        finding.message(),
        finding.observed(),
        finding.allowed(),
        finding.patch());
  }

  private String file() {
    return location == null ? "" : location.file();
  }

  private int offset() {
    return location == null ? -1 : location.startOffset();
  }

  /** Orders by file, place, object, field, rule, message and severity, whatever else the entries hold. */
  @Override
  public int compareTo(ReportEntry other) {
    return ORDER.compare(this, other);
  }
}
