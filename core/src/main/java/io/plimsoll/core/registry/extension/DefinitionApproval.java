package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoUrl;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.Optional;

/**
 * Whether the community approved of an API in one of its groups. Mirrors {@code validateAPIApproval} of {@code
 * k8s.io/apiextensions-apiserver}.
 */
final class DefinitionApproval {

  private static final String ANNOTATION = "api-approved.kubernetes.io";
  private static final String MUST =
      "protected groups must have approval annotation \"" + ANNOTATION + "\"";
  private static final String SEE = ", see https://github.com/kubernetes/enhancements/pull/1111";

  private enum State {
    MISSING,
    BYPASSED,
    APPROVED,
    INVALID
  }

  private DefinitionApproval() {}

  static void check(Part definition, Optional<Part> old) {
    if (!isProtected(definition.object("spec").text("group"))) {
      return;
    }
    State state = state(definition);
    if (old.map(DefinitionApproval::state).filter(before -> before == state).isPresent()) {
      return;
    }
    FieldPath path = FieldPath.of("metadata", "annotations").key(ANNOTATION);
    if (state == State.MISSING) {
      definition.error(FieldError.required(path, MUST + SEE));
    } else if (state == State.INVALID) {
      definition.error(FieldError.invalid(
          path,
          annotation(definition),
          MUST + " with either a URL or a reason starting with \"unapproved\"" + SEE));
    }
  }

  private static boolean isProtected(String group) {
    String domain = "." + group;
    return domain.endsWith(".k8s.io") || domain.endsWith(".kubernetes.io");
  }

  private static String annotation(Part definition) {
    return definition.object("metadata").stringMap("annotations").getOrDefault(ANNOTATION, "");
  }

  private static State state(Part definition) {
    String annotation = annotation(definition);
    if (annotation.isEmpty()) {
      return State.MISSING;
    }
    if (annotation.startsWith("unapproved")) {
      return State.BYPASSED;
    }
    GoUrl url = GoUrl.parse(annotation);
    boolean whole =
        url.error().isEmpty() && !url.host().isEmpty() && !url.scheme().isEmpty();
    return whole ? State.APPROVED : State.INVALID;
  }
}
