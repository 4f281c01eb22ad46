package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What claims of devices take: their number, and devices by their class. Mirrors {@code
 * pkg/quota/v1/evaluator/core/resource_claims.go}.
 */
final class ResourceClaimEvaluator implements Evaluator {

  private static final String COUNT = Evaluator.countOf("resourceclaims.resource.k8s.io");
  private static final String OF_CLASS = ".deviceclass.resource.k8s.io/devices";
  private static final String REQUESTS = "requests.";
  private static final String IMPLICIT = "requests.deviceclass.resource.kubernetes.io/";
  private static final String MADE_FOR_POD = "resource.kubernetes.io/extended-resource-claim";

  /** How many devices a claim of all can get. */
  private static final long ALL = 32;

  @Override
  public boolean handles(AdmissionCall call) {
    return call.attributes().subresource().isEmpty();
  }

  @Override
  public boolean concerns(AdmissionCall call, String name) {
    if (name.equals(COUNT) || name.endsWith(OF_CLASS)) {
      return true;
    }
    if (name.startsWith(IMPLICIT)) {
      return !extendedName(call, name.substring(IMPLICIT.length())).isEmpty()
          || call.cluster()
              .find(DeviceClass.KIND, "", name.substring(IMPLICIT.length()))
              .isPresent();
    }
    return PodEvaluator.isExtended(name)
        && call.cluster().all(DeviceClass.KIND).stream()
            .anyMatch(one -> one.extendedResourceName().equals(name.substring(REQUESTS.length())));
  }

  private static String extendedName(AdmissionCall call, String deviceClass) {
    return call.cluster()
        .find(DeviceClass.KIND, "", deviceClass)
        .map(DeviceClass::extendedResourceName)
        .orElse("");
  }

  @Override
  public Map<String, Quantity> usage(AdmissionCall call, MappingValue object) {
    Map<String, Quantity> usage = new LinkedHashMap<>();
    usage.put(COUNT, ONE);
    Fields devices = Trees.object(Trees.spec(object), "devices");
    Map<String, Quantity> byClass = new LinkedHashMap<>();
    for (Fields request : Trees.list(devices, "requests")) {
      ofRequest(request).forEach((name, amount) -> byClass.merge(name, amount, Quantity::add));
    }
    byClass.forEach((name, amount) -> usage.put(name + OF_CLASS, amount));
    Map<String, Quantity> ofPod = usageOfPod(call, object);
    byClass.forEach((name, amount) -> {
      putRest(usage, IMPLICIT + name, amount, ofPod);
      String extended = extendedName(call, name);
      if (!extended.isEmpty()) {
        putRest(usage, REQUESTS + extended, amount, ofPod);
      }
    });
    return usage;
  }

  /** Returns the devices of a request by class: of several that would do, the most of each class. */
  private static Map<String, Quantity> ofRequest(Fields request) {
    Map<String, Quantity> devices = new LinkedHashMap<>();
    List<Fields> choices = Trees.list(request, "firstAvailable");
    if (choices.isEmpty() && request.has("exactly")) {
      choices = List.of(Trees.object(request, "exactly"));
    }
    for (Fields choice : choices) {
      devices.merge(
          choice.text("deviceClassName"), count(choice), (a, b) -> b.compareTo(a) > 0 ? b : a);
    }
    return devices;
  }

  private static Quantity count(Fields choice) {
    Long count = choice.int64("count");
    return Quantity.of(
        switch (choice.text("allocationMode")) {
          case "ExactCount" -> count == null ? 0 : count;
          case "All" -> ALL;
          default -> 0;
        },
        Quantity.Format.DECIMAL_SI);
  }

  /** What the pod has been charged for already does not count again. */
  private static void putRest(
      Map<String, Quantity> usage, String name, Quantity amount, Map<String, Quantity> ofPod) {
    Quantity charged = ofPod.get(name);
    Quantity rest = charged == null ? amount : amount.sub(charged);
    if (rest.sign() > 0) {
      usage.put(name, rest);
    }
  }

  /** Returns what the pod takes that a claim was made for, as it asks for the devices as for a resource. */
  private static Map<String, Quantity> usageOfPod(AdmissionCall call, MappingValue claim) {
    ObjectMeta metadata = ObjectMeta.from(Trees.metadata(claim));
    if (!"true".equals(metadata.annotations().get(MADE_FOR_POD))) {
      return Map.of();
    }
    return metadata
        .controller()
        .filter(owner -> owner.kind().equals("Pod") && owner.apiVersion().equals("v1"))
        .flatMap(owner -> call.cluster()
            .find(new ObjectRef("v1", "Pod", call.attributes().namespace(), owner.name()))
            .map(KubeObject::tree)
            .filter(pod -> Trees.metadata(pod).text("uid").equals(owner.uid())))
        .filter(pod -> isFor(pod, metadata.nameOrEmpty()))
        .map(pod -> new PodEvaluator().usage(call, pod))
        .orElse(Map.of());
  }

  private static boolean isFor(MappingValue pod, String claim) {
    Fields status = Trees.object(Trees.status(pod), "extendedResourceClaimStatus");
    return status.names().isEmpty() || status.text("resourceClaimName").equals(claim);
  }
}
