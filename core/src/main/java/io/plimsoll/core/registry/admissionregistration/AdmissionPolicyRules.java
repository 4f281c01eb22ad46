package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the specification of a policy must be like, but for its expressions. Mirrors {@code
 * validateValidatingAdmissionPolicySpec} of {@code pkg/apis/admissionregistration/validation}.
 */
final class AdmissionPolicyRules {

  private static final List<String> REASONS =
      List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
  private static final int MOST_ANNOTATIONS = 20;
  private static final int LONGEST_VALUE = 5 * 1024;

  private final Part spec;
  private final String name;

  AdmissionPolicyRules(Part spec, String name) {
    this.spec = spec;
    this.name = name;
  }

  void check(boolean sameConditions) {
    PolicySpecRules.checkSubject(spec);
    PolicySpecRules.checkInputs(spec, sameConditions);
    List<Part> validations = spec.list("validations");
    List<Part> annotations = spec.list("auditAnnotations");
    if (validations.isEmpty() && annotations.isEmpty()) {
      String detail = "validations or auditAnnotations must contain at least one item";
      spec.required("validations", detail);
      spec.required("auditAnnotations", detail);
    }
    validations.forEach(AdmissionPolicyRules::checkValidation);
    checkAnnotations(annotations);
  }

  private static void checkValidation(Part validation) {
    PolicySpecRules.checkExpression(validation, "expression");
    for (String field : List.of("messageExpression", "message")) {
      String text = validation.text(field);
      if (!text.isEmpty() && text.isBlank()) {
        validation.invalid(field, List.of("must be non-empty if specified"));
      }
    }
    String message = validation.text("message").strip();
    if (message.indexOf('\n') >= 0 || message.indexOf('\r') >= 0) {
      validation.invalid("message", List.of("must not contain line breaks"));
    }
    if (validation.has("reason") && !REASONS.contains(validation.text("reason"))) {
      validation.notSupported("reason", REASONS);
    }
  }

  private void checkAnnotations(List<Part> annotations) {
    if (annotations.size() > MOST_ANNOTATIONS) {
      spec.invalid(
          "auditAnnotations", "must not have more than " + MOST_ANNOTATIONS + " auditAnnotations");
    }
    Set<String> keys = new HashSet<>();
    for (Part annotation : annotations) {
      String key = annotation.text("key");
      if (name.isEmpty()) {
        annotation.invalid("key", List.of("requires metadata.name be non-empty"));
      } else {
        String whole = name + "/" + key;
        LabelSyntax.keyErrors(whole)
            .forEach(
                error -> annotation.error(FieldError.invalid(annotation.at("key"), whole, error)));
      }
      PolicySpecRules.checkExpression(annotation, "valueExpression");
      if (GoText.length(annotation.text("valueExpression").strip()) > LONGEST_VALUE) {
        annotation.required(
            "valueExpression", "must not exceed " + LONGEST_VALUE + " bytes in length");
      }
      if (!keys.add(key)) {
        annotation.error(FieldError.duplicate(annotation.at("key"), key));
      }
    }
  }
}
