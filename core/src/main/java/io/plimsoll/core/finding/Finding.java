package io.plimsoll.core.finding;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rule found in one field of one object.
 *
 * <p>Findings are ordered by object, field, rule and message: those that differ in nothing but the rest are equal in order.
 *
 * @param rule the stable name of the rule, such as {@code pod-security/privileged}
 * @param severity how much it matters
 * @param object the object it is in
 * @param path the field, from the root of the object
 * @param location where the field, or else its nearest ancestor, stands; {@code null} if the object was made without a text
 * @param message what is wrong, in one line
 * @param observed the field's value, or {@code null} if it is absent
 * @param allowed the values that would be accepted, as a person would write them; empty if they cannot be listed
 * @param patch the change of the object that mends it, or {@code null} if none does so mechanically
 */
public record Finding(
    String rule,
    Severity severity,
    ObjectRef object,
    FieldPath path,
    @Nullable Location location,
    String message,
    @Nullable Value observed,
    List<String> allowed,
    @Nullable Patch patch)
    implements Comparable<Finding> {

  public Finding {
    allowed = List.copyOf(allowed);
  }

  /** Returns a finding about a field of an object as it was written, which no change is known to mend. */
  public static Finding of(
      KubeObject object, FieldPath path, String rule, Severity severity, String message) {
    return new Finding(
        rule,
        severity,
        object.ref(),
        path,
        object.locate(path).orElse(null),
        message,
        path.in(object.tree()),
        List.of(),
        null);
  }

  /** Returns this finding with the values that would be accepted. */
  public Finding withAllowed(List<String> values) {
    return new Finding(rule, severity, object, path, location, message, observed, values, patch);
  }

  /** Returns this finding with the change that mends it. */
  public Finding withFix(Patch fix) {
    return new Finding(rule, severity, object, path, location, message, observed, allowed, fix);
  }

  /** Returns where it is, if it has a place in a text. */
  public Optional<Location> place() {
    return Optional.ofNullable(location);
  }

  /** Returns the change that mends it, if there is one. */
  public Optional<Patch> fix() {
    return Optional.ofNullable(patch);
  }

  @Override
  public int compareTo(Finding other) {
    int order = object.compareTo(other.object);
    order = order != 0 ? order : path.compareTo(other.path);
    order = order != 0 ? order : rule.compareTo(other.rule);
    return order != 0 ? order : message.compareTo(other.message);
  }
}
