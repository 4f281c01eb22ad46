package io.plimsoll.core.authz;

import io.plimsoll.core.authz.NodeGraph.VertexType;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodReferences;
import io.plimsoll.core.pod.PodResourceClaim;
import io.plimsoll.core.pod.PodResourceClaimStatus;
import io.plimsoll.core.pod.Volume;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of a namespace name, and for which nodes. Mirrors {@code AddPod} of {@code graph.go}: mirror pods, which nodes make
 * themselves, relate nothing to a node.
 */
final class NamespaceNeeds {

  private record Needed(VertexType type, String name) {}

  private final Map<Needed, Set<String>> nodes = new HashMap<>();

  NamespaceNeeds(List<Pod> pods) {
    pods.forEach(this::addPod);
  }

  /** Returns whether a pod of a node needs an object. */
  boolean isNeeded(VertexType type, String name, String node) {
    return nodes.getOrDefault(new Needed(type, name), Set.of()).contains(node);
  }

  private void add(VertexType type, @Nullable String name, String node) {
    if (name != null && !name.isEmpty()) {
      nodes.computeIfAbsent(new Needed(type, name), any -> new HashSet<>()).add(node);
    }
  }

  private void addPod(Pod pod) {
    String node = pod.spec().nodeName();
    if (node == null || node.isEmpty()) {
      return;
    }
    String name = pod.metadata().nameOrEmpty();
    if (pod.metadata().annotations().containsKey(Pod.MIRROR_ANNOTATION)) {
      return;
    }
    add(VertexType.SERVICE_ACCOUNT, pod.spec().serviceAccountName(), node);
    PodReferences.secretNames(pod.spec()).forEach(one -> add(VertexType.SECRET, one, node));
    PodReferences.configMapNames(pod.spec()).forEach(one -> add(VertexType.CONFIG_MAP, one, node));
    for (Volume volume : pod.spec().volumes()) {
      if (volume.persistentVolumeClaim() != null) {
        String claim = volume.persistentVolumeClaim().claimName();
        add(VertexType.PERSISTENT_VOLUME_CLAIM, claim, node);
      } else if (volume.ephemeral() != null) {
        add(VertexType.PERSISTENT_VOLUME_CLAIM, name + "-" + volume.name(), node);
      }
    }
    for (PodResourceClaim claim : pod.spec().resourceClaims()) {
      claimName(pod, claim).ifPresent(one -> add(VertexType.RESOURCE_CLAIM, one, node));
    }
    if (pod.status() != null && pod.status().extendedResourceClaimStatus() != null) {
      String claim = pod.status().extendedResourceClaimStatus().resourceClaimName();
      add(VertexType.RESOURCE_CLAIM, claim, node);
    }
  }

  /** Returns the resource claim that a pod names, or the one that was made for it. Mirrors {@code resourceclaim.Name}. */
  private static Optional<String> claimName(Pod pod, PodResourceClaim claim) {
    if (claim.resourceClaimName() != null) {
      return Optional.of(claim.resourceClaimName());
    }
    if (claim.resourceClaimTemplateName() == null || pod.status() == null) {
      return Optional.empty();
    }
    for (PodResourceClaimStatus made : pod.status().resourceClaimStatuses()) {
      if (made.name().equals(claim.name())) {
        return Optional.ofNullable(made.resourceClaimName());
      }
    }
    return Optional.empty();
  }
}
