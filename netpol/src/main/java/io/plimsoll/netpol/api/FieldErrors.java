package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the fields of one object, in the API server's words. */
final class FieldErrors {

  private final ObjectRef object;
  private final List<Problem> problems = new ArrayList<>();

  FieldErrors(ObjectRef object) {
    this.object = object;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void add(FieldError error) {
    problems.add(error.problem(object));
  }

  void addAll(List<FieldError> errors) {
    errors.forEach(this::add);
  }

  void warn(String code, FieldPath path, String message) {
    problems.add(Problem.warning(code, null, message).in(object).at(path));
  }

  void invalid(FieldPath path, String value, String detail) {
    add(FieldError.invalid(path, value, detail));
  }

  void required(FieldPath path, String detail) {
    add(FieldError.required(path, detail));
  }

  void notSupported(FieldPath path, String value, String... supported) {
    add(FieldError.notSupported(path, value, List.of(supported)));
  }

  void tooMany(FieldPath path, int actual, int most) {
    // The schema of a custom resource always has items.
    add(new FieldError(
        FieldError.Type.TOO_MANY,
        path,
        Integer.toString(actual),
        "must have at most " + most + " items"));
  }

  void tooLong(FieldPath path, int most) {
    add(FieldError.tooLong(path, most));
  }

  /** What the schema of a custom resource says about a number: Kubernetes repeats the path in it. */
  void inBody(FieldPath path, int value, String detail) {
    add(FieldError.invalid(path, value, path + " in body should " + detail));
  }

  /** What a rule in CEL of a custom resource says about an object. */
  void rule(FieldPath path, String type, String message) {
    invalid(path, type, message);
  }
}
