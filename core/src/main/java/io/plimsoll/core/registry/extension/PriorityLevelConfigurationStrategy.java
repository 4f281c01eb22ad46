package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.Optional;

/**
 * PriorityLevelConfigurations. Mirrors {@code pkg/registry/flowcontrol/prioritylevelconfiguration/strategy.go}, {@code
 * SetDefaults_…} and {@code ValidatePriorityLevelConfiguration} of {@code pkg/apis/flowcontrol}; what the two mandatory levels say
 * is not compared.
 */
final class PriorityLevelConfigurationStrategy extends KindStrategy {

  private static final ScalarValue ZERO = ScalarValue.of(0);
  private static final String PRESERVE =
      "flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares";

  PriorityLevelConfigurationStrategy() {
    super(
        "flowcontrol.apiserver.k8s.io/v1",
        "PriorityLevelConfiguration",
        false,
        NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.edit("spec", spec -> {
          spec.edit(
              "exempt",
              exempt -> exempt
                  .setDefault("nominalConcurrencyShares", ZERO)
                  .setDefault("lendablePercent", ZERO));
          spec.edit(
              "limited",
              limited -> limited
                  .setDefault("nominalConcurrencyShares", ScalarValue.of(30))
                  .setDefault("lendablePercent", ZERO)
                  .edit(
                      "limitResponse",
                      response ->
                          response.edit("queuing", PriorityLevelConfigurationStrategy::setQueues)));
        }));
  }

  private static void setQueues(Draft queuing) {
    queuing
        .setDefaultNumber("handSize", ScalarValue.of(8))
        .setDefaultNumber("queues", ScalarValue.of(64))
        .setDefaultNumber("queueLengthLimit", ScalarValue.of(50));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(StatusRules.reset(object));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return withGeneration("spec", StatusRules.keep(object, old), old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    if (part.object("metadata").stringMap("annotations").containsKey(PRESERVE)) {
      part.error(FieldError.forbidden(
          FieldPath.of("metadata", "annotations"), "annotation '" + PRESERVE + "' is forbidden"));
    }
    new PriorityLevelRules(part.object("spec")).check(part.object("metadata").text("name"));
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return validate(object);
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return new PriorityLevelRules(part(object).object("spec")).declared();
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    return same("spec", object, old) ? List.of() : validateDeclaratively(object);
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of("whether the mandatory priority levels stay as they are is not validated");
  }
}
