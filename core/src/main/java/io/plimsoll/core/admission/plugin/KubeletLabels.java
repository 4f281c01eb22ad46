package io.plimsoll.core.admission.plugin;

import java.util.Set;

/**
 * The labels that a kubelet may give its node. Mirrors {@code getForbiddenLabels} of {@code plugin/pkg/admission/noderestriction}
 * and {@code k8s.io/kubelet/pkg/apis}.
 */
final class KubeletLabels {

  private static final Set<String> KUBELET = Set.of(
      "kubernetes.io/hostname",
      "topology.kubernetes.io/zone",
      "topology.kubernetes.io/region",
      "failure-domain.beta.kubernetes.io/zone",
      "failure-domain.beta.kubernetes.io/region",
      "beta.kubernetes.io/instance-type",
      "node.kubernetes.io/instance-type",
      "kubernetes.io/os",
      "kubernetes.io/arch",
      "beta.kubernetes.io/os",
      "beta.kubernetes.io/arch");

  private KubeletLabels() {}

  /** Returns whether a kubelet may set, change or remove a label. */
  static boolean areAllowed(String key) {
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash);
    if (isIn(domain, "node-restriction.kubernetes.io")) {
      return false;
    }
    boolean reserved = isIn(domain, "kubernetes.io") || isIn(domain, "k8s.io");
    return !reserved
        || KUBELET.contains(key)
        || isIn(domain, "kubelet.kubernetes.io")
        || isIn(domain, "node.kubernetes.io");
  }

  private static boolean isIn(String domain, String parent) {
    return domain.equals(parent) || domain.endsWith(".".concat(parent));
  }
}
