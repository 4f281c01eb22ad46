package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of the fields that a webhook answers with. Mirrors how Go decodes {@code AdmissionReview} of {@code k8s.io/api/admission}. */
final class ReviewTypes {

  private static final List<String> TEXTS = List.of("uid", "patch", "patchType");

  private ReviewTypes() {}

  /**
   * Looks at a review.
   *
   * @throws IllegalArgumentException if a field is of a wrong type, with upstream's message
   */
  static void check(Fields review) {
    Value value = review.value("response");
    if (isAbsent(value)) {
      return;
    }
    if (!(value instanceof MappingValue object)) {
      throw failure(value, "AdmissionReview.response", "v1.AdmissionResponse");
    }
    Fields response = Fields.of(object);
    for (String field : TEXTS) {
      checkText(response.value(field), field);
    }
    Value allowed = response.value("allowed");
    if (!isAbsent(allowed) && !(allowed instanceof ScalarValue scalar && scalar.isBoolean())) {
      throw failure(allowed, name("allowed"), "bool");
    }
    Value status = response.value("status");
    if (!isAbsent(status) && !(status instanceof MappingValue)) {
      throw failure(status, name("status"), "v1.Status");
    }
    checkItems(response);
  }

  private static void checkItems(Fields response) {
    Value warnings = response.value("warnings");
    if (!isAbsent(warnings)) {
      if (!(warnings instanceof SequenceValue list)) {
        throw failure(warnings, name("warnings"), "[]string");
      }
      list.items().forEach(item -> checkText(item, "warnings"));
    }
    Value annotations = response.value("auditAnnotations");
    if (!isAbsent(annotations)) {
      if (!(annotations instanceof MappingValue map)) {
        throw failure(annotations, name("auditAnnotations"), "map[string]string");
      }
      map.keys().forEach(key -> checkText(map.get(key), "auditAnnotations"));
    }
  }

  private static void checkText(@Nullable Value value, String field) {
    if (!isAbsent(value) && !(value instanceof ScalarValue scalar && scalar.isString())) {
      throw failure(value, name(field), "string");
    }
  }

  private static String name(String field) {
    return "AdmissionResponse.response." + field;
  }

  private static boolean isAbsent(@Nullable Value value) {
    return value == null || value.isNull();
  }

  private static IllegalArgumentException failure(
      @Nullable Value value, String field, String type) {
    String found = value == null ? "null" : value.typeName();
    return new IllegalArgumentException("failed to call webhook: json: cannot unmarshal " + found
        + " into Go struct field " + field + " of type " + type);
  }
}
