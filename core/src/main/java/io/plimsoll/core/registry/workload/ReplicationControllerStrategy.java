package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.pod.PodTemplates;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ReplicationControllers, whose selector is a plain map. Mirrors {@code pkg/registry/core/replicationcontroller/strategy.go}, and
 * {@code SetDefaults_ReplicationController} and {@code ValidateReplicationController} of {@code pkg/apis/core}.
 */
final class ReplicationControllerStrategy extends WorkloadStrategy {

  ReplicationControllerStrategy(Capabilities capabilities) {
    super("v1", "ReplicationController", NameRule.DNS_SUBDOMAIN, capabilities);
  }

  /** Labels of the template stand for those of the controller, and for its selector. */
  @Override
  public MappingValue withDefaults(MappingValue object) {
    Value labels = Draft.of(template(object)).object("metadata").get("labels");
    return Draft.edit(object, draft -> {
      draft.editOrCreate("spec", spec -> {
        editTemplate(spec, PodTemplates::withDefaults);
        if (labels instanceof MappingValue map && map.size() > 0) {
          setUnlessFilled(spec, "selector", map);
        }
        spec.setDefault("replicas", ScalarValue.of(1));
      });
      if (labels instanceof MappingValue map && map.size() > 0) {
        draft.editOrCreate("metadata", metadata -> setUnlessFilled(metadata, "labels", map));
      }
    });
  }

  private static void setUnlessFilled(Draft draft, String field, MappingValue map) {
    if (draft.object(field).size() == 0) {
      draft.set(field, map);
    }
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
    checkMetadata(part);
    checkMetadataUpdate(part, old);
    checkSpec(part.object("spec"), template(old));
    return part.errors();
  }

  private static void checkSpec(Part spec, @Nullable MappingValue oldTemplate) {
    spec.nonNegative("minReadySeconds");
    Map<String, String> labels = spec.stringMap("selector");
    if (labels.isEmpty()) {
      spec.required("selector", "");
    }
    spec.nonNegative("replicas");
    Part template = spec.object("template");
    checkLabels(template, Selector.from(new LabelSelector(labels, List.of())), false);
    checkTemplate(template, oldTemplate);
    checkAlways(template, "ReplicationController");
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
              "observedGeneration"),
          List.of("fullyLabeledReplicas", "readyReplicas", "availableReplicas"),
          "readyReplicas");
    });
  }
}
