package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the specifications of policies that judge and of those that change have in common. Mirrors {@code validateParamKind} and
 * {@code validateVariable} of {@code pkg/apis/admissionregistration/validation}; expressions are not compiled.
 */
final class PolicySpecRules {

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

  private PolicySpecRules() {}

  /** Sets the defaults of a policy: {@code SetDefaults_ValidatingAdmissionPolicySpec} and its like. */
  static MappingValue withDefaults(MappingValue policy) {
    return Draft.edit(
        policy,
        draft -> draft.editOrCreate("spec", spec -> {
          spec.setDefault("failurePolicy", ScalarValue.of("Fail"));
          spec.edit("matchConstraints", MatchResourcesRules::setAllDefaults);
        }));
  }

  /** Returns whether the conditions are those of an old policy, about parameters of the same kind. */
  static boolean sameConditions(Part spec, Part old) {
    MappingValue before = old.tree();
    return spec.isSame("paramKind", before) && spec.isSame("matchConditions", before);
  }

  /** Checks what a policy is for, and what becomes of requests when it fails. */
  static void checkSubject(Part spec) {
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
      MatchResourcesRules.check(constraints);
      if (constraints.list("resourceRules").isEmpty()) {
        constraints.required("resourceRules", "");
      }
    } else {
      spec.required("matchConstraints", "");
    }
  }

  /** Checks conditions, unless they are those of the old policy, and variables. */
  static void checkInputs(Part spec, boolean sameConditions) {
    if (!sameConditions) {
      MatchConditionRules.check(spec, "matchConditions");
    }
    spec.list("variables").forEach(PolicySpecRules::checkVariable);
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

  /** Checks that there is an expression. */
  static void checkExpression(Part part, String field) {
    if (part.text(field).isBlank()) {
      part.required(field, field + " is not specified");
    }
  }
}
