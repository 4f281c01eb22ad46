package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The errors of one object's validation, in order. Mirrors {@code field.Error} of {@code k8s.io/apimachinery}. */
final class FieldErrors {

  private final ObjectRef object;
  private final List<Problem> problems = new ArrayList<>();

  FieldErrors(ObjectRef object) {
    this.object = object;
  }

  void required(FieldPath path, String detail) {
    add("field-required", path, "Required value" + (detail.isEmpty() ? "" : ": " + detail));
  }

  /** Takes the value as JSON. */
  void invalid(FieldPath path, String value, String detail) {
    add("field-invalid", path, "Invalid value: " + value + ": " + detail);
  }

  void notSupported(FieldPath path, String value, String... supported) {
    String values = Stream.of(supported).map(UpstreamText::quote).collect(Collectors.joining(", "));
    add(
        "field-not-supported",
        path,
        "Unsupported value: " + UpstreamText.quote(value) + ": supported values: " + values);
  }

  private void add(String code, FieldPath path, String message) {
    problems.add(Problem.error(code, null, message).in(object).at(path));
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
