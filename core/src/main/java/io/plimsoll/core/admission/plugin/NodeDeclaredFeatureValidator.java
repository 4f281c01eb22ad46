package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps pods from being updated to what the kubelet of their node cannot do. Mirrors {@code
 * plugin/pkg/admission/nodedeclaredfeatures} with the features of {@code k8s.io/component-helpers/nodedeclaredfeatures} that
 * updates can need. Devices of resource slices are not looked at while the feature gate {@code DRANodeAllocatableResources} is
 * off.
 */
final class NodeDeclaredFeatureValidator extends Handler {

  NodeDeclaredFeatureValidator() {
    super("NodeDeclaredFeatureValidator", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    boolean update = attributes.operation() == Operation.UPDATE
        && (PodTrees.isAbout(attributes) || attributes.isAbout("", "pods", "resize"));
    if (!update || !BoundPodUpdate.changesSpec(call)) {
      return Admission.UNCHANGED;
    }
    List<String> needed = needed(Trees.spec(call.oldObject()), Trees.spec(call.object()));
    if (needed.isEmpty()) {
      return Admission.UNCHANGED;
    }
    String name = Trees.spec(call.object()).text("nodeName");
    Optional<Node> node = call.cluster().find(Node.KIND, "", name);
    if (node.isEmpty()) {
      return call.forbid("node " + GoText.quote(name) + " not found");
    }
    List<String> lacking = needed.stream()
        .filter(feature -> !node.get().declaredFeatures().contains(feature))
        .toList();
    return lacking.isEmpty()
        ? Admission.UNCHANGED
        : call.forbid("pod update requires features " + String.join(", ", lacking)
            + " which are not available on node " + GoText.quote(name));
  }

  /** Returns the features that an update needs, by name. */
  private static List<String> needed(Fields old, Fields spec) {
    List<String> needed = new ArrayList<>();
    if (!resources(old).equals(resources(spec))) {
      needed.add("InPlacePodLevelResourcesVerticalScaling");
    }
    if (resizesInitContainer(old, spec)) {
      needed.add("InPlacePodVerticalScalingInitContainers");
    }
    if (resizesMemoryVolume(old, spec)) {
      needed.add("InPlacePodVerticalScalingMemoryBackedVolumes");
    }
    return needed;
  }

  private static List<Object> resources(Fields owner) {
    Fields resources = Trees.object(owner, "resources");
    return List.of(
        resources.quantityMap("requests"),
        resources.quantityMap("limits"),
        resources.list("claims", Fields::tree));
  }

  private static boolean resizesInitContainer(Fields old, Fields spec) {
    List<Fields> before = Trees.list(old, "initContainers");
    List<Fields> after = Trees.list(spec, "initContainers");
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      boolean sidecar = before.get(i).text("restartPolicy").equals("Always");
      if (!sidecar && !resources(before.get(i)).equals(resources(after.get(i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean resizesMemoryVolume(Fields old, Fields spec) {
    List<Fields> before = Trees.list(old, "volumes");
    List<Fields> after = Trees.list(spec, "volumes");
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < after.size(); i++) {
      Fields volume = Trees.object(after.get(i), "emptyDir");
      Quantity now = volume.quantity("sizeLimit");
      Quantity then = Trees.object(before.get(i), "emptyDir").quantity("sizeLimit");
      if (before.get(i).text("name").equals(after.get(i).text("name"))
          && volume.text("medium").equals("Memory")
          && now != null
          && then != null
          && !now.equals(then)) {
        return true;
      }
    }
    return false;
  }
}
