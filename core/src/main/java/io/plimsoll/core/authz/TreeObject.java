package io.plimsoll.core.authz;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;

/**
 * An object of a kind that has no record of its own: its metadata and its specification.
 *
 * @param objectKind the kind
 * @param metadata the metadata
 * @param spec the fields of {@code spec}
 */
record TreeObject(Kind<?> objectKind, ObjectMeta metadata, Fields spec) implements ApiObject {

  /** Returns the kind of a name. */
  static Kind<TreeObject> kind(String apiVersion, String kind) {
    return new Kind<>(
        apiVersion,
        kind,
        fields -> new TreeObject(
            kind(apiVersion, kind),
            fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
            Fields.of(fields.value("spec"))));
  }
}
