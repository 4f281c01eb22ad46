package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.function.Consumer;

/** An update of a part of a pod; the rest stays what it was. */
abstract class PodSubresourceStrategy extends KindStrategy {

  /** What of the metadata stays what it was: {@code ResetObjectMetaForStatus}. */
  private static final List<String> KEPT = List.of(
      "deletionTimestamp",
      "generation",
      "selfLink",
      "labels",
      "annotations",
      "finalizers",
      "ownerReferences");

  PodSubresourceStrategy(Capabilities capabilities) {
    super("v1", "Pod", true, NameRule.DNS_SUBDOMAIN, capabilities);
  }

  @Override
  public MappingValue withDefaults(MappingValue pod) {
    return Draft.edit(pod, PodDefaults::setPod);
  }

  @Override
  public List<FieldError> validate(MappingValue pod) {
    return List.of();
  }

  /** Returns the old pod with another specification and with the metadata that may change with it. */
  static MappingValue withSpec(MappingValue pod, MappingValue old, Consumer<Draft> change) {
    Fields oldMetadata = Fields.of(old.get("metadata"));
    return Draft.edit(pod, draft -> {
      draft.editOrCreate(
          "metadata", metadata -> KEPT.forEach(field -> keep(metadata, field, oldMetadata.tree())));
      keep(draft, "status", old);
      keep(draft, "spec", old);
      draft.editOrCreate("spec", change);
    });
  }

  private static void keep(Draft draft, String field, MappingValue old) {
    Value value = old.get(field);
    if (value == null) {
      draft.remove(field);
    } else {
      draft.set(field, value);
    }
  }

  /** Returns whether a kubelet made the pod from a file of its own, so that the server's copy changes nothing. */
  static boolean isMirror(Part old) {
    return old.object("metadata").stringMap("annotations").containsKey(Pod.MIRROR_ANNOTATION);
  }

  /** Returns what is wrong with metadata and pod, as with every update. */
  final PodContext checkCommon(Part pod, MappingValue old) {
    checkMetadataUpdate(pod, old);
    checkMetadata(pod);
    return PodRules.checkCommon(pod, part(old));
  }
}
