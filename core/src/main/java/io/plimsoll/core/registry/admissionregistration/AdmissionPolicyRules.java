package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the specification of a policy must be like, but for its expressions. Mirrors {@code
 * validateValidatingAdmissionPolicySpec} of {@code pkg/apis/admissionregistration/validation}.
 */
final class AdmissionPolicyRules {

  private static final List<String> REASONS =
      List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
  private static final Pattern IDENTIFIER = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");
  private static final Set<String> RESERVED = Set.of(
      "true",
      "false",
      "null",
      "in",
      "as",
      "break",
      "const",
      "continue",
      "else",
      "for",
      "function",
      "if",
      "import",
      "let",
      "loop",
      "package",
      "namespace",
      "return",
      "var",
      "void",
      "while");
  private static final int MOST_ANNOTATIONS = 20;
  private static final int LONGEST_VALUE = 5 * 1024;

  private final Part spec;
  private final String name;

  AdmissionPolicyRules(Part spec, String name) {
    this.spec = spec;
    this.name = name;
  }

  void check(boolean sameConditions) {
    if (!spec.has("failurePolicy")) {
      spec.required("failurePolicy", "");
    } else if (!WebhookRules.FAILURE_POLICIES.contains(spec.text("failurePolicy"))) {
      spec.notSupported("failurePolicy", WebhookRules.FAILURE_POLICIES);
    }
    if (spec.has("paramKind")) {
      checkParamKind(spec.object("paramKind"));
    }
    if (spec.has("matchConstraints")) {
      Part constraints = spec.object("matchConstraints");
      MatchResources.check(constraints);
      if (constraints.list("resourceRules").isEmpty()) {
        constraints.required("resourceRules", "");
      }
    } else {
      spec.required("matchConstraints", "");
    }
    if (!sameConditions) {
      MatchConditionRules.check(spec, "matchConditions");
    }
    spec.list("variables").forEach(AdmissionPolicyRules::checkVariable);
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

  private static void checkParamKind(Part kind) {
    String version = kind.text("apiVersion");
    if (version.isEmpty()) {
      kind.required("apiVersion", "");
    } else {
      checkVersion(kind, version);
    }
    String text = kind.text("kind");
    if (text.isEmpty()) {
      kind.required("kind", "");
      return;
    }
    List<String> errors = Names.dns1035LabelErrors(text.toLowerCase(Locale.ROOT));
    if (!errors.isEmpty()) {
      kind.invalid(
          "kind",
          List.of("may have mixed case, but should otherwise match: " + String.join(",", errors)));
    }
  }

  private static void checkVersion(Part kind, String apiVersion) {
    int slash = apiVersion.indexOf('/');
    if (slash != apiVersion.lastIndexOf('/')) {
      kind.invalid("apiVersion", List.of("unexpected GroupVersion string: " + apiVersion));
      return;
    }
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String version = apiVersion.equals("/") ? "" : apiVersion.substring(slash + 1);
    if (!group.isEmpty()) {
      invalid(kind, group, Names.dnsSubdomainErrors(group));
    }
    if (version.isEmpty()) {
      kind.invalid("apiVersion", List.of("version must be specified"));
    } else {
      invalid(kind, version, Names.dns1035LabelErrors(version));
    }
  }

  private static void invalid(Part kind, String value, List<String> errors) {
    if (!errors.isEmpty()) {
      kind.error(FieldError.invalid(kind.at("apiVersion"), value, String.join(",", errors)));
    }
  }

  private static void checkVariable(Part variable) {
    String name = variable.text("name");
    if (name.isBlank()) {
      variable.required("name", "name is not specified");
    } else if (!IDENTIFIER.matcher(name).matches() || RESERVED.contains(name)) {
      variable.invalid("name", List.of("must be a valid CEL identifier"));
    }
    checkExpression(variable, "expression");
  }

  private static void checkExpression(Part part, String field) {
    if (part.text(field).isBlank()) {
      part.required(field, field + " is not specified");
    }
  }

  private static void checkValidation(Part validation) {
    checkExpression(validation, "expression");
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
      checkExpression(annotation, "valueExpression");
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
