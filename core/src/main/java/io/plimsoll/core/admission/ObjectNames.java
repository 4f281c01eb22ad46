package io.plimsoll.core.admission;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;

/** Names of objects for people. Mirrors {@code extractResourceName} of {@code k8s.io/apiserver/pkg/admission}. */
final class ObjectNames {

  private ObjectNames() {}

  static String nameToShow(MappingValue object) {
    Fields metadata = Fields.of(object.get("metadata"));
    String name = metadata.text("name");
    if (!name.isEmpty()) {
      return name;
    }
    String prefix = metadata.text("generateName");
    return prefix.isEmpty() ? "Unknown" : prefix;
  }
}
