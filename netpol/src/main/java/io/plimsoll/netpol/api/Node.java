package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;

/**
 * A machine of the cluster, of which only labels and addresses matter here. Mirrors {@code core/v1 Node}.
 *
 * @param metadata its name and labels
 * @param addresses its addresses, {@code status.addresses}
 */
public record Node(ObjectMeta metadata, List<Address> addresses) implements ApiObject {

  /** The kind {@code v1 Node}. */
  public static final Kind<Node> KIND = new Kind<>("v1", "Node", Node::from);

  public Node {
    addresses = List.copyOf(addresses);
  }

  /** Reads the record from a tree. */
  public static Node from(Fields fields) {
    List<Address> addresses =
        fields.object("status", status -> status.list("addresses", Address::from));
    return new Node(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        addresses == null ? List.of() : addresses);
  }

  @Override
  public Kind<Node> objectKind() {
    return KIND;
  }

  /** Returns the addresses of type {@code InternalIP} and {@code ExternalIP}, in order. */
  public List<String> ips() {
    return addresses.stream()
        .filter(a -> a.type().equals("InternalIP") || a.type().equals("ExternalIP"))
        .map(Address::address)
        .toList();
  }

  /** An address of a node. Mirrors {@code core/v1 NodeAddress}. */
  public record Address(String type, String address) {

    /** Reads the record from a tree. */
    public static Address from(Fields fields) {
      return new Address(fields.text("type"), fields.text("address"));
    }
  }
}
