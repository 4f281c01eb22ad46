package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodReferences;
import io.plimsoll.core.pod.PodResourceClaim;
import io.plimsoll.core.pod.PodResourceClaimStatus;
import io.plimsoll.core.pod.Volume;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are related to which nodes. Mirrors {@code graph.go} of {@code plugin/pkg/auth/authorizer/node}; where that walks
 * edges when it is asked, this has the nodes of each object at hand.
 *
 * <p>A pod is related to the node it is bound to, and with it what the pod names: secrets, config maps, its service account,
 * claims. A volume is related to the nodes of its claim, and so are its secrets. Mirror pods, which nodes make themselves, relate
 * nothing else to a node.
 */
final class NodeGraph {

  private static final String MIRROR_POD = "kubernetes.io/config.mirror";

  private static final Kind<TreeObject> PERSISTENT_VOLUME =
      TreeObject.kind("v1", "PersistentVolume");
  private static final Kind<TreeObject> VOLUME_ATTACHMENT =
      TreeObject.kind("storage.k8s.io/v1", "VolumeAttachment");
  private static final Kind<TreeObject> RESOURCE_SLICE =
      TreeObject.kind("resource.k8s.io/v1", "ResourceSlice");
  private static final Kind<TreeObject> POD_CERTIFICATE_REQUEST =
      TreeObject.kind("certificates.k8s.io/v1", "PodCertificateRequest");

  /** The graph of a cluster, made once. */
  static final ClusterIndex<NodeGraph> INDEX = ClusterIndex.of(
      NodeGraph::new,
      Pod.KIND,
      PERSISTENT_VOLUME,
      VOLUME_ATTACHMENT,
      RESOURCE_SLICE,
      POD_CERTIFICATE_REQUEST);

  /** The kinds of objects that may be related to a node. */
  enum VertexType {
    POD,
    SECRET,
    CONFIG_MAP,
    SERVICE_ACCOUNT,
    PERSISTENT_VOLUME_CLAIM,
    PERSISTENT_VOLUME,
    RESOURCE_CLAIM,
    VOLUME_ATTACHMENT,
    RESOURCE_SLICE,
    POD_CERTIFICATE_REQUEST
  }

  private record Vertex(VertexType type, String namespace, String name) {}

  private final Map<Vertex, Set<String>> nodes = new HashMap<>();

  private NodeGraph(Cluster cluster) {
    cluster.all(Pod.KIND).forEach(this::addPod);
    // After the pods, which tell the nodes of the claims.
    cluster.all(PERSISTENT_VOLUME).forEach(this::addVolume);
    cluster.all(VOLUME_ATTACHMENT).forEach(one -> addBound(VertexType.VOLUME_ATTACHMENT, one, ""));
    cluster.all(RESOURCE_SLICE).forEach(one -> addBound(VertexType.RESOURCE_SLICE, one, ""));
    cluster
        .all(POD_CERTIFICATE_REQUEST)
        .forEach(one ->
            addBound(VertexType.POD_CERTIFICATE_REQUEST, one, one.metadata().namespaceOrEmpty()));
  }

  /** Returns whether an object is related to a node. */
  boolean relates(VertexType type, String namespace, String name, String node) {
    return nodes.getOrDefault(new Vertex(type, namespace, name), Set.of()).contains(node);
  }

  private void add(
      VertexType type, String namespace, @Nullable String name, Collection<String> to) {
    if (name != null && !name.isEmpty() && !to.isEmpty()) {
      nodes
          .computeIfAbsent(new Vertex(type, namespace, name), v -> new HashSet<>())
          .addAll(to);
    }
  }

  /** Adds an object that says itself which node it is for. */
  private void addBound(VertexType type, TreeObject object, String namespace) {
    String node = object.spec().text("nodeName");
    if (!node.isEmpty()) {
      add(type, namespace, object.metadata().nameOrEmpty(), List.of(node));
    }
  }

  private void addPod(Pod pod) {
    String node = pod.spec().nodeName();
    if (node == null || node.isEmpty()) {
      return;
    }
    List<String> to = List.of(node);
    String namespace = pod.metadata().namespaceOrEmpty();
    String name = pod.metadata().nameOrEmpty();
    add(VertexType.POD, namespace, name, to);
    if (pod.metadata().annotations().containsKey(MIRROR_POD)) {
      return;
    }
    add(VertexType.SERVICE_ACCOUNT, namespace, pod.spec().serviceAccountName(), to);
    PodReferences.secretNames(pod.spec())
        .forEach(one -> add(VertexType.SECRET, namespace, one, to));
    PodReferences.configMapNames(pod.spec())
        .forEach(one -> add(VertexType.CONFIG_MAP, namespace, one, to));
    for (Volume volume : pod.spec().volumes()) {
      if (volume.persistentVolumeClaim() != null) {
        String claim = volume.persistentVolumeClaim().claimName();
        add(VertexType.PERSISTENT_VOLUME_CLAIM, namespace, claim, to);
      } else if (volume.ephemeral() != null) {
        add(VertexType.PERSISTENT_VOLUME_CLAIM, namespace, name + "-" + volume.name(), to);
      }
    }
    for (PodResourceClaim claim : pod.spec().resourceClaims()) {
      claimName(pod, claim).ifPresent(one -> add(VertexType.RESOURCE_CLAIM, namespace, one, to));
    }
    if (pod.status() != null && pod.status().extendedResourceClaimStatus() != null) {
      String claim = pod.status().extendedResourceClaimStatus().resourceClaimName();
      add(VertexType.RESOURCE_CLAIM, namespace, claim, to);
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

  private void addVolume(TreeObject volume) {
    Fields claim = Fields.of(volume.spec().value("claimRef"));
    if (!volume.spec().has("claimRef")) {
      return;
    }
    String namespace = claim.text("namespace");
    Set<String> to = nodes.getOrDefault(
        new Vertex(VertexType.PERSISTENT_VOLUME_CLAIM, namespace, claim.text("name")), Set.of());
    add(VertexType.PERSISTENT_VOLUME, "", volume.metadata().nameOrEmpty(), to);
    for (VolumeSecret secret : VolumeSecret.of(volume.spec(), namespace)) {
      add(VertexType.SECRET, secret.namespace(), secret.name(), to);
    }
  }
}
