package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import java.util.List;

/**
 * Problems with the value of one field, in the words of {@code field.Error} of {@code
 * k8s.io/apimachinery/pkg/util/validation/field}.
 */
final class FieldErrors {

  private static final String INVALID = "invalid-value";

  static final String LEVELS = "must be one of privileged, baseline, restricted";
  static final String VERSIONS = "must be \"latest\" or \"v1.x\"";

  private FieldErrors() {}

  /** {@code Invalid value: "foo": must be one of privileged, baseline, restricted}. */
  static Problem level(FieldPath path, String value) {
    return invalid(path, value, LEVELS);
  }

  /** {@code Invalid value: "foo": must be "latest" or "v1.x"}. */
  static Problem version(FieldPath path, String value) {
    return invalid(path, value, VERSIONS);
  }

  /** {@code Invalid value: "foo": username must not be empty}. */
  static Problem invalid(FieldPath path, String value, String detail) {
    String message = "Invalid value: " + GoText.quote(value) + ": " + detail;
    return Problem.error(INVALID, null, message).at(path);
  }

  /** {@code Duplicate value: "foo"}. */
  static Problem duplicate(FieldPath path, String value) {
    return Problem.error("duplicate-value", null, "Duplicate value: " + GoText.quote(value))
        .at(path);
  }

  /** The problem with its place in the tree: that of the value if it is to blame, or else that of the key. */
  static Problem locate(Problem problem, Value tree) {
    Value value = problem.path().in(tree);
    Location ofValue = value == null ? null : value.location();
    return new Problem(
        problem.severity(),
        problem.code(),
        problem.code().equals(INVALID) && ofValue != null
            ? ofValue
            : problem.path().locate(tree),
        problem.related(),
        problem.object(),
        problem.path(),
        problem.message());
  }

  /** The problem as Go prints the error: {@code metadata.labels[x]: Invalid value: …}. */
  static String text(Problem problem) {
    return problem.path() + ": " + problem.message();
  }

  /** The problems as Go prints their aggregate. */
  static String aggregate(List<Problem> problems) {
    return aggregateTexts(problems.stream().map(FieldErrors::text).toList());
  }

  /** {@code a}, or {@code [a, b]} of several; each only once. Mirrors {@code errors.Aggregate}. */
  static String aggregateTexts(List<String> errors) {
    List<String> distinct = errors.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.get(0) : "[" + String.join(", ", distinct) + "]";
  }
}
