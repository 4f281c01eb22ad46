package io.plimsoll.rbac.least;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events of an audit log, one JSON text a line. Mirrors {@code audit.k8s.io/v1 Event} as the log backend of an API server
 * writes it.
 *
 * <p>Empty lines are left out, as are events of the stage {@code RequestReceived}, which precede an authorization. A line that
 * cannot be understood is a problem with its place: {@code json-syntax} and others of reading, or {@code not-an-audit-event}.
 *
 * @param events the events in order
 * @param problems what is wrong, in order; the first 1,000
 */
public record AuditLog(List<AuditEvent> events, List<Problem> problems) {

  public AuditLog {
    events = List.copyOf(events);
    problems = List.copyOf(problems);
  }

  /** Reads a log; the name is what locations show. */
  public static AuditLog read(String name, String text) {
    return read(Source.of(name, text));
  }

  /** Reads a log. */
  public static AuditLog read(Source source) {
    return new AuditLogReader(source).read();
  }

  /** Returns the requests that were not refused, each once, in the order in which they first occurred. */
  public List<AccessRequest> requests() {
    return events.stream()
        .filter(event -> !event.isForbidden())
        .flatMap(event -> Stream.concat(event.impersonation().stream(), Stream.of(event.request())))
        .distinct()
        .toList();
  }
}
