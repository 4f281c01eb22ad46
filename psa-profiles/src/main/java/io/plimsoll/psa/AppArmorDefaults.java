package io.plimsoll.psa;

import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.EphemeralContainer;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** AppArmor profiles that are annotated become those of the containers. */
final class AppArmorDefaults {

  private static final int LONGEST_PROFILE = 4095;

  private AppArmorDefaults() {}

  static PodSpec of(Map<String, String> annotations, PodSpec spec) {
    if (Exempt.isWindows(spec) || !isAnnotated(annotations)) {
      return spec;
    }
    PodSecurityContext security = spec.securityContext();
    AppArmorProfile podProfile = security == null ? null : security.appArmorProfile();
    Function<Container, Container> fill = c -> filled(c, annotations, podProfile);
    List<Container> init = spec.initContainers().stream().map(fill).toList();
    List<Container> main = spec.containers().stream().map(fill).toList();
    List<EphemeralContainer> ephemeral = spec.ephemeralContainers().stream()
        .map(e -> new EphemeralContainer(fill.apply(e.container()), e.targetContainerName()))
        .toList();
    return spec.toBuilder()
        .initContainers(init)
        .containers(main)
        .ephemeralContainers(ephemeral)
        .build();
  }

  private static boolean isAnnotated(Map<String, String> annotations) {
    if (annotations.isEmpty()) {
      return false;
    }
    for (String key : annotations.keySet()) {
      if (key.startsWith(AppArmorProfiles.ANNOTATION)) {
        return true;
      }
    }
    return false;
  }

  private static Container filled(
      Container container, Map<String, String> annotations, @Nullable AppArmorProfile podProfile) {
    SecurityContext security = container.securityContext();
    if (security != null && security.appArmorProfile() != null) {
      return container;
    }
    String annotation = annotations.get(AppArmorProfiles.ANNOTATION + container.name());
    AppArmorProfile profile = annotation == null ? null : profile(annotation);
    if (profile == null || profile.equals(podProfile)) {
      return container;
    }
    SecurityContext.Builder filled =
        security == null ? SecurityContext.builder() : security.toBuilder();
    return container.toBuilder()
        .securityContext(filled.appArmorProfile(profile).build())
        .build();
  }

  /** Returns the profile that an annotation means, or {@code null} if it means none that is valid. */
  static @Nullable AppArmorProfile profile(String annotation) {
    if (annotation.equals("unconfined")) {
      return new AppArmorProfile("Unconfined", null);
    }
    if (annotation.equals(AppArmorProfiles.ANNOTATED_DEFAULT)) {
      return new AppArmorProfile(AppArmorProfiles.RUNTIME_DEFAULT, null);
    }
    if (!annotation.startsWith(AppArmorProfiles.ANNOTATED_LOCALHOST)) {
      return null;
    }
    String name = annotation.substring(AppArmorProfiles.ANNOTATED_LOCALHOST.length());
    boolean valid =
        !name.isEmpty() && name.strip().equals(name) && name.length() <= LONGEST_PROFILE;
    return valid ? new AppArmorProfile(AppArmorProfiles.LOCALHOST, name) : null;
  }
}
