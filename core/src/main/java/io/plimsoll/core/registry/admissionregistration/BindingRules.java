package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/**
 * What the bindings of policies that judge and of those that change have in common. Mirrors {@code validateParamRef} of {@code
 * pkg/apis/admissionregistration/validation} and what comes before and after it.
 */
final class BindingRules {

  private static final List<String> NOT_FOUND_ACTIONS = List.of("Deny", "Allow");
  private static final String ONE_OF_BOTH = "name and selector are mutually exclusive";

  private BindingRules() {}

  /**
   * Checks which policy is bound, and to what.
   *
   * @param noPolicy what is wrong if none is named
   */
  static void check(Part spec, FieldError noPolicy) {
    String policy = spec.text("policyName");
    if (policy.isEmpty()) {
      spec.error(noPolicy);
    } else {
      spec.invalid("policyName", Names.dnsSubdomainErrors(policy));
    }
    if (spec.has("paramRef")) {
      checkParameters(spec, spec.object("paramRef"));
    }
    if (spec.has("matchResources")) {
      MatchResourcesRules.check(spec.object("matchResources"));
    }
  }

  private static void checkParameters(Part spec, Part parameters) {
    String name = parameters.text("name");
    boolean selects = parameters.has("selector");
    if (!name.isEmpty()) {
      parameters.invalid("name", Names.pathSegmentErrors(name));
      if (selects) {
        parameters.forbidden("name", ONE_OF_BOTH);
      }
    }
    if (selects) {
      parameters
          .errors()
          .addAll(SelectorRules.errors(parameters.at("selector"), parameters.selector("selector")));
      if (!name.isEmpty()) {
        parameters.forbidden("selector", ONE_OF_BOTH);
      }
    }
    if (name.isEmpty() && !selects) {
      spec.required("paramRef", "one of name or selector must be specified");
    }
    String action = parameters.text("parameterNotFoundAction");
    if (action.isEmpty()) {
      parameters.required("parameterNotFoundAction", "");
    } else if (!NOT_FOUND_ACTIONS.contains(action)) {
      parameters.notSupported("parameterNotFoundAction", NOT_FOUND_ACTIONS);
    }
  }
}
