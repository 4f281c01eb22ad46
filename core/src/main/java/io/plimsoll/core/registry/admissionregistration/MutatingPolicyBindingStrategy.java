package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;

/**
 * MutatingAdmissionPolicyBindings. Mirrors {@code
 * pkg/registry/admissionregistration/mutatingadmissionpolicybinding/strategy.go} and {@code
 * ValidateMutatingAdmissionPolicyBinding} of {@code pkg/apis/admissionregistration/validation}; whether the user may read the
 * parameters is not asked.
 */
final class MutatingPolicyBindingStrategy extends KindStrategy {

  private final boolean parametersAreNeeded;

  /**
   * Makes the strategy of a version.
   *
   * @param parametersAreNeeded whether the version denies by default what has no parameters: {@code SetDefaults_ParamRef}
   */
  MutatingPolicyBindingStrategy(String version, boolean parametersAreNeeded) {
    super(
        "admissionregistration.k8s.io/" + version,
        "MutatingAdmissionPolicyBinding",
        false,
        NameRule.DNS_SUBDOMAIN);
    this.parametersAreNeeded = parametersAreNeeded;
  }

  @Override
  protected boolean hasStandardFinalizers() {
    return false;
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
    spec.edit("matchResources", MatchResources::setAllDefaults);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(object);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return same("spec", object, old) ? object : StatusRules.nextGeneration(object, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = check(object);
    StaticNames.check(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return check(object).errors();
  }

  private Part check(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    Part spec = part.object("spec");
    BindingRules.check(spec, FieldError.required(spec.at("policyName"), ""));
    MutatingPolicyRules.checkOperations(spec, "matchResources");
    return part;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return StaticNames.warnings(part(object));
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
