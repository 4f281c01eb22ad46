package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.ObjectDiff;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Containers for debugging that are added to a pod. Mirrors {@code podEphemeralContainersStrategy}. */
final class EphemeralContainersStrategy extends PodSubresourceStrategy {

  private static final String FIELD = "ephemeralContainers";
  private static final ObjectType TYPE = PodTypes.type("core.v1.EphemeralContainer");

  EphemeralContainersStrategy(Capabilities capabilities) {
    super(capabilities);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue pod, MappingValue old) {
    Value containers = Fields.of(pod.get("spec")).value(FIELD);
    MappingValue prepared = withSpec(pod, old, spec -> {
      if (containers == null) {
        spec.remove(FIELD);
      } else {
        spec.set(FIELD, containers);
      }
    });
    return PodPreparation.nextGeneration(
        Draft.edit(prepared, draft -> DisabledFields.drop(draft, old)), old);
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue pod, MappingValue old) {
    Part oldPart = part(old);
    if (isMirror(oldPart)) {
      // Upstream's path has one field, whose name is empty.
      return List.of(FieldError.forbidden(
          FieldPath.of(""), "static pods do not support ephemeral containers"));
    }
    Part part = part(pod);
    PodContext context = checkCommon(part, old);
    PodRules.checkAnnotations(context, oldPart);
    Map<String, Part> containers = new HashMap<>();
    context.ephemeralContainers().forEach(c -> containers.put(c.text("name"), c));
    for (Part before : oldPart.object("spec").list(FIELD)) {
      Part after = containers.get(before.text("name"));
      String start = "existing ephemeral containers " + GoText.quote(before.text("name"));
      if (after == null) {
        context.spec().forbidden(FIELD, start + " may not be removed\n");
      } else if (!WireForm.isSame(before.tree(), after.tree(), TYPE)) {
        String difference = ObjectDiff.of(before.json(), after.json());
        context.spec().forbidden(FIELD, start + " may not be changed\n" + difference);
      }
    }
    return part.errors();
  }
}
