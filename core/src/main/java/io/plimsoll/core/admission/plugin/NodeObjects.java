package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import java.util.List;

/**
 * What a kubelet may do to claims, leases and the objects of its drivers. Mirrors {@code plugin/pkg/admission/noderestriction}.
 */
final class NodeObjects {

  private static final String LEASES = "kube-node-lease";

  /** What a kubelet may change of a claim's status. */
  private static final List<String> CLAIM_STATUS =
      List.of("capacity", "conditions", "allocatedResourceStatuses", "allocatedResources");

  private NodeObjects() {}

  static void checkClaim(NodeRequest request) throws NotAllowed {
    request.require(
        request.call().attributes().subresource().equals("status"), "may only update PVC status");
    request.require(
        request.operation() == Operation.UPDATE,
        "unexpected operation " + GoText.quote(request.operation().name()));
    request.require(
        fixed(request.call().oldObject()).equals(fixed(request.call().object())),
        "node " + request.quoted()
            + " is not allowed to update fields other than status.quantity and status.conditions: ");
  }

  /** Returns what a kubelet may not change of a claim. */
  private static MappingValue fixed(MappingValue claim) {
    MappingValue metadata =
        Trees.metadata(claim).tree().without("resourceVersion").without("managedFields");
    MappingValue status = Trees.status(claim).tree();
    for (String field : CLAIM_STATUS) {
      status = status.without(field);
    }
    return claim.with("metadata", metadata).with("status", status);
  }

  static void checkLease(NodeRequest request) throws NotAllowed {
    request.require(
        request.namespace().equals(LEASES),
        "can only access leases in the " + GoText.quote(LEASES) + " system namespace");
    request.require(
        name(request).equals(request.node()),
        "can only access node lease with the same name as the requesting node");
  }

  static void checkCsiNode(NodeRequest request) throws NotAllowed {
    request.require(
        name(request).equals(request.node()),
        "can only access CSINode with the same name as the requesting node");
    request.require(
        !request.call().attributes().subresource().equals("status"),
        "CSIVolumeHealth feature gate is disabled");
  }

  private static String name(NodeRequest request) {
    return request.operation() == Operation.CREATE
        ? Trees.metadata(request.call().object()).text("name")
        : request.call().attributes().name();
  }

  static void checkSlice(NodeRequest request) throws NotAllowed {
    switch (request.operation()) {
      case CREATE ->
        request.require(
            isOfNode(request, request.call().object()),
            "can only create ResourceSlice with the same NodeName as the requesting node");
      case DELETE ->
        request.require(
            isOfNode(request, request.call().oldObject()),
            "can only delete ResourceSlice with the same NodeName as the requesting node");
      default -> {
        // The node of a slice cannot change.
      }
    }
  }

  private static boolean isOfNode(NodeRequest request, MappingValue slice) {
    return request.node().equals(Trees.spec(slice).string("nodeName"));
  }
}
