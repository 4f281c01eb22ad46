package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.pod.PodTemplates;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ReplicaSets. Mirrors {@code pkg/registry/apps/replicaset/strategy.go}, and {@code SetDefaults_ReplicaSet} and {@code
 * ValidateReplicaSet} of {@code pkg/apis/apps}.
 */
final class ReplicaSetStrategy extends WorkloadStrategy {

  ReplicaSetStrategy(Capabilities capabilities) {
    super("apps/v1", "ReplicaSet", NameRule.DNS_SUBDOMAIN, capabilities);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate("spec", spec -> {
          editTemplate(spec, PodTemplates::withDefaults);
          spec.setDefault("replicas", ScalarValue.of(1));
        }));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    checkSpec(part.object("spec"), null);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    checkSpec(spec, template(old));
    spec.immutable("selector", Draft.of(old).object("spec"));
    return part.errors();
  }

  private static void checkSpec(Part spec, @Nullable MappingValue oldTemplate) {
    spec.nonNegative("replicas");
    spec.nonNegative("minReadySeconds");
    // Upstream's own slip.
    checkSelector(spec, "deployment");
    checkReplicaTemplate(spec, oldTemplate);
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>(nameWarnings(object));
    warnings.addAll(templateWarnings(object));
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return templateWarnings(object, old);
  }

  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> {
      Part status = object.object("status");
      ReplicaCounts.check(
          status,
          List.of(
              "replicas",
              "fullyLabeledReplicas",
              "readyReplicas",
              "availableReplicas",
              "observedGeneration",
              "terminatingReplicas"),
          List.of("fullyLabeledReplicas", "readyReplicas", "availableReplicas"),
          "readyReplicas");
    });
  }
}
