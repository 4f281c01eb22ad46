package io.plimsoll.psa;

import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.EphemeralContainer;
import io.plimsoll.core.pod.PodSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A change of a pod: could it make a pod that was allowed a forbidden one? Mirrors {@code isSignificantPodUpdate}. */
final class SignificantPodUpdate {

  private SignificantPodUpdate() {}

  /**
   * Whether the number of containers changes, an image, or an ephemeral container is added. Whatever else an update may change
   * does not count, nor does the removal of an ephemeral container.
   */
  static boolean isSignificant(PodSpec pod, PodSpec old) {
    return differ(pod.containers(), old.containers())
        || differ(pod.initContainers(), old.initContainers())
        || adds(pod.ephemeralContainers(), old.ephemeralContainers());
  }

  private static boolean differ(List<Container> containers, List<Container> old) {
    if (containers.size() != old.size()) {
      return true;
    }
    for (int i = 0; i < containers.size(); i++) {
      if (!image(containers.get(i)).equals(image(old.get(i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean adds(List<EphemeralContainer> containers, List<EphemeralContainer> old) {
    Map<String, String> oldImages = new HashMap<>();
    for (EphemeralContainer container : old) {
      oldImages.putIfAbsent(container.container().name(), image(container.container()));
    }
    return containers.stream()
        .map(EphemeralContainer::container)
        .anyMatch(container -> !image(container).equals(oldImages.get(container.name())));
  }

  private static String image(Container container) {
    return Objects.requireNonNullElse(container.image(), "");
  }
}
