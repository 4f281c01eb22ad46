package io.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A namespace. Mirrors {@code core/v1 Namespace}.
 *
 * @param metadata its name, labels and annotations
 * @param phase {@code Active} or {@code Terminating}, or {@code null} if the object does not say
 */
public record Namespace(ObjectMeta metadata, @Nullable String phase) implements ApiObject {

  /** The kind {@code v1 Namespace}. */
  public static final Kind<Namespace> KIND = new Kind<>("v1", "Namespace", Namespace::from);

  /** The namespace of objects that name none. Mirrors {@code v1.NamespaceDefault}. */
  public static final String DEFAULT = "default";

  /** The label with its name that the API server gives each namespace. Mirrors {@code v1.LabelMetadataName}. */
  public static final String NAME_LABEL = "kubernetes.io/metadata.name";

  /** Reads the record from a tree. */
  public static Namespace from(Fields fields) {
    return new Namespace(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.object("status", status -> status.string("phase")));
  }

  @Override
  public Kind<Namespace> objectKind() {
    return KIND;
  }
}
