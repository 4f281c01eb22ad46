package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.List;

/** Which container of a pod a request means. Mirrors {@code validateContainer} of {@code pkg/registry/core/pod}. */
final class PodContainers {

  private static final String CONTAINERS = "containers";
  private static final List<String> KINDS =
      List.of("initContainers", CONTAINERS, "ephemeralContainers");

  private PodContainers() {}

  /** Refuses a container that the pod has not, or none where it has several. */
  static void check(MappingValue pod, String container) throws Refusal {
    Fields spec = Fields.of(pod.get("spec"));
    List<String> names = new ArrayList<>();
    for (String kind : KINDS) {
      names.addAll(names(spec, kind));
    }
    if (!container.isEmpty() && !names.contains(container)) {
      throw Refusal.of(
          Status.badRequest("container " + container + " is not valid for pod " + Meta.name(pod)));
    }
    int plain = names(spec, CONTAINERS).size();
    if (container.isEmpty() && plain != 1) {
      String choice = plain == 0 ? "" : ", choose one of: [" + String.join(" ", names) + "]";
      throw Refusal.of(Status.badRequest(
          "a container name must be specified for pod " + Meta.name(pod) + choice));
    }
  }

  private static List<String> names(Fields spec, String kind) {
    return spec.list(kind, container -> container.text("name"));
  }

  static String node(MappingValue pod) {
    return Fields.of(pod.get("spec")).text("nodeName");
  }
}
