package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.OwnerReference;
import io.plimsoll.core.pod.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a kubelet may do to pods. Mirrors {@code admitPod}, {@code admitPodStatus} and {@code admitPodEviction} of {@code
 * plugin/pkg/admission/noderestriction}.
 */
final class NodePods {

  private NodePods() {}

  static void check(NodeRequest request) throws NotAllowed {
    String subresource = request.call().attributes().subresource();
    switch (subresource) {
      case "" -> checkPod(request);
      case "status" -> checkStatus(request);
      case "eviction" -> checkEviction(request);
      default ->
        throw request.refusal("unexpected pod subresource " + GoText.quote(subresource)
            + ", only 'status' and 'eviction' are allowed");
    }
  }

  private static void checkPod(NodeRequest request) throws NotAllowed {
    switch (request.operation()) {
      case CREATE -> checkCreate(request, request.call().object());
      case DELETE ->
        request.require(
            isOn(request.pod(request.call().attributes().name()), request),
            "node " + request.quoted() + " can only delete pods with spec.nodeName set to itself");
      default ->
        throw request.refusal(
            "unexpected operation " + GoText.quote(request.operation().name()) + ", node "
                + request.quoted() + " can only create and delete mirror pods");
    }
  }

  private static boolean isOn(MappingValue pod, NodeRequest request) {
    return Trees.spec(pod).text("nodeName").equals(request.node());
  }

  private static void checkCreate(NodeRequest request, MappingValue pod) throws NotAllowed {
    String node = "node " + request.quoted();
    request.require(
        PodTrees.isMirror(pod),
        "pod does not have " + GoText.quote(Pod.MIRROR_ANNOTATION) + " annotation, " + node
            + " can only create mirror pods");
    request.require(
        isOn(pod, request), node + " can only create pods with spec.nodeName set to itself");
    List<OwnerReference> owners = Trees.metadata(pod).list("ownerReferences", OwnerReference::from);
    request.require(
        owners.size() <= 1,
        node + " can only create pods with a single owner reference set to itself");
    request.require(
        !owners.isEmpty(), node + " can only create pods with an owner reference set to itself");
    checkOwner(request, owners.get(0));
    PodApiReferences references = PodApiReferences.of(pod);
    request.require(
        references.error().isEmpty(),
        "error checking mirror pod for API references: " + references.error());
    request.require(
        references.resource().isEmpty(),
        node + " can not create pods that reference " + references.resource());
  }

  private static void checkOwner(NodeRequest request, OwnerReference owner) throws NotAllowed {
    String node = "node " + request.quoted();
    request.require(
        owner.apiVersion().equals("v1")
            && owner.kind().equals("Node")
            && owner.name().equals(request.node()),
        node + " can only create pods with an owner reference set to itself");
    request.require(
        Boolean.TRUE.equals(owner.controller()),
        node + " can only create pods with a controller owner reference set to itself");
    request.require(
        !Boolean.TRUE.equals(owner.blockOwnerDeletion()),
        node + " must not set blockOwnerDeletion on an owner reference");
    String uid =
        Trees.metadata(request.find("v1", "Node", "", request.node()).tree()).text("uid");
    request.require(
        owner.uid().equals(uid),
        "node " + request.node() + " UID mismatch: expected " + owner.uid() + " got " + uid);
  }

  private static void checkStatus(NodeRequest request) throws NotAllowed {
    if (request.operation() != Operation.UPDATE) {
      throw request.refusal(
          "unexpected operation " + GoText.quote(request.operation().name()));
    }
    MappingValue old = request.call().oldObject();
    MappingValue pod = request.call().object();
    String node = "node " + request.quoted();
    request.require(
        isOn(old, request),
        node + " can only update pod status for pods with spec.nodeName set to itself");
    request.require(
        Trees.metadata(old).stringMap("labels").equals(Trees.metadata(pod).stringMap("labels")),
        node + " cannot update labels through pod status");
    request.require(
        claims(old).equals(claims(pod)), node + " cannot update resource claim statues");
    request.require(
        same(old, pod, "extendedResourceClaimStatus"),
        node + " cannot update extended resource claim status");
    request.require(
        same(old, pod, "nodeAllocatableResourceClaimStatuses"),
        node + " cannot update node allocatable resource claim statuses");
  }

  private static List<List<Optional<String>>> claims(MappingValue pod) {
    return Trees.list(Trees.status(pod), "resourceClaimStatuses").stream()
        .map(claim -> List.of(
            Optional.of(claim.text("name")),
            Optional.ofNullable(claim.string("resourceClaimName"))))
        .toList();
  }

  private static boolean same(MappingValue old, MappingValue pod, String field) {
    return Objects.equals(Trees.status(old).value(field), Trees.status(pod).value(field));
  }

  private static void checkEviction(NodeRequest request) throws NotAllowed {
    request.require(
        request.operation() == Operation.CREATE, "unexpected operation " + request.operation());
    String said = request.call().attributes().name();
    String name = said.isEmpty() ? Trees.metadata(request.call().object()).text("name") : said;
    request.require(!name.isEmpty(), "could not determine pod from request data");
    request.require(
        isOn(request.pod(name), request),
        "node " + request.node() + " can only evict pods with spec.nodeName set to itself");
  }
}
