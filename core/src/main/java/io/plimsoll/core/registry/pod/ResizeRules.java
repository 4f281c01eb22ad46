package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Map;

/** What may change when a pod is resized: amounts of CPU and memory. Mirrors {@code ValidatePodResize}. */
final class ResizeRules {

  private static final ObjectType CONTAINER = PodTypes.type("core.v1.Container");
  private static final String ONLY_COMPUTE = "only cpu and memory resources are mutable";

  private final Part pod;
  private final Part spec;
  private final Part oldPod;
  private final Part old;

  ResizeRules(Part pod, Part oldPod) {
    this.pod = pod;
    this.spec = pod.object("spec");
    this.oldPod = oldPod;
    this.old = oldPod.object("spec");
  }

  /** Returns why a pod is never resized; nothing else is looked at then. */
  static List<FieldError> refused(Part oldPod) {
    String detail = "";
    if (PodSubresourceStrategy.isMirror(oldPod)) {
      detail = "static pods cannot be resized";
    } else if (oldPod.object("spec").object("os").text("name").equals("windows")) {
      detail = "windows pods cannot be resized";
    }
    return detail.isEmpty() ? List.of() : List.of(FieldError.forbidden(FieldPath.of(""), detail));
  }

  void check() {
    if (!oldQos().equals(PodQos.of(pod.tree()))) {
      spec.error(FieldError.invalidPrinted(
          spec.path(),
          pod.object("status").json("qosClass"),
          "Pod QOS Class may not change as a result of resizing"));
    }
    if (!runsWhereSupported()) {
      forbidden("Pod running on node without support for resize");
    }
    podLevel();
    boolean sameContainers = sameContainers("containers");
    if (!sameContainers("initContainers") || !sameContainers) {
      return;
    }
    removed("initContainers");
    removed("containers");
    containers();
    initContainers();
    if (!spec.isSame("volumes", old.tree())) {
      spec.forbidden(
          "volumes",
          "volumes are immutable on resize when InPlacePodVerticalScalingMemoryBackedVolumes feature gate is disabled");
    }
  }

  private void forbidden(String detail) {
    spec.error(FieldError.forbidden(spec.path(), detail));
  }

  private String oldQos() {
    String said = oldPod.object("status").text("qosClass");
    return said.isEmpty() ? PodQos.of(oldPod.tree()) : said;
  }

  /** A kubelet that can resize says which resources a container runs with. */
  private boolean runsWhereSupported() {
    for (Part status : oldPod.object("status").list("containerStatuses")) {
      if (status.object("state").has("running")) {
        return status.has("resources");
      }
    }
    return true;
  }

  /** Mirrors {@code validatePodLevelResourcesResize}. */
  private void podLevel() {
    if (!hasAmounts(spec) && !hasAmounts(old)) {
      return;
    }
    Part resources = spec.object("resources");
    Part before = old.object("resources");
    if (old.has("resources")) {
      if (!spec.has("resources")) {
        spec.forbidden("resources", "pod-level resources cannot be removed");
        return;
      }
      for (String list : List.of("requests", "limits")) {
        if (isRemoved(resources.quantities(list), before.quantities(list))) {
          resources.forbidden(list, "pod-level resource " + list + " cannot be removed");
        }
      }
    }
    MappingValue munged = withCompute(resources.tree(), before);
    boolean nothing = !old.has("resources") && munged.size() == 0;
    if (!nothing && !old.isSame("resources", MappingValue.of(Map.of("resources", munged)))) {
      forbidden("only cpu and memory resources are mutable at pod-level");
    }
  }

  private static boolean hasAmounts(Part spec) {
    Part resources = spec.object("resources");
    return spec.has("resources")
        && !(resources.quantities("requests").isEmpty()
            && resources.quantities("limits").isEmpty());
  }

  private static boolean isRemoved(Map<String, Quantity> amounts, Map<String, Quantity> old) {
    return !amounts.keySet().containsAll(old.keySet());
  }

  /** Mirrors {@code validatePodResizeContainerOrdering}. */
  private boolean sameContainers(String field) {
    List<Part> containers = spec.list(field);
    List<Part> before = old.list(field);
    if (containers.size() != before.size()) {
      spec.forbidden(field, field + " may not be added or removed on resize");
      return false;
    }
    boolean same = true;
    for (int i = 0; i < containers.size(); i++) {
      if (!containers.get(i).text("name").equals(before.get(i).text("name"))) {
        containers.get(i).forbidden("name", field + " may not be renamed or reordered on resize");
        same = false;
      }
    }
    return same;
  }

  /** Mirrors {@code validateContainerResize}. */
  private void removed(String field) {
    List<Part> containers = spec.list(field);
    for (int i = 0; i < containers.size(); i++) {
      Part resources = containers.get(i).object("resources");
      Part before = old.list(field).get(i).object("resources");
      if (isRemoved(resources.quantities("requests"), before.quantities("requests"))) {
        resources.forbidden("requests", "resource requests cannot be removed");
      }
      if (isRemoved(resources.quantities("limits"), before.quantities("limits"))) {
        resources.forbidden("limits", "resource limits cannot be removed");
      }
    }
  }

  private void containers() {
    List<Part> containers = spec.list("containers");
    for (int i = 0; i < containers.size(); i++) {
      if (!isSameButCompute(containers.get(i), old.list("containers").get(i))) {
        forbidden(ONLY_COMPUTE);
      }
    }
  }

  private void initContainers() {
    List<Part> containers = spec.list("initContainers");
    for (int i = 0; i < containers.size(); i++) {
      Part container = containers.get(i);
      Part before = old.list("initContainers").get(i);
      if (!isSameButCompute(container, before)) {
        container.error(FieldError.forbidden(
            container.path(),
            "only cpu and memory resources for init or sidecar containers are mutable"));
      }
      boolean modified = !WireForm.isSame(container.tree(), before.tree(), CONTAINER);
      if (modified && !ContainerRules.isSidecar(container)) {
        for (Part policy : container.list("resizePolicy")) {
          if (policy.text("restartPolicy").equals("RestartContainer")) {
            container.error(
                FieldError.forbidden(
                    container.path(),
                    "non-sidecar init containers with a resize policy of RestartContainer cannot be resized"));
          }
        }
      }
    }
  }

  private static boolean isSameButCompute(Part container, Part before) {
    MappingValue munged = Draft.edit(
        container.tree(),
        draft -> draft.set(
            "resources",
            withCompute(container.object("resources").tree(), before.object("resources"))));
    return WireForm.isSame(munged, before.tree(), CONTAINER);
  }

  /** Returns resources with the CPU and memory of the old ones. */
  private static MappingValue withCompute(MappingValue resources, Part before) {
    return Draft.edit(resources, draft -> {
      for (String list : List.of("limits", "requests")) {
        MappingValue amounts = Draft.edit(draft.object(list), map -> {
          for (String name : List.of("cpu", "memory")) {
            Value amount = Draft.of(Draft.of(before.tree()).object(list)).get(name);
            if (amount == null) {
              map.remove(name);
            } else {
              map.set(name, amount);
            }
          }
        });
        if (amounts.size() == 0) {
          draft.remove(list);
        } else {
          draft.set(list, amounts);
        }
      }
    });
  }
}
