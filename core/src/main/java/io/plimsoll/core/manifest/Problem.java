package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with an input, and where.
 *
 * @param severity how grave it is
 * @param code a stable, kebab-case name of the kind of problem, such as {@code unknown-field}
 * @param location where it is, if it has a place in a text
 * @param related other places that belong to it, such as the first of two duplicates
 * @param object the object it is in, if one could be made out
 * @param path the field it is about; the root if it is about the whole object or document
 * @param message what is wrong and what was expected: lower case, one line, no full stop
 */
public record Problem(
    Severity severity,
    String code,
    @Nullable Location location,
    List<Location> related,
    @Nullable ObjectRef object,
    FieldPath path,
    String message) {

  public Problem {
    related = List.copyOf(related);
  }

  /** Returns an error about a place in a text. */
  public static Problem error(String code, @Nullable Location location, String message) {
    return new Problem(Severity.ERROR, code, location, List.of(), null, FieldPath.ROOT, message);
  }

  /** Returns a warning about a place in a text. */
  public static Problem warning(String code, @Nullable Location location, String message) {
    return error(code, location, message).withSeverity(Severity.WARNING);
  }

  /** Returns this problem with another severity. */
  public Problem withSeverity(Severity other) {
    return new Problem(other, code, location, related, object, path, message);
  }

  /** Returns this problem about a field. */
  public Problem at(FieldPath field) {
    return new Problem(severity, code, location, related, object, field, message);
  }

  /** Returns this problem about an object. */
  public Problem in(ObjectRef owner) {
    return new Problem(severity, code, location, related, owner, path, message);
  }

  /** Returns this problem with another place that belongs to it. */
  public Problem relatedTo(Location other) {
    List<Location> all = new ArrayList<>(related);
    all.add(other);
    return new Problem(severity, code, location, all, object, path, message);
  }

  /** Returns the UTF-16 index in its text at which it stands, or -1 if it has no place in a text. */
  public int startOffset() {
    return location == null ? -1 : location.startOffset();
  }

  /**
   * Returns the problem in one line, in the form that editors parse: {@code file:line:col: error: message [code]}. What a
   * terminal would not print stands as an escape: see {@link Printed}.
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    if (location != null) {
      line.append(location).append(": ");
    }
    line.append(severity.label()).append(": ");
    if (object != null) {
      line.append(object).append(": ");
    }
    if (!path.isRoot()) {
      line.append(path).append(": ");
    }
    line.append(message).append(" [").append(code).append(']');
    return Printed.line(line.toString());
  }

  /** Returns where it is, if it has a place in a text. */
  public Optional<Location> place() {
    return Optional.ofNullable(location);
  }
}
