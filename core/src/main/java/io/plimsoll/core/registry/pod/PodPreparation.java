package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pod as it is stored. Mirrors {@code PrepareForCreate} and {@code PrepareForUpdate} of {@code pkg/registry/core/pod}. */
final class PodPreparation {

  private static final ScalarValue FIRST_GENERATION = ScalarValue.of(1);
  private static final MappingValue PENDING =
      MappingValue.of(Map.of("phase", ScalarValue.of("Pending")));

  private PodPreparation() {}

  /** Returns a new pod. */
  static MappingValue forCreate(MappingValue pod) {
    MappingValue metadata = object(pod, "metadata");
    MappingValue prepared = pod.with("metadata", metadata.with("generation", FIRST_GENERATION));
    MappingValue spec = object(pod, "spec");
    // Nothing else becomes of most pods.
    if (spec.size() == 0
        || !PodContext.PLAIN.containsAllOf(spec)
        || DisabledFields.areIn(metadata, spec)
        || AppArmorAnnotations.areIn(metadata)) {
      prepared = Draft.edit(prepared, draft -> change(draft, metadata));
      spec = object(prepared, "spec");
    }
    return prepared.with("status", status(metadata, spec));
  }

  private static MappingValue object(MappingValue pod, String field) {
    return pod.get(field) instanceof MappingValue object ? object : MappingValue.empty();
  }

  private static void change(Draft pod, MappingValue metadata) {
    DisabledFields.drop(pod, MappingValue.empty());
    pod.editOrCreate("spec", spec -> LabelKeys.toSelectors(spec, metadata));
    AppArmorAnnotations.toFields(pod);
    pod.edit("spec", PodLevelResources::setDefaults);
  }

  private static MappingValue status(MappingValue metadata, MappingValue spec) {
    MappingValue status = PENDING;
    if (spec.get("schedulingGates") instanceof SequenceValue gates && gates.size() > 0) {
      status = status.with("conditions", SequenceValue.of(List.of(gated(metadata))));
    }
    return status.with("qosClass", ScalarValue.of(PodQos.ofSpec(spec)));
  }

  /** A pod with gates waits before it is scheduled: {@code applySchedulingGatedCondition}. */
  private static MappingValue gated(MappingValue metadata) {
    Map<String, Value> condition = new LinkedHashMap<>();
    condition.put("type", ScalarValue.of("PodScheduled"));
    condition.put("status", ScalarValue.of("False"));
    condition.put("lastProbeTime", ScalarValue.ofNull());
    Value created = Fields.of(metadata).value("creationTimestamp");
    condition.put("lastTransitionTime", created == null ? ScalarValue.ofNull() : created);
    condition.put("reason", ScalarValue.of("SchedulingGated"));
    condition.put(
        "message", ScalarValue.of("Scheduling is blocked due to non-empty scheduling gates"));
    return MappingValue.of(condition);
  }

  /** Returns a pod that takes the place of an old one. */
  static MappingValue forUpdate(MappingValue pod, MappingValue old) {
    Value oldResources = Fields.of(old.get("spec")).value("resources");
    MappingValue prepared = Draft.edit(pod, draft -> {
      Value status = old.get("status");
      if (status == null) {
        draft.remove("status");
      } else {
        draft.set("status", status);
      }
      if (oldResources != null) {
        // Clients that do not know of the field do not take it away.
        draft.edit("spec", spec -> spec.setDefault("resources", oldResources));
      }
      DisabledFields.drop(draft, old);
    });
    return nextGeneration(prepared, old);
  }

  /** Counts the changes of what a pod runs: {@code updatePodGeneration}. */
  static MappingValue nextGeneration(MappingValue prepared, MappingValue old) {
    if (WireForm.isSame(prepared.get("spec"), old.get("spec"), PodTypes.SPEC)) {
      return prepared;
    }
    return Draft.edit(
        prepared,
        draft -> draft.editOrCreate("metadata", metadata -> {
          Long generation = Fields.of(metadata.build()).int64("generation");
          metadata.set("generation", ScalarValue.of(generation == null ? 1 : generation + 1));
        }));
  }
}
