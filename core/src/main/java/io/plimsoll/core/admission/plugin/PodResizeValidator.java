package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.pod.PodResources;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps pods from being resized to more than their node has. Mirrors {@code plugin/pkg/admission/podresize}. */
final class PodResizeValidator extends Handler {

  PodResizeValidator() {
    super("PodResizeValidator", Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (!call.attributes().isAbout("", "pods", "resize") || !BoundPodUpdate.changesSpec(call)) {
      return Admission.UNCHANGED;
    }
    String name = Trees.spec(call.object()).text("nodeName");
    Optional<Node> found = call.cluster().find(Node.KIND, "", name);
    if (found.isEmpty()) {
      return call.forbid("node " + GoText.quote(name) + " not found");
    }
    Node node = found.get();
    String system = node.metadata().labels().getOrDefault("kubernetes.io/os", "linux");
    if (!system.equals("linux")) {
      String why = "pod resize is only supported on linux nodes, node " + GoText.quote(name)
          + " is " + GoText.quote(system);
      return refused(call, why, "UnsupportedPlatform");
    }
    List<String> lacks = lacks(PodResources.requests(Trees.spec(call.object())), node);
    return lacks.isEmpty()
        ? Admission.UNCHANGED
        : refused(
            call,
            "node didn't have enough allocatable resources: " + String.join("; ", lacks),
            "NodeCapacity");
  }

  private static Admission refused(AdmissionCall call, String why, String cause) {
    return Admission.refused(
        call.attributes().forbidden(why).withCause(new Status.Cause(cause, "", "")));
  }

  private static List<String> lacks(Map<String, Quantity> requests, Node node) {
    List<String> lacks = new ArrayList<>();
    Quantity cpu = requests.getOrDefault("cpu", Quantity.ZERO);
    Quantity cpuOfNode = node.allocatable().getOrDefault("cpu", Quantity.ZERO);
    if (cpu.compareTo(cpuOfNode) > 0) {
      lacks.add("cpu, requested: " + cpu.milliValue().orElse(Long.MAX_VALUE) + ", allocatable: "
          + cpuOfNode.milliValue().orElse(Long.MAX_VALUE));
    }
    Quantity memory = requests.getOrDefault("memory", Quantity.ZERO);
    Quantity memoryOfNode = node.allocatable().getOrDefault("memory", Quantity.ZERO);
    if (memory.compareTo(memoryOfNode) > 0) {
      lacks.add("memory, requested: " + memory.value().orElse(Long.MAX_VALUE) + ", allocatable: "
          + memoryOfNode.value().orElse(Long.MAX_VALUE));
    }
    return lacks;
  }
}
