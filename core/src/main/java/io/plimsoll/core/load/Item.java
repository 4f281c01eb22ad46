package io.plimsoll.core.load;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that should be an object, and where it stands in its document. */
final class Item {

  private final Value value;
  private final FieldPath path;
  private final @Nullable KubeObject object;

  /** The path is the root for a document that is no list. */
  Item(Value value, FieldPath path) {
    this.value = value;
    this.path = path;
    this.object = value instanceof MappingValue tree ? KubeObject.of(tree) : null;
  }

  Value value() {
    return value;
  }

  FieldPath path() {
    return path;
  }

  /** Returns the object; empty if the value is none, or does not say of what kind. */
  Optional<KubeObject> object() {
    return object == null || object.ref().kind().isEmpty() ? Optional.empty() : Optional.of(object);
  }

  boolean holds(Location place) {
    Location own = value.location();
    return own != null
        && own.startOffset() <= place.startOffset()
        && place.endOffset() <= own.endOffset();
  }

  /** Returns a problem about a place in the document as one about the object: its path starts at the object's root. */
  Problem placed(Problem problem) {
    Optional<FieldPath> within = problem.path().after(path);
    return object().isEmpty() || within.isEmpty()
        ? problem
        : problem
            .at(within.get())
            .in(ResourceCatalog.kubernetes().placed(object().get().ref()));
  }
}
