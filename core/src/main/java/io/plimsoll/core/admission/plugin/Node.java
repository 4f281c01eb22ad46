package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.model.Quantity;
import java.util.List;
import java.util.Map;

/**
 * A machine that pods run on. Mirrors {@code core/v1 Node}.
 *
 * @param metadata its name, UID and labels
 * @param allocatable what its pods may use together
 * @param declaredFeatures the features that its kubelet says it has
 */
record Node(ObjectMeta metadata, Map<String, Quantity> allocatable, List<String> declaredFeatures)
    implements ApiObject {

  static final Kind<Node> KIND = new Kind<>("v1", "Node", Node::from);

  Node {
    allocatable = Maps.copy(allocatable);
    declaredFeatures = List.copyOf(declaredFeatures);
  }

  static Node from(Fields fields) {
    Fields status = Trees.object(fields, "status");
    return new Node(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        status.quantityMap("allocatable"),
        status.strings("declaredFeatures"));
  }

  @Override
  public Kind<Node> objectKind() {
    return KIND;
  }
}
