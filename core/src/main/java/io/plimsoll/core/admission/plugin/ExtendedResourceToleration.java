package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.Toleration;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets pods that ask for an extended resource run on nodes that are kept for it. Mirrors {@code
 * plugin/pkg/admission/extendedresourcetoleration}.
 */
final class ExtendedResourceToleration extends Handler {

  private static final String NO_SCHEDULE = "NoSchedule";

  ExtendedResourceToleration() {
    super("ExtendedResourceToleration", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    Set<String> resources = extendedResources(Trees.spec(call.object()));
    if (resources.isEmpty()) {
      return Admission.UNCHANGED;
    }
    MappingValue pod = Trees.editSpec(
        call.object(), spec -> resources.forEach(resource -> tolerate(spec, resource)));
    return pod.equals(call.object())
        ? Admission.UNCHANGED
        : Admission.changed(pod, "the pod asks for " + String.join(", ", resources));
  }

  private static Set<String> extendedResources(Fields spec) {
    Set<String> resources = new TreeSet<>(GoText::compare);
    for (String list : List.of("containers", "initContainers")) {
      for (Fields container : Trees.list(spec, list)) {
        Fields requests = Trees.object(Trees.object(container, "resources"), "requests");
        requests.names().stream().filter(ResourceNames::isExtended).forEach(resources::add);
      }
    }
    return resources;
  }

  /** Mirrors {@code helper.AddOrUpdateTolerationInPod}: tolerations of the same taint give way. */
  private static void tolerate(Draft spec, String resource) {
    MappingValue wanted = MappingValue.empty()
        .with("key", ScalarValue.of(resource))
        .with("operator", ScalarValue.of("Exists"))
        .with("effect", ScalarValue.of(NO_SCHEDULE));
    List<Value> items = new ArrayList<>();
    boolean updated = false;
    for (Value item : spec.items("tolerations")) {
      if (matches(Fields.of(item), resource)) {
        if (Tolerations.equal(
            Toleration.from(Fields.of(wanted)), Toleration.from(Fields.of(item)))) {
          return;
        }
        items.add(wanted);
        updated = true;
      } else {
        items.add(item);
      }
    }
    if (!updated) {
      items.add(wanted);
    }
    spec.set("tolerations", SequenceValue.of(items));
  }

  private static boolean matches(Fields toleration, String resource) {
    return toleration.text("key").equals(resource)
        && toleration.text("effect").equals(NO_SCHEDULE)
        && toleration.text("operator").equals("Exists")
        && toleration.text("value").isEmpty();
  }
}
