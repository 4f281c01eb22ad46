package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.pod.PodResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives containers the limits and requests that a namespace has for them, and enforces its bounds. Mirrors {@code
 * plugin/pkg/admission/limitranger}.
 */
final class LimitRanger extends Handler {

  private static final List<String> CONTAINERS = List.of("containers", "initContainers");
  private static final List<String> POD_LEVEL = List.of("cpu", "memory");

  LimitRanger() {
    super("LimitRanger", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!isSupported(call) || !PodTrees.isAboutAny(call.attributes())) {
      return Admission.UNCHANGED;
    }
    MappingValue pod = call.object();
    for (LimitRange range : ranges(call)) {
      pod = range.defaults().applyTo(pod);
    }
    return Trees.isSame(call.object(), pod)
        ? Admission.UNCHANGED
        : Admission.changed(
            pod, Trees.object(Trees.metadata(pod), "annotations").text(LimitDefaults.ANNOTATION));
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (!isSupported(call)) {
      return Admission.UNCHANGED;
    }
    boolean pod = PodTrees.isAboutAny(call.attributes());
    for (LimitRange range : ranges(call)) {
      Fields spec = Trees.spec(call.object());
      List<String> complaints = pod ? ofPod(range, spec) : ofClaim(range, spec);
      if (!complaints.isEmpty()) {
        return call.forbid(GoText.aggregate(complaints));
      }
    }
    return Admission.UNCHANGED;
  }

  private static List<LimitRange> ranges(AdmissionCall call) {
    return call.cluster().all(LimitRange.KIND, call.attributes().namespace());
  }

  private static boolean isSupported(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    return isSupported(attributes) && !Trees.metadata(call.oldObject()).has("deletionTimestamp");
  }

  private static boolean isSupported(AdmissionAttributes attributes) {
    boolean update = attributes.operation() == Operation.UPDATE;
    return attributes.isAbout("", "persistentvolumeclaims")
        || (update ? attributes.isAbout("", "pods", "resize") : PodTrees.isAbout(attributes));
  }

  private static List<String> ofClaim(LimitRange range, Fields spec) {
    List<String> complaints = new ArrayList<>();
    Map<String, Quantity> requests = PodResources.inResources(spec, "requests");
    for (LimitRange.Item limit : range.limits()) {
      if (limit.type().equals("PersistentVolumeClaim")) {
        LimitConstraints.check(limit, requests, complaints);
      }
    }
    return complaints;
  }

  private static List<String> ofPod(LimitRange range, Fields spec) {
    List<String> complaints = new ArrayList<>();
    for (LimitRange.Item limit : range.limits()) {
      if (limit.type().equals(LimitRange.Item.CONTAINER)) {
        for (String list : CONTAINERS) {
          for (Value item : spec.items(list)) {
            Fields container = Fields.of(item);
            LimitConstraints.check(
                limit,
                PodResources.inResources(container, "requests"),
                PodResources.inResources(container, "limits"),
                complaints);
          }
        }
      } else if (limit.type().equals("Pod")) {
        LimitConstraints.check(limit, sum(spec, "requests"), sum(spec, "limits"), complaints);
      }
    }
    return complaints;
  }

  /** What a pod asks for without its overhead; of what it says as a whole, this plug-in knows two resources only. */
  private static Map<String, Quantity> sum(Fields spec, String list) {
    Map<String, Quantity> sum = new LinkedHashMap<>(PodResources.ofContainers(spec, list));
    Map<String, Quantity> whole = PodResources.inResources(spec, list);
    for (String resource : POD_LEVEL) {
      Quantity amount = whole.get(resource);
      if (amount != null) {
        sum.put(resource, amount);
      }
    }
    return sum;
  }
}
