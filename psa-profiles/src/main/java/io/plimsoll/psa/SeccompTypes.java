package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SeccompProfile;
import io.plimsoll.core.pod.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule about the types of seccomp profiles: what the baseline and the restricted check have in common.
 *
 * @param required whether each container needs a profile, its own or the pod's
 */
record SeccompTypes(boolean required) implements Check.Rule, Sentence {

  private static final FieldPath FIELD = FieldPath.of("securityContext", "seccompProfile", "type");
  private static final FieldPath POD_FIELD = FieldPath.of("spec").then(FIELD);

  private static final String RUNTIME_DEFAULT = "RuntimeDefault";
  private static final String LOCALHOST = "Localhost";
  private static final Value DEFAULT_PROFILE =
      MappingValue.of(Map.of("type", ScalarValue.of(RUNTIME_DEFAULT)));

  /** Said to be otherwise. */
  private static final Expected EXPLICIT =
      Expected.of(Mend.setOwner(DEFAULT_PROFILE), RUNTIME_DEFAULT, LOCALHOST);

  /** Not said, and not inherited from the pod. */
  private static final Expected IMPLICIT =
      Expected.of(Mend.setInPod(POD_FIELD.parent(), DEFAULT_PROFILE), RUNTIME_DEFAULT, LOCALHOST);

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    PodSecurityContext pod = spec.securityContext();
    SeccompProfile podProfile = pod == null ? null : pod.seccompProfile();
    boolean inherited = podProfile != null && isAllowed(podProfile);
    if (podProfile != null && !inherited) {
      findings = findings.andPod(EXPLICIT, POD_FIELD, podProfile.type());
    }
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      SeccompProfile profile = security == null ? null : security.seccompProfile();
      if (profile != null && !isAllowed(profile)) {
        findings = findings.and(EXPLICIT, spec, i, FIELD, profile.type());
      } else if (profile == null && required && !inherited) {
        findings = findings.and(IMPLICIT, spec, i, FIELD, null);
      }
    }
    return findings.violate("seccompProfile", this);
  }

  private static boolean isAllowed(SeccompProfile profile) {
    return profile.type().equals(RUNTIME_DEFAULT) || profile.type().equals(LOCALHOST);
  }

  /**
   * {@code pod must not set securityContext.seccompProfile.type to "Unconfined"}; only if nobody does, {@code pod or container
   * "a" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"}.
   */
  @Override
  public String detail(Findings findings) {
    List<Found> explicit = findings.about(EXPLICIT);
    return explicit.isEmpty()
        ? "pod or " + Sentences.containers(findings.about(IMPLICIT))
            + " must set securityContext.seccompProfile.type to"
            + " \"RuntimeDefault\" or \"Localhost\""
        : Sentences.settersText(explicit)
            + " must not set securityContext.seccompProfile.type to "
            + Sentences.quoted(Sentences.values(explicit));
  }
}
