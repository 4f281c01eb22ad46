package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AppArmor must not be turned off, nor set to a profile that the node does not have.
 *
 * <p>Restricted fields: {@code spec.securityContext.appArmorProfile.type}, {@code
 * spec.{initContainers,containers,ephemeralContainers}[*].securityContext.appArmorProfile.type}. Allowed values: absent profile,
 * {@code RuntimeDefault}, {@code Localhost}.
 *
 * <p>Restricted annotations: {@code metadata.annotations[container.apparmor.security.beta.kubernetes.io/*]}, whether there is such a
 * container or not. Allowed values: absent, empty, {@code runtime/default}, {@code localhost/*}. Mirrors {@code
 * policy/check_appArmorProfile.go}.
 */
final class AppArmorProfiles implements Check.Rule, Sentence {

  /** What keys of annotations start with; the name of a container follows. */
  static final String ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

  static final String ANNOTATED_DEFAULT = "runtime/default";
  static final String ANNOTATED_LOCALHOST = "localhost/";
  static final String RUNTIME_DEFAULT = "RuntimeDefault";
  static final String LOCALHOST = "Localhost";

  private static final FieldPath FIELD = FieldPath.of("securityContext", "appArmorProfile", "type");
  private static final FieldPath POD_FIELD = FieldPath.of("spec").then(FIELD);
  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

  private static final Expected TYPE =
      Expected.of(AppArmorProfiles::mend, Expected.ABSENT, RUNTIME_DEFAULT, LOCALHOST);
  private static final Expected ANNOTATED = Expected.of(
      Mend.REMOVE, Expected.ABSENT, "\"\"", ANNOTATED_DEFAULT, ANNOTATED_LOCALHOST + "*");

  static final Check CHECK =
      Check.of("appArmorProfile", Level.BASELINE).since("v1.0", new AppArmorProfiles());

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    PodSecurityContext pod = spec.securityContext();
    AppArmorProfile podProfile = pod == null ? null : pod.appArmorProfile();
    if (podProfile != null && !isAllowed(podProfile)) {
      findings = findings.andPod(TYPE, POD_FIELD, podProfile.type());
    }
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      AppArmorProfile profile = security == null ? null : security.appArmorProfile();
      if (profile != null && !isAllowed(profile)) {
        findings = findings.and(TYPE, spec, i, FIELD, profile.type());
      }
    }
    if (!metadata.annotations().isEmpty()) {
      findings = annotations(findings, metadata.annotations());
    }
    return findings.isEmpty() ? Optional.empty() : findings.violate(reason(findings), this);
  }

  private static Findings annotations(Findings findings, Map<String, String> annotations) {
    Findings all = findings;
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      String key = annotation.getKey();
      if (key.startsWith(ANNOTATION) && !isAllowed(annotation.getValue())) {
        all = all.andPod(ANNOTATED, ANNOTATIONS.key(key), annotation.getValue());
      }
    }
    return all;
  }

  private static boolean isAllowed(AppArmorProfile profile) {
    return profile.type().equals(RUNTIME_DEFAULT) || profile.type().equals(LOCALHOST);
  }

  private static boolean isAllowed(String annotation) {
    return annotation.isEmpty()
        || annotation.equals(ANNOTATED_DEFAULT)
        || annotation.startsWith(ANNOTATED_LOCALHOST);
  }

  /** A profile that the API server took from an annotation goes with the annotation. */
  private static Optional<Edit> mend(Subject pod, Found found) {
    if (found.isInContainer()) {
      SecurityContext written = pod.written(found).securityContext();
      if (written == null || written.appArmorProfile() == null) {
        return Optional.of(new Edit.Remove(ANNOTATIONS.key(ANNOTATION + found.owner())));
      }
    }
    return Mend.REMOVE_OWNER.edit(pod, found);
  }

  private static String reason(Findings findings) {
    return Sentences.plural(
        "forbidden AppArmor profile",
        "forbidden AppArmor profiles",
        values(findings).size());
  }

  /** {@code pod and annotation must not set AppArmor profile type to "Unconfined", "key="unconfined""}. */
  @Override
  public String detail(Findings findings) {
    List<String> setters = Sentences.setters(findings.about(TYPE));
    int annotations = findings.about(ANNOTATED).size();
    if (annotations > 0) {
      setters.add(Sentences.plural("annotation", "annotations", annotations));
    }
    return String.join(" and ", setters)
        + " must not set AppArmor profile type to "
        + Sentences.quoted(values(findings));
  }

  private static List<String> values(Findings findings) {
    List<String> values = new ArrayList<>(Sentences.values(findings.about(TYPE)));
    values.addAll(Sentences.annotations(findings.about(ANNOTATED)));
    return values;
  }

  private AppArmorProfiles() {}
}
