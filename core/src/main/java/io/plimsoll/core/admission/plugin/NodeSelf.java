package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What a kubelet may do to its own node. Mirrors {@code admitNode} of {@code plugin/pkg/admission/noderestriction}. */
final class NodeSelf {

  private NodeSelf() {}

  static void check(NodeRequest request) throws NotAllowed {
    String name = request.call().attributes().name();
    request.require(
        name.equals(request.node()),
        "node " + request.quoted() + " is not allowed to modify node " + GoText.quote(name));
    switch (request.operation()) {
      case CREATE -> checkCreate(request);
      case UPDATE -> checkUpdate(request);
      default -> {
        // It may delete itself, as far as this plug-in is concerned.
      }
    }
  }

  private static void checkCreate(NodeRequest request) throws NotAllowed {
    MappingValue node = request.call().object();
    request.require(
        !Trees.spec(node).has("configSource"),
        "node " + request.quoted() + " is not allowed to create pods with a non-nil configSource");
    Set<String> forbidden = forbidden(labels(node), Map.of());
    request.require(
        forbidden.isEmpty(),
        "node " + request.quoted() + " is not allowed to set the following labels: "
            + String.join(", ", forbidden));
  }

  private static void checkUpdate(NodeRequest request) throws NotAllowed {
    MappingValue node = request.call().object();
    MappingValue old = request.call().oldObject();
    Value source = Trees.spec(node).value("configSource");
    String start = "node " + request.quoted() + " is not allowed to ";
    request.require(
        source == null || source.equals(Trees.spec(old).value("configSource")),
        start + "update configSource to a new non-nil configSource");
    request.require(
        Trees.spec(node)
            .list("taints", Fields::tree)
            .equals(Trees.spec(old).list("taints", Fields::tree)),
        start + "modify taints");
    request.require(
        Trees.metadata(node)
            .list("ownerReferences", Fields::tree)
            .equals(Trees.metadata(old).list("ownerReferences", Fields::tree)),
        start + "modify ownerReferences");
    Set<String> forbidden = forbidden(labels(node), labels(old));
    request.require(
        forbidden.isEmpty(), "is not allowed to modify labels: " + String.join(", ", forbidden));
  }

  private static Map<String, String> labels(MappingValue node) {
    return Trees.metadata(node).stringMap("labels");
  }

  /** Returns the labels that differ and that a kubelet may not set, in order. */
  private static Set<String> forbidden(Map<String, String> now, Map<String, String> before) {
    Set<String> all = new TreeSet<>(GoText::compare);
    all.addAll(now.keySet());
    all.addAll(before.keySet());
    all.removeIf(
        key -> Objects.equals(now.get(key), before.get(key)) || KubeletLabels.areAllowed(key));
    return all;
  }
}
