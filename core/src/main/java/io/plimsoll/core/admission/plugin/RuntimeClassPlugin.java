package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.validation.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives pods the overhead, node selector and tolerations of their runtime class. Mirrors {@code
 * plugin/pkg/admission/runtimeclass}.
 */
final class RuntimeClassPlugin extends Handler {

  private static final String OVERHEAD = "overhead";
  private static final String OTHER_OVERHEAD =
      "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead";

  RuntimeClassPlugin() {
    super("RuntimeClass", Operation.CREATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    String name = Trees.spec(call.object()).string("runtimeClassName");
    if (name == null) {
      return Admission.UNCHANGED;
    }
    Optional<RuntimeClass> found = call.cluster().find(RuntimeClass.KIND, "", name);
    if (found.isEmpty()) {
      return missing(call, name);
    }
    Optional<String> complaint = complaint(found.get(), Trees.spec(call.object()));
    if (complaint.isPresent()) {
      return call.forbid(complaint.get());
    }
    MappingValue pod = Trees.editSpec(call.object(), spec -> apply(found.get(), spec));
    return pod.equals(call.object())
        ? Admission.UNCHANGED
        : Admission.changed(pod, "RuntimeClass " + name);
  }

  private static Admission missing(AdmissionCall call, String name) {
    return call.forbid("pod rejected: RuntimeClass " + GoText.quote(name) + " not found");
  }

  private static Optional<String> complaint(RuntimeClass runtime, Fields spec) {
    Map<String, Quantity> said = spec.quantityMap(OVERHEAD);
    if (runtime.overhead() != null
        && !said.isEmpty()
        && !said.equals(runtime.overhead().quantityMap("podFixed"))) {
      return Optional.of(OTHER_OVERHEAD);
    }
    if (runtime.scheduling() == null) {
      return Optional.empty();
    }
    Map<String, String> own = spec.stringMap("nodeSelector");
    return runtime.scheduling().stringMap("nodeSelector").entrySet().stream()
        .filter(
            label -> !own.getOrDefault(label.getKey(), label.getValue()).equals(label.getValue()))
        .map(label -> "conflict: runtimeClass.scheduling.nodeSelector[" + label.getKey() + "] = "
            + label.getValue() + "; pod.spec.nodeSelector[" + label.getKey() + "] = "
            + own.get(label.getKey()))
        .findFirst();
  }

  private static void apply(RuntimeClass runtime, Draft spec) {
    if (runtime.overhead() != null
        && runtime.overhead().value("podFixed") instanceof MappingValue fixed) {
      spec.set(OVERHEAD, fixed);
    }
    Fields scheduling = runtime.scheduling();
    if (scheduling == null) {
      return;
    }
    if (scheduling.value("nodeSelector") instanceof MappingValue selector && selector.size() > 0) {
      spec.set("nodeSelector", spec.object("nodeSelector").withAll(selector));
    }
    List<Value> tolerations = Tolerations.merge(
        spec.items("tolerations"),
        scheduling.value("tolerations") instanceof SequenceValue list ? list.items() : List.of());
    if (!tolerations.isEmpty()) {
      spec.set("tolerations", SequenceValue.of(tolerations));
    }
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    Fields spec = Trees.spec(call.object());
    String name = spec.string("runtimeClassName");
    Optional<RuntimeClass> found =
        name == null ? Optional.empty() : call.cluster().find(RuntimeClass.KIND, "", name);
    if (name != null && found.isEmpty()) {
      return missing(call, name);
    }
    Fields overhead = found.map(RuntimeClass::overhead).orElse(null);
    if (overhead == null) {
      return spec.has(OVERHEAD)
          ? call.forbid(
              "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead")
          : Admission.UNCHANGED;
    }
    return spec.quantityMap(OVERHEAD).equals(overhead.quantityMap("podFixed"))
        ? Admission.UNCHANGED
        : call.forbid(OTHER_OVERHEAD);
  }
}
