package io.plimsoll.psa;

import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.ContainerKind;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * The containers of a pod, all three kinds, by their number in the order Kubernetes visits them. Mirrors {@code policy/visitor.go}.
 *
 * <p>Numbers instead of an iterator, so that a visit allocates nothing.
 */
final class Containers {

  private Containers() {}

  static int count(PodSpec spec) {
    return spec.initContainers().size()
        + spec.containers().size()
        + spec.ephemeralContainers().size();
  }

  static Container get(PodSpec spec, int position) {
    int at = position;
    if (at < spec.initContainers().size()) {
      return spec.initContainers().get(at);
    }
    at -= spec.initContainers().size();
    return at < spec.containers().size()
        ? spec.containers().get(at)
        : spec.ephemeralContainers().get(at - spec.containers().size()).container();
  }

  static @Nullable SecurityContext securityContext(PodSpec spec, int position) {
    return get(spec, position).securityContext();
  }

  static ContainerRef ref(PodSpec spec, int position) {
    String name = get(spec, position).name();
    int at = position;
    if (at < spec.initContainers().size()) {
      return new ContainerRef(ContainerKind.INIT, at, name);
    }
    at -= spec.initContainers().size();
    return at < spec.containers().size()
        ? new ContainerRef(ContainerKind.CONTAINER, at, name)
        : new ContainerRef(ContainerKind.EPHEMERAL, at - spec.containers().size(), name);
  }
}
