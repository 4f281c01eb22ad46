package io.plimsoll.core.authz;

import io.plimsoll.core.authz.NodeGraph.VertexType;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.FieldRequirement;

/** What one node asks for. Mirrors the methods of {@code NodeAuthorizer} in {@code node_authorizer.go}. */
final class NodeQuestion {

  private static final Authorization ALLOW = Authorization.allow("");
  private static final Authorization NOTHING = Authorization.noOpinion("");

  private static final String LEASES = "kube-node-lease";
  /** The field by which pods, slices and requests for certificates are told apart by node. */
  private static final String NODE_NAME = "spec.nodeName";

  private final Cluster cluster;
  private final String node;
  private final Attributes attributes;
  private final String verb;
  private final String subresource;

  NodeQuestion(Cluster cluster, String node, Attributes attributes) {
    this.cluster = cluster;
    this.node = node;
    this.attributes = attributes;
    this.verb = attributes.verb();
    this.subresource = attributes.subresource();
  }

  Authorization decide() {
    if (!attributes.isResourceRequest()) {
      return NOTHING;
    }
    String resource = attributes.resource();
    return switch (attributes.apiGroup()) {
      case "" ->
        switch (resource) {
          case "secrets" -> read(VertexType.SECRET);
          case "configmaps" -> read(VertexType.CONFIG_MAP);
          case "persistentvolumeclaims" ->
            subresource.equals("status") ? updateStatus() : get(VertexType.PERSISTENT_VOLUME_CLAIM);
          case "persistentvolumes" -> get(VertexType.PERSISTENT_VOLUME);
          case "serviceaccounts" -> serviceAccount();
          case "nodes" -> node();
          case "pods" -> pod();
          default -> uniform();
        };
      case "storage.k8s.io" ->
        switch (resource) {
          case "volumeattachments" -> get(VertexType.VOLUME_ATTACHMENT);
          case "csinodes" -> csiNode();
          default -> uniform();
        };
      case "resource.k8s.io" ->
        switch (resource) {
          case "resourceclaims" -> get(VertexType.RESOURCE_CLAIM);
          case "resourceslices" -> resourceSlice();
          default -> uniform();
        };
      case "coordination.k8s.io" -> resource.equals("leases") ? lease() : uniform();
      case "certificates.k8s.io" ->
        resource.equals("podcertificaterequests") ? podCertificateRequest() : uniform();
      default -> uniform();
    };
  }

  private static Authorization no(String reason) {
    return Authorization.noOpinion(reason);
  }

  private Authorization uniform() {
    return NodeRules.allow(attributes) ? ALLOW : NOTHING;
  }

  private Authorization related(VertexType type) {
    return attributes.name().isEmpty() ? no("No Object name found") : onPath(type);
  }

  private Authorization onPath(VertexType type) {
    return new NodeGraph(cluster).relates(type, attributes.namespace(), attributes.name(), node)
        ? ALLOW
        : Authorization.noOpinion(
            () -> "no relationship found between node '" + node + "' and this object");
  }

  private Authorization updateStatus() {
    return switch (verb) {
      case "update", "patch" -> related(VertexType.PERSISTENT_VOLUME_CLAIM);
      default -> no("can only get/update/patch this type");
    };
  }

  private Authorization get(VertexType type) {
    if (!verb.equals("get")) {
      return no("can only get individual resources of this type");
    }
    return subresource.isEmpty() ? related(type) : no("cannot get subresource");
  }

  private Authorization read(VertexType type) {
    if (!attributes.isReadOnly()) {
      return no("can only read resources of this type");
    }
    if (!subresource.isEmpty()) {
      return no("cannot read subresource");
    }
    return attributes.namespace().isEmpty()
        ? no("can only read namespaced object of this type")
        : related(type);
  }

  private Authorization serviceAccount() {
    if (verb.equals("get") && subresource.isEmpty()) {
      return read(VertexType.SERVICE_ACCOUNT);
    }
    if (!verb.equals("create") || attributes.name().isEmpty()) {
      return no("can only create tokens for individual service accounts");
    }
    return subresource.equals("token")
        ? onPath(VertexType.SERVICE_ACCOUNT)
        : no("can only create token subresource of serviceaccount");
  }

