package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Seccomp profiles, in fields and in the annotations that came before them. */
final class SeccompRules {

  static final String POD_KEY = "seccomp.security.alpha.kubernetes.io/pod";
  static final String CONTAINER_PREFIX = "container.seccomp.security.alpha.kubernetes.io/";

  private static final List<String> TYPES = List.of("Localhost", "RuntimeDefault", "Unconfined");
  private static final String LOCALHOST = "localhost/";

  private SeccompRules() {}

  /** A profile in a field: {@code validateSeccompProfileField}. */
  static void profile(Part profile) {
    String type = profile.text("type");
    if (type.isEmpty()) {
      profile.required("type", "type is required when seccompProfile is set");
    } else if (!TYPES.contains(type)) {
      profile.notSupported("type", TYPES);
    }
    if (!type.equals("Localhost")) {
      if (profile.has("localhostProfile")) {
        profile.error(FieldError.invalidPrinted(
            profile.at("localhostProfile"),
            profile.json(),
            "can only be set when seccomp type is Localhost"));
      }
    } else if (!profile.has("localhostProfile")) {
      profile.required("localhostProfile", "must be set when seccomp type is Localhost");
    } else {
      FileRules.descending(
          profile.errors(), profile.at("localhostProfile"), profile.text("localhostProfile"));
    }
  }

  /** The annotations: {@code ValidateSeccompPodAnnotations}. */
  static void annotations(
      List<FieldError> errors, FieldPath path, Map<String, String> annotations) {
    String pod = annotations.get(POD_KEY);
    if (pod != null) {
      annotation(errors, path.field(POD_KEY), pod);
    }
    for (Map.Entry<String, String> annotation : MapOrder.byKey(annotations)) {
      if (annotation.getKey().startsWith(CONTAINER_PREFIX)) {
        annotation(errors, path.field(annotation.getKey()), annotation.getValue());
      }
    }
  }

  private static void annotation(List<FieldError> errors, FieldPath path, String profile) {
    if (profile.startsWith(LOCALHOST)) {
      FileRules.descending(errors, path, profile.substring(LOCALHOST.length()));
    } else if (!profile.equals("unconfined") && !isDefault(profile)) {
      errors.add(FieldError.invalid(path, profile, "must be a valid seccomp profile"));
    }
  }

  private static boolean isDefault(String profile) {
    return profile.equals("runtime/default") || profile.equals("docker/default");
  }

  /** Where there are both, a field and an annotation say the same: {@code validateSeccompAnnotationsAndFields}. */
  static void match(PodContext pod, Map<String, String> annotations) {
    match(pod.spec(), annotations.get(POD_KEY));
    for (Part container : pod.allContainers()) {
      match(container, annotations.get(CONTAINER_PREFIX + container.text("name")));
    }
  }

  private static void match(Part part, @Nullable String annotation) {
    if (annotation == null || !part.object("securityContext").has("seccompProfile")) {
      return;
    }
    Part profile = part.object("securityContext").object("seccompProfile");
    boolean same = switch (profile.text("type")) {
      case "Unconfined" -> annotation.equals("unconfined");
      case "RuntimeDefault" -> isDefault(annotation);
      case "Localhost" -> annotation.startsWith(LOCALHOST);
      default -> true;
    };
    if (!same) {
      profile.forbidden("type", "seccomp type in annotation and field must match");
    } else if (profile.text("type").equals("Localhost")
        && !(profile.has("localhostProfile")
            && annotation.equals(LOCALHOST + profile.text("localhostProfile")))) {
      profile.forbidden("localhostProfile", "seccomp profile in annotation and field must match");
    }
  }
}
