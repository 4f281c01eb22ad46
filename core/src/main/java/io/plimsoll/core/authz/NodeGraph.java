package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.pod.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which objects are related to which nodes. Mirrors {@code graph.go} of {@code plugin/pkg/auth/authorizer/node}.
 *
 * <p>A pod is related to the node it is bound to, and with it what the pod names: secrets, config maps, its service account,
 * claims. A volume is related to the nodes of its claim, and so are its secrets.
 *
 * <p>Where upstream keeps a graph of everything, this looks only at what a question is about: the object itself where it names its
 * node, else the pods of one namespace. So a write costs nothing until a node asks, and then no more than its namespace.
 *
 * @param cluster the cluster
 */
record NodeGraph(Cluster cluster) {

  private static final Kind<TreeObject> PERSISTENT_VOLUME =
      TreeObject.kind("v1", "PersistentVolume");
  private static final Kind<TreeObject> VOLUME_ATTACHMENT =
      TreeObject.kind("storage.k8s.io/v1", "VolumeAttachment");
  private static final Kind<TreeObject> RESOURCE_SLICE =
      TreeObject.kind("resource.k8s.io/v1", "ResourceSlice");
  private static final Kind<TreeObject> POD_CERTIFICATE_REQUEST =
      TreeObject.kind("certificates.k8s.io/v1", "PodCertificateRequest");

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

  private record Claim(String namespace, String name) {}

  /** What pods name, namespace by namespace: looked at when it is first asked for. */
  private static final ClusterIndex<PodNeeds> PODS = ClusterIndex.of(PodNeeds::new, Pod.KIND);

  /** The claims of the volumes that a secret is for. */
  private static final ClusterIndex<Map<VolumeSecret, List<Claim>>> VOLUME_SECRETS =
      ClusterIndex.of(NodeGraph::volumeSecrets, PERSISTENT_VOLUME);

  /** Returns whether an object is related to a node. */
  boolean relates(VertexType type, String namespace, String name, String node) {
    return switch (type) {
      case POD ->
        cluster
            .find(Pod.KIND, namespace, name)
            .map(pod -> node.equals(pod.spec().nodeName()))
            .orElse(false);
      case VOLUME_ATTACHMENT -> namesNode(VOLUME_ATTACHMENT, namespace, name, node);
      case RESOURCE_SLICE -> namesNode(RESOURCE_SLICE, namespace, name, node);
      case POD_CERTIFICATE_REQUEST -> namesNode(POD_CERTIFICATE_REQUEST, namespace, name, node);
      case PERSISTENT_VOLUME ->
        namespace.isEmpty()
            && cluster
                .find(PERSISTENT_VOLUME, "", name)
                .filter(volume -> volume.spec().has("claimRef"))
                .map(volume -> relates(claimOf(volume), node))
                .orElse(false);
      case SECRET ->
        isNeeded(type, namespace, name, node)
            || cluster
                .index(VOLUME_SECRETS)
                .getOrDefault(new VolumeSecret(namespace, name), List.of())
                .stream()
                .anyMatch(claim -> relates(claim, node));
      case CONFIG_MAP, SERVICE_ACCOUNT, PERSISTENT_VOLUME_CLAIM, RESOURCE_CLAIM ->
        isNeeded(type, namespace, name, node);
    };
  }

  private boolean relates(Claim claim, String node) {
    return isNeeded(VertexType.PERSISTENT_VOLUME_CLAIM, claim.namespace(), claim.name(), node);
  }

  private boolean isNeeded(VertexType type, String namespace, String name, String node) {
    return cluster.index(PODS).of(namespace).isNeeded(type, name, node);
  }

  /** Returns whether an object says itself that it is for a node. */
  private boolean namesNode(Kind<TreeObject> kind, String namespace, String name, String node) {
    return cluster
        .find(kind, namespace, name)
        .map(object -> object.spec().text("nodeName").equals(node))
        .orElse(false);
  }

  private static Claim claimOf(TreeObject volume) {
    Fields claim = Fields.of(volume.spec().value("claimRef"));
    return new Claim(claim.text("namespace"), claim.text("name"));
  }

  private static Map<VolumeSecret, List<Claim>> volumeSecrets(Cluster cluster) {
    Map<VolumeSecret, List<Claim>> claims = new HashMap<>();
    for (TreeObject volume : cluster.all(PERSISTENT_VOLUME)) {
      if (volume.spec().has("claimRef")) {
        Claim claim = claimOf(volume);
        for (VolumeSecret secret : VolumeSecret.of(volume.spec(), claim.namespace())) {
          claims.computeIfAbsent(secret, any -> new ArrayList<>()).add(claim);
        }
      }
    }
    return claims;
  }
}
