package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** Problems with the value of one field, in the words of {@link FieldError}, and where they are. */
final class FieldErrors {

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
    return problem(FieldError.invalid(path, value, detail));
  }

  /** {@code Duplicate value: "foo"}. */
  static Problem duplicate(FieldPath path, String value) {
    return problem(FieldError.duplicate(path, value));
  }

  private static Problem problem(FieldError error) {
    return Problem.error(error.type().code(), null, error.body()).at(error.path());
  }

  /** The problem with its place in the tree: that of the value if it is to blame, or else that of the key. */
  static Problem locate(Problem problem, Value tree) {
    Value value = problem.path().in(tree);
    Location ofValue = value == null ? null : value.location();
    return new Problem(
        problem.severity(),
        problem.code(),
        problem.code().equals(FieldError.Type.INVALID.code()) && ofValue != null
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
    return GoText.aggregate(problems.stream().map(FieldErrors::text).toList());
  }
}
