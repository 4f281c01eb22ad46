package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Collects what is wrong with the fields of one object, in the API server's words. Mirrors {@code field.Error} of {@code
 * k8s.io/apimachinery/pkg/util/validation/field}.
 */
final class FieldErrors {

  private final ObjectRef object;
  private final List<Problem> problems = new ArrayList<>();

  FieldErrors(ObjectRef object) {
    this.object = object;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void add(String code, FieldPath path, String message) {
    problems.add(Problem.error(code, null, message).in(object).at(path));
  }

  void warn(String code, FieldPath path, String message) {
    problems.add(Problem.warning(code, null, message).in(object).at(path));
  }

  private static String with(String type, String detail) {
    return detail.isEmpty() ? type : type + ": " + detail;
  }

  void invalid(FieldPath path, String value, String detail) {
    add("invalid-value", path, with("Invalid value: " + GoText.quote(value), detail));
  }

  void invalid(FieldPath path, int value, String detail) {
    add("invalid-value", path, with("Invalid value: " + value, detail));
  }

  void invalid(FieldPath path, List<String> value, String detail) {
    add("invalid-value", path, with("Invalid value: " + GoText.json(value), detail));
  }

  void required(FieldPath path, String detail) {
    add("required-value", path, with("Required value", detail));
  }

  void forbidden(FieldPath path, String detail) {
    add("forbidden-value", path, with("Forbidden", detail));
  }

  void notSupported(FieldPath path, String value, String... supported) {
    String list = Arrays.stream(supported).map(GoText::quote).collect(Collectors.joining(", "));
    add(
        "unsupported-value",
        path,
        "Unsupported value: " + GoText.quote(value) + ": supported values: " + list);
  }

  void tooMany(FieldPath path, int actual, int most) {
    add("too-many", path, "Too many: " + actual + ": must have at most " + most + " items");
  }

  void tooLong(FieldPath path, int most) {
    add("too-long", path, "Too long: may not be more than " + most + " bytes");
  }

  /** What the schema of a custom resource says about a number: Kubernetes repeats the path in it. */
  void inBody(FieldPath path, int value, String detail) {
    invalid(path, value, path + " in body should " + detail);
  }

  /** What a rule in CEL of a custom resource says about an object. */
  void rule(FieldPath path, String type, String message) {
    invalid(path, type, message);
  }
}
