package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a review, in upstream's order. Mirrors {@code pkg/apis/authorization/validation}. Each method returns a list
 * that may be added to.
 */
final class ReviewValidation {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath RESOURCE = SPEC.field("resourceAttributes");

  /** The fields of metadata in the order in which Go writes them. */
  private static final List<String> METADATA = List.of(
      "name",
      "generateName",
      "namespace",
      "selfLink",
      "uid",
      "resourceVersion",
      "generation",
      "creationTimestamp",
      "deletionTimestamp",
      "deletionGracePeriodSeconds",
      "labels",
      "annotations",
      "ownerReferences",
      "finalizers");

  private ReviewValidation() {}

  /** Mirrors {@code ValidateSubjectAccessReviewSpec}. */
  static List<FieldError> subject(AccessReview review) {
    List<FieldError> errors = union(review);
    if (review.user().name().isEmpty() && review.user().groups().isEmpty()) {
      errors.add(FieldError.invalid(
          SPEC.field("user"), "", "at least one of user or group must be specified"));
    }
    errors.addAll(selectors(review));
    return errors;
  }

  /** Mirrors {@code ValidateSelfSubjectAccessReviewSpec}. */
  static List<FieldError> attributes(AccessReview review) {
    List<FieldError> errors = union(review);
    errors.addAll(selectors(review));
    return errors;
  }

  private static List<FieldError> union(AccessReview review) {
    List<FieldError> errors = new ArrayList<>();
    if (review.hasResource() == review.hasPath()) {
      errors.add(FieldError.invalidPrinted(
          SPEC,
          review.hasPath() ? printed(review) : "null",
          "exactly one of nonResourceAttributes or resourceAttributes must be specified"));
    }
    return errors;
  }

  private static String printed(AccessReview review) {
    return "{\"Path\":" + GoText.json(review.path().text("path")) + ",\"Verb\":"
        + GoText.json(review.path().text("verb")) + "}";
  }

  /** What holds only for the review of a namespace. */
  static List<FieldError> local(AccessReview review) {
    List<FieldError> errors = new ArrayList<>();
    String namespace = review.resource().text("namespace");
    if (review.hasResource() && !namespace.equals(review.namespace())) {
      errors.add(FieldError.invalid(
          RESOURCE.field("namespace"), namespace, "must match metadata.namespace"));
    }
    if (review.hasPath()) {
      errors.add(FieldError.invalidPrinted(
          SPEC.field("nonResourceAttributes"),
          printed(review),
          "disallowed on this kind of request"));
    }
    return errors;
  }

  /** Metadata must say nothing but what is allowed. */
  static List<FieldError> metadata(MappingValue object, List<String> allowed, String otherwise) {
    Fields metadata = Fields.of(Fields.of(object).value("metadata"));
    Map<String, Value> said = new LinkedHashMap<>();
    for (String name : METADATA) {
      Value value = metadata.value(name);
      if (value != null && !isEmpty(value)) {
        said.put(name, value);
      }
    }
    List<FieldError> errors = new ArrayList<>();
    if (!allowed.containsAll(said.keySet())) {
      errors.add(FieldError.invalid(FieldPath.of("metadata"), MappingValue.of(said), otherwise));
    }
    return errors;
  }

  private static boolean isEmpty(Value value) {
    return List.of("\"\"", "0", "{}", "[]").contains(value.toString());
  }

  private static List<FieldError> selectors(AccessReview review) {
    List<FieldError> errors = new ArrayList<>();
    for (String name : List.of("fieldSelector", "labelSelector")) {
      if (review.resource().has(name)) {
        selector(
            Fields.of(review.resource().value(name)),
            RESOURCE.field(name),
            name.equals("labelSelector"),
            errors);
      }
    }
    return errors;
  }

  private static void selector(
      Fields selector, FieldPath path, boolean labels, List<FieldError> errors) {
    String raw = selector.text("rawSelector");
    List<Fields> requirements = selector.list("requirements", one -> one);
    if (!raw.isEmpty() && !requirements.isEmpty()) {
      errors.add(FieldError.invalid(
          path.field("rawSelector"), raw, "may not specified at the same time as requirements"));
    }
    if (raw.isEmpty() && requirements.isEmpty()) {
      errors.add(FieldError.required(
          path.field("requirements"),
          "when " + path + " is specified, requirements or rawSelector is required"));
    }
    for (int i = 0; i < requirements.size(); i++) {
      FieldPath at = path.field("requirements").index(i);
      Fields one = requirements.get(i);
      if (!labels && one.text("key").isEmpty()) {
        errors.add(FieldError.required(at.field("key"), "must be specified"));
      }
      values(one, at.field("values"), errors);
      if (labels) {
        label(one, at, errors);
      }
    }
  }

  /** Operators that are not known may come from newer clients. */
  private static void values(Fields requirement, FieldPath path, List<FieldError> errors) {
    boolean none = requirement.strings("values").isEmpty();
    switch (requirement.text("operator")) {
      case "In", "NotIn" -> {
        if (none) {
          errors.add(
              FieldError.required(path, "must be specified when `operator` is 'In' or 'NotIn'"));
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (!none) {
          errors.add(FieldError.forbidden(
              path, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
        }
      }
      default -> {
        // It is left out when the review is answered.
      }
    }
  }

  private static void label(Fields requirement, FieldPath path, List<FieldError> errors) {
    String key = requirement.text("key");
    for (String message : LabelSyntax.keyErrors(key)) {
      errors.add(FieldError.invalid(path.field("key"), key, message));
    }
    List<String> values = requirement.strings("values");
    for (int i = 0; i < values.size(); i++) {
      for (String message : LabelSyntax.valueErrors(values.get(i))) {
        errors.add(FieldError.invalid(path.field("values").index(i), values.get(i), message));
      }
    }
  }
}
