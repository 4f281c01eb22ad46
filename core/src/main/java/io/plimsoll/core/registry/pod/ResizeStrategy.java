package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Resources of a running pod that change. Mirrors {@code podResizeStrategy}. */
final class ResizeStrategy extends PodSubresourceStrategy {

  private static final List<String> CONTAINERS = List.of("containers", "initContainers");

  ResizeStrategy(Capabilities capabilities) {
    super(capabilities);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue pod, MappingValue old) {
    Draft spec = Draft.of(Draft.of(pod).object("spec"));
    Draft oldSpec = Draft.of(Draft.of(old).object("spec"));
    MappingValue prepared = pod;
    if (CONTAINERS.stream()
        .allMatch(f -> spec.items(f).size() == oldSpec.items(f).size())) {
      prepared = withSpec(pod, old, draft -> {
        if (spec.get("resources") instanceof MappingValue resources) {
          draft.set("resources", resources);
        } else {
          draft.remove("resources");
        }
        for (String field : CONTAINERS) {
          if (draft.get(field) instanceof SequenceValue list) {
            draft.set(field, list.withItems(resized(spec.items(field), oldSpec.items(field))));
          }
        }
      });
    }
    return PodPreparation.nextGeneration(
        Draft.edit(prepared, draft -> {
          Value resources = oldSpec.get("resources");
          draft.edit("spec", s -> {
            if (resources != null) {
              s.setDefault("resources", resources);
            }
            PodLevelResources.setDefaults(s);
          });
          DisabledFields.drop(draft, old);
        }),
        old);
  }

  /** Returns the old containers with what may change of the new ones; the new ones if their names are not the same. */
  private static List<Value> resized(List<Value> containers, List<Value> old) {
    List<Value> resized = new ArrayList<>();
    for (int i = 0; i < containers.size(); i++) {
      Fields container = Fields.of(containers.get(i));
      Fields before = Fields.of(old.get(i));
      if (!container.text("name").equals(before.text("name"))) {
        return containers;
      }
      resized.add(Draft.edit(before.tree(), draft -> {
        for (String field : List.of("resources", "resizePolicy")) {
          Value value = container.value(field);
          if (value == null) {
            draft.remove(field);
          } else {
            draft.set(field, value);
          }
        }
      }));
    }
    return resized;
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue pod, MappingValue old) {
    Part oldPart = part(old);
    List<FieldError> refused = ResizeRules.refused(oldPart);
    if (!refused.isEmpty()) {
      return refused;
    }
    Part part = part(pod);
    checkCommon(part, old);
    new ResizeRules(part, oldPart).check();
    return part.errors();
  }
}
