package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AppArmor profiles, in fields and in the annotations that came before them. */
final class AppArmorRules {

  static final String PREFIX = "container.apparmor.security.beta.kubernetes.io/";

  private static final String RUNTIME_DEFAULT = "runtime/default";
  private static final String UNCONFINED = "unconfined";
  private static final String LOCALHOST = "localhost/";

  private static final List<String> TYPES = List.of("Localhost", "RuntimeDefault", "Unconfined");
  private static final int MAX_PROFILE = 4095;
  private static final String NEEDED = "must be set when AppArmor type is Localhost";

  private AppArmorRules() {}

  /** A profile in a field: {@code ValidateAppArmorProfileField}. */
  static void profile(Part profile) {
    String type = profile.text("type");
    if (type.equals("Localhost")) {
      localhost(profile);
    } else if (type.isEmpty()) {
      profile.required("type", "type is required when appArmorProfile is set");
    } else if (!TYPES.contains(type)) {
      profile.notSupported("type", TYPES);
    } else if (profile.has("localhostProfile")) {
      profile.invalid("localhostProfile", "can only be set when AppArmor type is Localhost");
    }
  }

  private static void localhost(Part profile) {
    if (!profile.has("localhostProfile")) {
      profile.required("localhostProfile", NEEDED);
      return;
    }
    String name = profile.text("localhostProfile");
    if (ContainerRules.isPadded(name)) {
      profile.invalid("localhostProfile", List.of("must not be padded with whitespace"));
    } else if (name.isEmpty()) {
      profile.required("localhostProfile", NEEDED);
    }
    if (GoText.length(name) > MAX_PROFILE) {
      profile.error(FieldError.tooLong(profile.at("localhostProfile"), MAX_PROFILE));
    }
  }

  /** The annotations: {@code ValidateAppArmorPodAnnotations}. */
  static void annotations(FieldPath path, Map<String, String> annotations, PodContext pod) {
    for (Map.Entry<String, String> annotation : MapOrder.byKey(annotations)) {
      String key = annotation.getKey();
      if (!key.startsWith(PREFIX)) {
        continue;
      }
      String name = key.substring(PREFIX.length());
      if (pod.allContainers().stream().noneMatch(c -> c.text("name").equals(name))) {
        pod.spec().error(FieldError.invalid(path.key(key), name, "container not found"));
      }
      String profile = annotation.getValue();
      if (!profile.isEmpty()
          && !profile.equals(RUNTIME_DEFAULT)
          && !profile.equals(UNCONFINED)
          && !profile.startsWith(LOCALHOST)) {
        pod.spec()
            .error(FieldError.invalid(
                path.key(key), profile, "invalid AppArmor profile name: " + GoText.quote(profile)));
      }
    }
  }

  /** Where there are both, a field and an annotation say the same: {@code validateAppArmorAnnotationsAndFieldsMatchOnCreate}. */
  static void match(PodContext pod, Map<String, String> annotations) {
    if ("windows".equals(pod.os())) {
      return;
    }
    for (Part container : pod.allContainers()) {
      String annotation = annotations.get(PREFIX + container.text("name"));
      Part own = container.object("securityContext");
      Part holder = own.has("appArmorProfile") ? own : pod.spec().object("securityContext");
      if (annotation != null && holder.has("appArmorProfile")) {
        match(holder.object("appArmorProfile").under(own.at("appArmorProfile")), annotation);
      }
    }
  }

  private static void match(Part profile, String annotation) {
    String type = profile.text("type");
    boolean same = switch (type) {
      case "Unconfined" -> annotation.equals(UNCONFINED);
      case "RuntimeDefault" -> annotation.equals(RUNTIME_DEFAULT);
      case "Localhost" -> annotation.startsWith(LOCALHOST);
      default -> true;
    };
    if (!same) {
      profile.forbidden("type", "apparmor type in annotation and field must match");
    } else if (type.equals("Localhost")
        && !(profile.has("localhostProfile")
            && annotation.equals(LOCALHOST + profile.text("localhostProfile")))) {
      profile.forbidden("localhostProfile", "apparmor profile in annotation and field must match");
    }
  }

  /** Returns the field that an annotation stands for; empty if there is none: {@code ApparmorFieldForAnnotation}. */
  static Optional<AppArmorProfile> fieldFor(String annotation) {
    if (annotation.equals(UNCONFINED)) {
      return Optional.of(new AppArmorProfile("Unconfined", null));
    }
    if (annotation.equals(RUNTIME_DEFAULT)) {
      return Optional.of(new AppArmorProfile("RuntimeDefault", null));
    }
    String name = annotation.startsWith(LOCALHOST) ? annotation.substring(LOCALHOST.length()) : "";
    return name.isEmpty() ? Optional.empty() : Optional.of(new AppArmorProfile("Localhost", name));
  }

  /** Returns whether the name of a profile may stand in a field. */
  static boolean isProfileName(String name) {
    return !name.isEmpty() && !ContainerRules.isPadded(name) && GoText.length(name) <= MAX_PROFILE;
  }
}
