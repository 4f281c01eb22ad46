package io.plimsoll.core.registry.pod;

import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;

/** The types of the API that the rules for pods read trees by. */
final class PodTypes {

  static final ObjectType SPEC = type("core.v1.PodSpec");
  static final ObjectType TEMPLATE = type("core.v1.PodTemplateSpec");

  private PodTypes() {}

  static ObjectType type(String name) {
    return Schema.kubernetes()
        .type(name)
        .orElseThrow(() -> new IllegalStateException("no type: \"" + name + "\""));
  }
}
