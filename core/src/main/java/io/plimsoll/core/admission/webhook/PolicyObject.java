package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;

/**
 * A policy or a binding of one, as far as its matching goes.
 *
 * @param objectKind what it is
 * @param metadata its name
 * @param spec its specification
 */
record PolicyObject(Kind<?> objectKind, ObjectMeta metadata, Fields spec) implements ApiObject {

  static PolicyObject from(String apiVersion, String kind, Fields fields) {
    return new PolicyObject(
        new Kind<>(apiVersion, kind, other -> from(apiVersion, kind, other)),
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        Trees.object(fields, "spec"));
  }
}
