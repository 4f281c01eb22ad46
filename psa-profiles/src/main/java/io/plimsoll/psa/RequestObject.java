package io.plimsoll.psa;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import java.util.Optional;

/** The object that a request carries, or what the object was before it. Records are made only when they are asked for. */
public sealed interface RequestObject {

  /** No object: the body of a request that has none. */
  record Absent() implements RequestObject {
    @Override
    public ObjectRef ref() {
      return new ObjectRef("", "", "", "");
    }

    @Override
    public <T extends ApiObject> Optional<T> as(Kind<T> kind) {
      return Optional.empty();
    }
  }

  /**
   * An object as it was sent.
   *
   * @param written everything that was written
   */
  record Sent(MappingValue written) implements RequestObject {
    @Override
    public ObjectRef ref() {
      return KubeObject.of(written).ref();
    }

    @Override
    public <T extends ApiObject> Optional<T> as(Kind<T> kind) {
      return is(kind) ? Optional.of(kind.decoder().apply(Fields.of(written))) : Optional.empty();
    }

    /** Returns whether the object is of this kind, whatever the version of its API. */
    boolean is(Kind<?> kind) {
      Fields fields = Fields.of(written);
      return fields.text("kind").equals(kind.kind())
          && ObjectRef.groupOf(fields.text("apiVersion")).equals(kind.group());
    }

    @Override
    public Optional<KubeObject> tree() {
      return Optional.of(KubeObject.of(written));
    }
  }

  /**
   * An object that is a record already.
   *
   * @param object the record
   */
  record Decoded(ApiObject object) implements RequestObject {
    @Override
    public ObjectRef ref() {
      return object.ref();
    }

    /** The kind of a record says which record it is. */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends ApiObject> Optional<T> as(Kind<T> kind) {
      return object.objectKind().equals(kind) ? Optional.of((T) object) : Optional.empty();
    }
  }

  /**
   * A body that is no object.
   *
   * @param error why not, in the words of whoever tried to read it
   */
  record Undecodable(String error) implements RequestObject {
    @Override
    public ObjectRef ref() {
      return absent().ref();
    }

    @Override
    public <T extends ApiObject> Optional<T> as(Kind<T> kind) {
      return Optional.empty();
    }

    @Override
    public Optional<String> decodingError() {
      return Optional.of(error);
    }
  }

  /** Returns no object. */
  static RequestObject absent() {
    return new Absent();
  }

  /** Returns the object a tree describes; none if the tree is null. */
  static RequestObject of(Value tree) {
    if (tree.isNull()) {
      return absent();
    }
    return tree instanceof MappingValue map
        ? new Sent(map)
        : new Undecodable("json: cannot unmarshal " + tree.typeName() + " into Go value");
  }

  /** Returns the object that is a record already: a pod or a namespace. */
  static RequestObject of(ApiObject object) {
    return new Decoded(object);
  }

  /** Returns what the object is called; its API version and kind are empty if there is none. */
  ObjectRef ref();

  /** Returns the object as a record; empty if it is not of this kind. */
  <T extends ApiObject> Optional<T> as(Kind<T> kind);

  /** Returns the object with its tree, if it was sent as one. */
  default Optional<KubeObject> tree() {
    return Optional.empty();
  }

  /** Returns why there is no object although there is a body. */
  default Optional<String> decodingError() {
    return Optional.empty();
  }
}
