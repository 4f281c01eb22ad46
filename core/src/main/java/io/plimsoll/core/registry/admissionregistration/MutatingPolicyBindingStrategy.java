package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;

/**
 * MutatingAdmissionPolicyBindings. Mirrors {@code
 * pkg/registry/admissionregistration/mutatingadmissionpolicybinding/strategy.go} and {@code
 * ValidateMutatingAdmissionPolicyBinding} of {@code pkg/apis/admissionregistration/validation}; whether the user may read the
 * parameters is not asked.
 */
final class MutatingPolicyBindingStrategy extends PolicyStrategy {

  private final boolean parametersAreNeeded;

  /**
   * Makes the strategy of a version.
   *
   * @param parametersAreNeeded whether the version denies by default what has no parameters: {@code SetDefaults_ParamRef}
   */
  MutatingPolicyBindingStrategy(String version, boolean parametersAreNeeded) {
    super(version, "MutatingAdmissionPolicyBinding");
    this.parametersAreNeeded = parametersAreNeeded;
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> draft.edit("spec", this::setDefaults));
  }

  private void setDefaults(Draft spec) {
    if (parametersAreNeeded) {
      spec.edit(
          "paramRef",
          parameters -> parameters.setDefault("parameterNotFoundAction", ScalarValue.of("Deny")));
    }
    spec.edit("matchResources", MatchResourcesRules::setAllDefaults);
  }

  @Override
  Part check(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    Part spec = part.object("spec");
    BindingRules.check(spec, FieldError.required(spec.at("policyName"), ""));
    MutatingPolicyRules.checkOperations(spec, "matchResources");
    return part;
  }
}
