package io.plimsoll.psa;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.ContainerKind;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The objects of a pod that changes may be made in, as a tree without their other fields. */
final class Outline {

  private static final Container NOTHING = Container.builder("").build();

  /** Annotations are changed only where there are some. */
  private static final Value ANNOTATED =
      MappingValue.of(Map.of("annotations", MappingValue.empty()));

  private Outline() {}

  static Value of(PodSpec pod) {
    MappingValue spec = MappingValue.empty();
    if (pod.securityContext() != null) {
      spec = spec.with("securityContext", MappingValue.empty());
    }
    int position = 0;
    for (ContainerKind kind : ContainerKind.values()) {
      List<Value> list = new ArrayList<>();
      for (int i = 0; i < size(pod, kind); i++) {
        list.add(container(Containers.get(pod, position++)));
      }
      if (!list.isEmpty()) {
        spec = spec.with(kind.field(), SequenceValue.of(list));
      }
    }
    return MappingValue.of(Map.of("metadata", ANNOTATED, "spec", spec));
  }

  private static int size(PodSpec pod, ContainerKind kind) {
    return switch (kind) {
      case INIT -> pod.initContainers().size();
      case CONTAINER -> pod.containers().size();
      case EPHEMERAL -> pod.ephemeralContainers().size();
    };
  }

  /** A container that says nothing may be a null or a text in the list, which Kubernetes and we read as an empty one. */
  private static Value container(Container container) {
    if (container.equals(NOTHING)) {
      return ScalarValue.ofNull();
    }
    SecurityContext security = container.securityContext();
    if (security == null) {
      return MappingValue.empty();
    }
    MappingValue outline = security.capabilities() == null
        ? MappingValue.empty()
        : MappingValue.of(Map.of("capabilities", MappingValue.empty()));
    return MappingValue.of(Map.of("securityContext", outline));
  }
}
