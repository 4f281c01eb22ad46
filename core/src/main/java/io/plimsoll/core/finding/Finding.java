package io.plimsoll.core.finding;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rule found in one field of one object.
 *
 * @param rule the stable name of the rule, such as {@code pod-security/privileged}
 * @param severity how much it matters
 * @param object the object it is in
 * @param path the field, from the root of the object
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
    String message,
    @Nullable Value observed,
    List<String> allowed,
    @Nullable Patch patch) {

  public Finding {
    allowed = List.copyOf(allowed);
  }

  /** Returns the change that mends it, if there is one. */
  public Optional<Patch> fix() {
    return Optional.ofNullable(patch);
  }
}
