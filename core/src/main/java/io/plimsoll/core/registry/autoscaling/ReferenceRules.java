package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import java.util.List;

/**
 * What references to what is scaled or measured must be like. Mirrors {@code ValidateCrossVersionObjectReference} of {@code
 * pkg/apis/autoscaling/validation}.
 *
 * @param anyVersion whether the API version may be anything
 * @param coreGroup whether the API version may be one of the core group
 */
record ReferenceRules(boolean anyVersion, boolean coreGroup) {

  static final ReferenceRules STRICT = new ReferenceRules(false, false);
  static final ReferenceRules ANY_GROUP = new ReferenceRules(false, true);
  static final ReferenceRules ANYTHING = new ReferenceRules(true, true);

  void check(Part reference) {
    for (String field : List.of("kind", "name")) {
      if (reference.text(field).isEmpty()) {
        reference.required(field, "");
      } else {
        reference.invalid(field, Names.pathSegmentErrors(reference.text(field)));
      }
    }
    String error = versionError(reference);
    if (!error.isEmpty()) {
      reference.invalid("apiVersion", List.of(error));
    }
  }

  /** Returns what is wrong with the API version, or the empty text: {@code ValidateAPIVersion}. */
  String versionError(Part reference) {
    String version = reference.text("apiVersion");
    int slash = version.indexOf('/');
    if (anyVersion) {
      return "";
    }
    if (slash != version.lastIndexOf('/')) {
      return "unexpected GroupVersion string: " + version;
    }
    return !coreGroup && slash <= 0 ? "apiVersion must specify API group" : "";
  }
}
