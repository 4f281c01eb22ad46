package io.plimsoll.rbac.least;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an audit log line by line, so that a bad line costs no other. */
final class AuditLogReader {

  private static final int MOST_PROBLEMS = 1_000;

  private final Source source;
  private final List<AuditEvent> events = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  AuditLogReader(Source source) {
    this.source = source;
  }

  AuditLog read() {
    String text = source.text();
    int line = 1;
    for (int start = 0; start < text.length(); line++) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      if (!text.substring(start, end).isBlank()) {
        readLine(line, start, end);
      }
      start = end + 1;
    }
    return new AuditLog(events, problems);
  }

  private void readLine(int line, int start, int end) {
    Source lineSource = Source.of(source.name(), source.text().substring(start, end));
    Documents documents = Documents.readJson(lineSource, Limits.DEFAULT);
    for (Problem problem : documents.problems()) {
      report(moved(problem, start));
    }
    if (documents.problems().isEmpty()) {
      // The text "null" leaves no root.
      Fields event = Fields.of(documents.roots().stream().findFirst().orElse(null));
      new AuditEventDecoder(line, message -> report(notAnEvent(start, end, message)))
          .decode(event)
          .ifPresent(events::add);
    }
  }

  private Problem notAnEvent(int start, int end, String message) {
    return Problem.error("not-an-audit-event", new Location(source, start, end), message);
  }

  /** Returns a problem of the line as one of the log. */
  private Problem moved(Problem problem, int by) {
    return new Problem(
        problem.severity(),
        problem.code(),
        moved(problem.location(), by),
        List.of(),
        problem.object(),
        problem.path(),
        problem.message());
  }

  private @Nullable Location moved(@Nullable Location location, int by) {
    return location == null
        ? null
        : new Location(source, by + location.startOffset(), by + location.endOffset());
  }

  private void report(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
