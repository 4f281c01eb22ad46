package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Permission for objects of other namespaces to refer to those of this one. Mirrors {@code gateway.networking.k8s.io/v1beta1
 * ReferenceGrant}.
 *
 * @param metadata its name
 * @param from who may refer
 * @param to what may be referred to
 */
public record ReferenceGrant(ObjectMeta metadata, List<From> from, List<To> to)
    implements ApiObject {

  /** The kind {@code gateway.networking.k8s.io/v1beta1 ReferenceGrant}. */
  public static final Kind<ReferenceGrant> KIND =
      new Kind<>("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", ReferenceGrant::from);

  public ReferenceGrant {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** Reads the record from a tree. */
  public static ReferenceGrant from(Fields fields) {
    Fields spec = Fields.of(fields.value("spec"));
    return new ReferenceGrant(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        spec.list("from", From::from),
        spec.list("to", To::from));
  }

  @Override
  public Kind<ReferenceGrant> objectKind() {
    return KIND;
  }

  /** Objects of a kind in a namespace. Mirrors {@code v1beta1 ReferenceGrantFrom}. */
  public record From(String group, String kind, String namespace) {

    /** Reads the record from a tree. */
    public static From from(Fields fields) {
      return new From(fields.text("group"), fields.text("kind"), fields.text("namespace"));
    }
  }

  /**
   * Objects of a kind in the grant's own namespace. Mirrors {@code v1beta1 ReferenceGrantTo}.
   *
   * @param group their group, empty for the core group
   * @param kind their kind
   * @param name the name of the only one; absent means all
   */
  public record To(String group, String kind, @Nullable String name) {

    /** Reads the record from a tree. */
    public static To from(Fields fields) {
      return new To(fields.text("group"), fields.text("kind"), fields.string("name"));
    }
  }
}
