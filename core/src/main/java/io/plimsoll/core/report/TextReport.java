package io.plimsoll.core.report;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Printed;
import io.plimsoll.core.manifest.Severity;
import java.util.List;

/**
 * A report for people. Each entry starts with a line that editors parse, {@code file:line:col: error: … [rule]}, followed by
 * the line of the text with a caret, other places that belong to it, and the change that would mend it. What a terminal would
 * not print stands as an escape: see {@link Printed}.
 */
public final class TextReport {

  private static final int INDENT = 4;

  private final StringBuilder out = new StringBuilder();

  private TextReport() {}

  /** Returns the whole report, with a line that counts at its end; lines end in {@code \n}. */
  public static String of(Report report) {
    TextReport text = new TextReport();
    report.entries().forEach(text::entry);
    text.out.append(summary(report)).append('\n');
    return text.out.toString();
  }

  /** Returns one entry of a report. */
  public static String of(ReportEntry entry) {
    TextReport text = new TextReport();
    text.entry(entry);
    return text.out.toString();
  }

  /**
   * Returns entries as they go below a heading that has named the object and the rule: of each the place and message, the line of
   * the text, and the change that would mend it, or that it takes a person. A change that mends several stands below the last of
   * them only. All of it is indented.
   */
  public static String below(List<ReportEntry> entries) {
    TextReport text = new TextReport();
    for (int i = 0; i < entries.size(); i++) {
      text.below(
          entries.get(i), isMendedBelow(entries.get(i), entries.subList(i + 1, entries.size())));
    }
    return text.out.toString().indent(INDENT);
  }

  private static boolean isMendedBelow(ReportEntry entry, List<ReportEntry> others) {
    for (ReportEntry other : others) {
      if (other.fix() != null && other.fix().equals(entry.fix())) {
        return true;
      }
    }
    return false;
  }

  private void below(ReportEntry entry, boolean mendedBelow) {
    Location location = entry.location();
    line((location == null ? entry.path() : location) + ": " + entry.message());
    if (location != null) {
      out.append(Snippet.of(location));
    }
    related(entry);
    if (entry.fix() == null) {
      note("fix", "by hand");
    } else if (!mendedBelow) {
      fix(entry.fix());
    }
  }

  /** Returns how much there is of what: {@code 2 errors, 1 warning}, or {@code nothing to report}. */
  public static String summary(Report report) {
    StringBuilder line = new StringBuilder();
    for (Severity severity : Severity.values()) {
      int count = report.count(severity);
      if (count > 0) {
        line.append(line.isEmpty() ? "" : ", ")
            .append(count)
            .append(' ')
            .append(noun(severity, count));
      }
    }
    return line.isEmpty() ? "nothing to report" : line.toString();
  }

  private static String noun(Severity severity, int count) {
    return switch (severity) {
      case ERROR -> count == 1 ? "error" : "errors";
      case WARNING -> count == 1 ? "warning" : "warnings";
      case INFO -> count == 1 ? "note" : "notes";
    };
  }

  private void entry(ReportEntry entry) {
    Location location = entry.location();
    ObjectRef object = entry.object();
    line((location == null ? "" : location + ": ")
        + entry.severity().label()
        + (object == null ? ": " : ": " + object + ": ")
        + (entry.path().isRoot() ? "" : entry.path() + ": ")
        + entry.message()
        + " ["
        + entry.rule()
        + "]");
    if (location != null) {
      out.append(isSecret(entry) ? "" : Snippet.of(location));
      location.template().ifPresent(template -> note("template", template));
    }
    related(entry);
    if (entry.fix() != null) {
      fix(entry.fix());
    }
  }

  /** Returns whether an entry stands at a secret value, which is not repeated. */
  private static boolean isSecret(ReportEntry entry) {
    String path = entry.path().toString();
    return entry.object() != null
        && entry.object().kind().equals("Secret")
        && (path.startsWith("data[") || path.startsWith("stringData["));
  }

  private void related(ReportEntry entry) {
    for (Location related : entry.related()) {
      note("see", related.toString());
      out.append(Snippet.of(related));
    }
  }

  private void fix(Patch fix) {
    List<Patch.Operation> operations = fix.operations();
    for (int i = 0; i < operations.size(); i++) {
      if (i + 1 == operations.size() || !isPreparation(operations.get(i), operations.get(i + 1))) {
        note("fix", describe(operations.get(i)));
      }
    }
  }

  /** Who sets a field makes the object it is in without being told to. */
  private static boolean isPreparation(Patch.Operation operation, Patch.Operation next) {
    return operation instanceof Patch.Operation.Add add
        && add.value().equals(MappingValue.empty())
        && next.path().parent().equals(add.path());
  }

  private void note(String label, String text) {
    line("      = " + label + ": " + text);
  }

  private void line(String text) {
    out.append(Printed.line(text)).append('\n');
  }

  /** Returns an operation of a patch as an instruction: {@code set spec.hostNetwork to false}. */
  public static String describe(Patch.Operation operation) {
    if (operation instanceof Patch.Operation.Add add) {
      return "set " + add.path() + " to " + JsonWriter.compact(add.value());
    }
    if (operation instanceof Patch.Operation.Replace replace) {
      return "set " + replace.path() + " to " + JsonWriter.compact(replace.value());
    }
    if (operation instanceof Patch.Operation.Move move) {
      return "move " + move.from() + " to " + move.path();
    }
    if (operation instanceof Patch.Operation.Copy copy) {
      return "copy " + copy.from() + " to " + copy.path();
    }
    if (operation instanceof Patch.Operation.Test test) {
      return "expect " + test.path() + " to be " + JsonWriter.compact(test.value());
    }
    return "remove " + operation.path();
  }
}
