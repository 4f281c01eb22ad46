package io.plimsoll.core.model;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any object of the API, known or not: its kind, its metadata and its whole tree.
 *
 * @param ref what the object is called
 * @param metadata its metadata
 * @param tree everything that was written; empty if the object was made as a record
 */
public record KubeObject(ObjectRef ref, ObjectMeta metadata, MappingValue tree) {

  /** Returns the object that a tree describes; what the tree does not say is empty. */
  public static KubeObject of(MappingValue tree) {
    Fields fields = Fields.of(tree);
    ObjectMeta metadata = ObjectMeta.from(Fields.of(fields.value("metadata")));
    ObjectRef ref = new ObjectRef(
        fields.text("apiVersion"),
        fields.text("kind"),
        metadata.namespaceOrEmpty(),
        metadata.nameOrEmpty(),
        metadata.generateNameOrEmpty());
    return new KubeObject(ref, metadata, tree);
  }

  /** Returns an object of which only the name and the metadata are known: its tree is empty. */
  public static KubeObject withoutTree(ObjectRef ref, ObjectMeta metadata) {
    return new KubeObject(ref, metadata, MappingValue.empty());
  }

  /** Returns whether the object is of this kind, whatever the version of its API. */
  public boolean is(Kind<?> kind) {
    return ref.kind().equals(kind.kind()) && ref.group().equals(kind.group());
  }

  /**
   * Returns the object as a record of this kind.
   *
   * @throws IllegalArgumentException if the object is of another kind
   */
  public <T extends ApiObject> T as(Kind<T> kind) {
    if (!is(kind)) {
      throw new IllegalArgumentException("not a " + kind + ": \"" + ref + "\"");
    }
    return kind.decoder().apply(Fields.of(tree));
  }

  /** Returns where the field stands, or else its nearest ancestor; empty if the object was made without a text. */
  public Optional<Location> locate(FieldPath path) {
    @Nullable Location location = path.locate(tree);
    return Optional.ofNullable(location);
  }

  /** Returns the object's name as people write it: {@code Deployment shop/web}. */
  @Override
  public String toString() {
    return ref.toString();
  }
}
