package io.plimsoll.psa;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import io.plimsoll.core.pod.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the AppArmor profiles that a workload asks for, in fields and in annotations, against those that are loaded on a node. Mirrors
 * {@code pkg/security/apparmor/validate.go}, which lets the kubelet refuse such pods.
 */
public final class AppArmorFindings {

  private static final String RULE = "apparmor/";
  private static final FieldPath FIELD = FieldPath.of("securityContext", "appArmorProfile");

  private final Workload workload;
  private final Set<String> loaded;
  private final List<Finding> findings = new ArrayList<>();

  private AppArmorFindings(Workload workload, Collection<String> loaded) {
    this.workload = workload;
    this.loaded = new TreeSet<>(loaded);
  }

  /**
   * Returns what is wrong with the profiles of a workload, in order.
   *
   * @param loaded the names of the profiles that the node has loaded
   */
  public static List<Finding> of(Workload workload, Collection<String> loaded) {
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
    FieldPath named = path.key("localhostProfile");
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

  private void named(String name, FieldPath path) {
    if (!loaded.contains(name)) {
      add("not-loaded", path, "profile \"" + name + "\" is not loaded");
    }
  }

  private void annotations() {
    for (Map.Entry<String, String> entry :
        new java.util.TreeMap<>(workload.template().metadata().annotations()).entrySet()) {
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
    if (field != null && !field.equals(annotated)) {
      add(
          "annotation-differs",
          path,
          "the annotation of container \"" + container + "\" differs from its field");
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
    findings.add(Finding.of(
        workload.object(),
        workload.templatePath().then(path),
        RULE + rule,
        Severity.ERROR,
        message));
  }
}
