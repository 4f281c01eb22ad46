package io.plimsoll.core.admission.support;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.Pod;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Steps through the trees of pods. */
public final class PodTrees {

  /** The lists of containers in the order of {@code VisitContainersWithPath}. */
  public static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private PodTrees() {}

  /** Returns whether a request is about a pod itself: not about one of its subresources. */
  public static boolean isAbout(AdmissionAttributes attributes) {
    return attributes.isAbout("", "pods");
  }

  /** Returns whether a request is about pods in any way. */
  public static boolean isAboutAny(AdmissionAttributes attributes) {
    return attributes.resource().name().equals("pods")
        && attributes.resource().group().isEmpty();
  }

  /** Returns whether a pod is one that a kubelet runs from a file. */
  public static boolean isMirror(MappingValue pod) {
    return Trees.object(Trees.metadata(pod), "annotations").has(Pod.MIRROR_ANNOTATION);
  }

  /** Returns the images of all containers. */
  public static Set<String> images(MappingValue pod) {
    Set<String> images = new LinkedHashSet<>();
    for (String list : CONTAINERS) {
      for (Fields container : Trees.list(Trees.spec(pod), list)) {
        images.add(container.text("image"));
      }
    }
    return images;
  }
}
