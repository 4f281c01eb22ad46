package io.plimsoll.core.registry.pod;

/**
 * What a pod may have because the one it replaces has it: rules that became stricter hold for what is new. Mirrors {@code
 * PodValidationOptions}, as far as it depends on the old pod.
 *
 * @param deletionCost a malformed cost of deletion
 * @param indivisibleHugePages amounts of huge pages that are no whole number of pages
 * @param invalidLabelValues values that no label has, in selectors of other pods
 * @param invalidNodeLabelValues values that no label has, in what is required of nodes
 * @param invalidSpreadSelectors malformed selectors of spread constraints
 * @param invalidSpreadKeys keys of spread constraints that their selectors have, too
 * @param nonLocalTokenPaths paths of tokens that lead elsewhere
 * @param hostSysctls parameters of the kernel that would change the host
 * @param devicesWithoutHostUsers block devices with users of its own
 * @param hostNetworkWithoutHostUsers the network of the host with users of its own
 * @param comparingTolerations tolerations that compare by size
 * @param emptyImageVolumes volumes of images without a name
 * @param sysAdminWithoutEscalation {@code CAP_SYS_ADMIN} without privilege escalation
 * @param restartingInitContainers init containers that are started again when they are resized
 */
record PodLeniency(
    boolean deletionCost,
    boolean indivisibleHugePages,
    boolean invalidLabelValues,
    boolean invalidNodeLabelValues,
    boolean invalidSpreadSelectors,
    boolean invalidSpreadKeys,
    boolean nonLocalTokenPaths,
    boolean hostSysctls,
    boolean devicesWithoutHostUsers,
    boolean hostNetworkWithoutHostUsers,
    boolean comparingTolerations,
    boolean emptyImageVolumes,
    boolean sysAdminWithoutEscalation,
    boolean restartingInitContainers) {

  /** Nothing: the pod is new. */
  static final PodLeniency NONE = new PodLeniency(
      false, false, false, false, false, false, false, false, false, false, false, false, false,
      false);
}
