package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ObjectRef;

/** A typed record of an object of the API: it has metadata and a kind. */
public interface ApiObject {

  /** Returns the object's metadata. */
  ObjectMeta metadata();

  /** Returns the kind the record stands for. */
  Kind<?> objectKind();

  /** Returns the object's name for messages and look-ups. */
  default ObjectRef ref() {
    return new ObjectRef(
        objectKind().apiVersion(),
        objectKind().kind(),
        metadata().namespaceOrEmpty(),
        metadata().nameOrEmpty(),
        metadata().generateNameOrEmpty());
  }
}