  private boolean isOwnOrNew() {
    // What is created has no name yet here; admission sees to that.
    return verb.equals("create") || attributes.name().equals(node);
  }

  private Authorization lease() {
    return switch (verb) {
      case "get", "create", "update", "patch", "delete" -> {
        if (!attributes.namespace().equals(LEASES)) {
          yield no("can only access leases in the " + GoText.quote(LEASES) + " system namespace");
        }
        yield isOwnOrNew()
            ? ALLOW
            : no("can only access node lease with the same name as the requesting node");
      }
      default -> no("can only get, create, update, patch, or delete a node lease");
    };
  }

  private Authorization csiNode() {
    if (subresource.equals("status")) {
      return no("CSINode status access requires CSIVolumeHealth feature");
    }
    if (!subresource.isEmpty()) {
      return no("cannot authorize CSINode subresources");
    }
    return switch (verb) {
      case "get", "create", "update", "patch", "delete" ->
        isOwnOrNew()
            ? ALLOW
            : no("can only access CSINode with the same name as the requesting node");
      default -> no("can only get, create, update, patch, or delete a CSINode");
    };
  }

  private Authorization resourceSlice() {
    if (!subresource.isEmpty()) {
      return no("cannot authorize ResourceSlice subresources");
    }
    return switch (verb) {
      case "create" -> ALLOW;
      case "get", "update", "patch", "delete" -> related(VertexType.RESOURCE_SLICE);
      case "watch", "list", "deletecollection" ->
        selectsNode()
            ? ALLOW
            : no(
                "can only list/watch/deletecollection resourceslices with nodeName field selector");
      default ->
        no(
            "only the following verbs are allowed for a ResourceSlice: get, watch, list, create, update, patch, delete,"
                + " deletecollection");
    };
  }

  private Authorization podCertificateRequest() {
    if (!subresource.isEmpty()) {
      return no("nodes may not access the status subresource of PodCertificateRequests");
    }
    return switch (verb) {
      case "create" -> ALLOW;
      case "get" -> related(VertexType.POD_CERTIFICATE_REQUEST);
      case "list", "watch" ->
        selectsNode()
            ? ALLOW
            : no("can only list/watch podcertificaterequests with nodeName field selector");
      default -> no("nodes may not " + verb + " podcertificaterequests");
    };
  }

  private Authorization node() {
    if (subresource.equals("status")) {
      return verb.equals("update") || verb.equals("patch") ? ALLOW : NOTHING;
    }
    if (!subresource.isEmpty()) {
      return NOTHING;
    }
    return switch (verb) {
      case "create", "update", "patch" -> ALLOW;
      case "get", "list", "watch" -> readNode();
      default -> NOTHING;
    };
  }

  /** The name is compared, so that a kubelet may look for its node before there is one. */
  private Authorization readNode() {
    String name = attributes.name();
    if (name.equals(node)) {
      return ALLOW;
    }
    return no("node '" + node + "' cannot read " + (name.isEmpty() ? "all nodes" : "'" + name + "'")
        + ", only its own Node object");
  }

  private Authorization pod() {
    return switch (subresource) {
      case "" ->
        switch (verb) {
          case "get" -> related(VertexType.POD);
          case "list", "watch" -> listPods();
          case "create", "delete" -> ALLOW;
          default -> NOTHING;
        };
      case "status" -> verb.equals("update") || verb.equals("patch") ? ALLOW : NOTHING;
      case "eviction" -> verb.equals("create") ? ALLOW : NOTHING;
      default -> NOTHING;
    };
  }

  private Authorization listPods() {
    if (selectsNode()) {
      return ALLOW;
    }
    return attributes.name().isEmpty()
        ? no("can only list/watch pods with spec.nodeName field selector")
        : related(VertexType.POD);
  }

  private boolean selectsNode() {
    for (FieldRequirement one : attributes.fieldSelector()) {
      if (one.field().equals(NODE_NAME)
          && one.operator().equals("=")
          && one.value().equals(node)) {
        return true;
      }
    }
    return false;
  }
}
