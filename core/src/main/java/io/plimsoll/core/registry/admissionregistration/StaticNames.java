package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** Names that only files of the server may give. Mirrors {@code static_suffix.go} of {@code pkg/apis/admissionregistration/validation}. */
final class StaticNames {

  private static final String SUFFIX = ".static.k8s.io";
  private static final String RESERVED = "names ending with \"" + SUFFIX
      + "\" are reserved for static manifest-based configurations and cannot be managed via the API";

  private StaticNames() {}

  private static String name(Part object) {
    return object.object("metadata").text("name");
  }

  static void check(Part object) {
    if (name(object).endsWith(SUFFIX)) {
      object.error(FieldError.invalid(FieldPath.of("metadata", "name"), name(object), RESERVED));
    }
  }

  static List<String> warnings(Part object) {
    return name(object).endsWith(SUFFIX) ? List.of("metadata.name: " + RESERVED) : List.of();
  }
}
