package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Map;

/** The resources of a pod as a whole against those of its containers. Mirrors {@code validatePodResources}. */
final class PodLevelResourceRules {

  private PodLevelResourceRules() {}

  static void check(PodContext pod) {
    Part spec = pod.spec();
    if ("windows".equals(pod.os())) {
      spec.forbidden("resources", "may not be set for a windows pod");
      return;
    }
    Part resources = spec.object("resources");
    if (resources.has("claims")) {
      resources.forbidden("claims", "claims may not be set for Resources at pod-level");
    }
    ResourceRules.pod(resources, pod);
    consistent(spec, resources);
    containers(pod, resources);
  }

  private static void consistent(Part spec, Part resources) {
    Draft draft = Draft.of(spec.tree());
    for (String list : List.of("requests", "limits")) {
      Map<String, Quantity> own = resources.quantities(list);
      Map<String, Quantity> sums = PodLevelResources.aggregate(
          draft.items("containers"), draft.items("initContainers"), list);
      for (Map.Entry<String, Quantity> sum : MapOrder.byKey(sums)) {
        String name = sum.getKey();
        Quantity amount = own.get(name);
        boolean counts = list.equals("requests") || ResourceNames.isHugePages(name);
        if (counts && amount != null && sum.getValue().compareTo(amount) > 0) {
          resources.error(FieldError.invalid(
              resources.at(list).key(name),
              amount.toString(),
              "must be greater than or equal to aggregate container " + list + " of "
                  + sum.getValue()));
        }
      }
    }
  }

  private static void containers(PodContext pod, Part resources) {
    Map<String, Quantity> own = resources.quantities("limits");
    for (int i = 0; i < pod.containers().size(); i++) {
      // Upstream looks for the containers within the resources.
      FieldPath path = resources.at("containers").index(i);
      Map<String, Quantity> limits =
          pod.containers().get(i).object("resources").quantities("limits");
      for (Map.Entry<String, Quantity> limit : MapOrder.byKey(limits)) {
        Quantity most = own.get(limit.getKey());
        if (most != null && limit.getValue().compareTo(most) > 0) {
          resources.error(FieldError.invalid(
              path.key(limit.getKey()).field("limits"),
              limit.getValue().toString(),
              "must be less than or equal to pod limits of " + most));
        }
      }
    }
  }
}
