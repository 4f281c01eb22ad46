package io.plimsoll.psa;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.core.schema.Nearest;
import io.plimsoll.psa.apparmor.Profile;
import io.plimsoll.psa.apparmor.ProfileMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is wrong with the AppArmor profiles that a workload asks for, in fields and in annotations, on a node with certain profiles.
 * Mirrors {@code GetProfile}
 * of {@code pkg/security/apparmor/helpers.go} and {@code validate.go} beside it.
 */
final class AppArmorFindings {

  private static final String RULE = "apparmor/";
  private static final String UNCONFINED = "Unconfined";
  private static final FieldPath FIELD = FieldPath.of("securityContext", "appArmorProfile");

  private final Workload workload;
  private final Map<String, ProfileMode> loaded = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private AppArmorFindings(Workload workload, List<Profile> loaded) {
    this.workload = workload;
    loaded.forEach(profile -> this.loaded.put(profile.name(), profile.mode()));
  }

  /** Returns what is wrong with the profiles of a workload, in order: {@link PodSecurity#appArmor}. */
  static List<Finding> of(Workload workload, List<Profile> loaded) {
    AppArmorFindings check = new AppArmorFindings(workload, loaded);
    check.fields();
    check.annotations();
    return check.findings.stream().sorted().toList();
  }

  private void fields() {
    PodSpec spec = workload.template().spec();
    PodSecurityContext pod = spec.securityContext();
    if (pod != null && pod.appArmorProfile() != null) {
      profile(pod.appArmorProfile(), FieldPath.of("spec").then(FIELD));
    }
    for (int i = 0; i < Containers.count(spec); i++) {
      SecurityContext own = Containers.securityContext(spec, i);
      if (own != null && own.appArmorProfile() != null) {
        ContainerRef ref = Containers.ref(spec, i);
        profile(
            own.appArmorProfile(),
            FieldPath.of("spec", ref.kind().field()).index(ref.index()).then(FIELD));
      }
    }
  }

  private void profile(AppArmorProfile profile, FieldPath path) {
    String name = profile.localhostProfile();
    boolean localhost = profile.type().equals(AppArmorProfiles.LOCALHOST);
    FieldPath named = path.field("localhostProfile");
    if (profile.type().equals(UNCONFINED)) {
      unconfined(path.field("type"));
    }
    if (localhost && (name == null || name.isBlank())) {
      add("no-name", path, "the profile of type \"Localhost\" has no name");
    } else if (localhost && name != null) {
      named(name, named);
    } else if (name != null) {
      add(
          "superfluous-name",
          named,
          "a profile of type \"" + profile.type() + "\" must not have a name");
    }
  }

  private void unconfined(FieldPath path) {
    warn("unconfined", path, "AppArmor is turned off");
  }

  private void named(String name, FieldPath path) {
    ProfileMode mode = loaded.get(name);
    if (mode == null) {
      String meant = Nearest.to(name, loaded.keySet())
          .map(other -> "; did you mean \"" + other + "\"?")
          .orElse("");
      add("not-loaded", path, "profile \"" + name + "\" is not loaded" + meant);
    } else if (mode == ProfileMode.COMPLAIN || mode == ProfileMode.UNCONFINED) {
      warn(
          "denies-nothing",
          path,
          "profile \"" + name + "\" is in " + mode.flag() + " mode and denies nothing");
    }
  }

  private void annotations() {
    for (Map.Entry<String, String> entry :
        new TreeMap<>(workload.template().metadata().annotations()).entrySet()) {
      if (entry.getKey().startsWith(AppArmorProfiles.ANNOTATION)) {
        annotation(
            entry.getKey().substring(AppArmorProfiles.ANNOTATION.length()),
            entry.getValue(),
            FieldPath.of("metadata", "annotations").key(entry.getKey()));
      }
    }
  }

  private void annotation(String container, String value, FieldPath path) {
    PodSpec spec = workload.template().spec();
    int position = position(spec, container);
    AppArmorProfile annotated = AppArmorDefaults.profile(value);
    if (position < 0) {
      add("no-container", path, "there is no container \"" + container + "\"");
      return;
    }
    if (annotated == null) {
      if (!value.isEmpty()) {
        add("invalid-annotation", path, "\"" + value + "\" is no AppArmor profile");
      }
      return;
    }
    SecurityContext own = Containers.securityContext(spec, position);
    AppArmorProfile field = own == null ? null : own.appArmorProfile();
    PodSecurityContext pod = spec.securityContext();
    AppArmorProfile podProfile = pod == null ? null : pod.appArmorProfile();
    if (field != null && !field.equals(annotated)) {
      add(
          "annotation-differs",
          path,
          "the annotation of container \"" + container + "\" differs from its field");
    } else if (field == null && podProfile != null && !podProfile.equals(annotated)) {
      warn(
          "annotation-overrides",
          path,
          "the annotation of container \"" + container + "\" wins over the pod's field");
    }
    if (annotated.type().equals(UNCONFINED)) {
      unconfined(path);
    }
    String name = annotated.localhostProfile();
    if (name != null) {
      named(name, path);
    }
  }

  private static int position(PodSpec spec, String container) {
    for (int i = 0; i < Containers.count(spec); i++) {
      if (Containers.get(spec, i).name().equals(container)) {
        return i;
      }
    }
    return -1;
  }

  private void add(String rule, FieldPath path, String message) {
    add(rule, Severity.ERROR, path, message);
  }

  private void warn(String rule, FieldPath path, String message) {
    add(rule, Severity.WARNING, path, message);
  }

  private void add(String rule, Severity severity, FieldPath path, String message) {
    findings.add(Finding.of(
        workload.object(), workload.templatePath().then(path), RULE + rule, severity, message));
  }
}
