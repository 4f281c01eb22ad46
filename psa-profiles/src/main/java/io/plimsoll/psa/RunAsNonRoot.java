package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.List;
import java.util.Optional;

/**
 * Containers must be required to run as other users than root.
 *
 * <p>Restricted fields: {@code spec.securityContext.runAsNonRoot}, {@code
 * spec.{initContainers,containers,ephemeralContainers}[*].securityContext.runAsNonRoot}. Allowed value: {@code true}; it may be absent
 * in the pod if all containers have it, and in a container if the pod has it. Since 1.35 pods with {@code hostUsers: false} are exempt.
 * Mirrors {@code policy/check_runAsNonRoot.go}.
 */
final class RunAsNonRoot implements Check.Rule, Sentence {

  private static final FieldPath FIELD = FieldPath.of("securityContext", "runAsNonRoot");
  private static final FieldPath POD_FIELD = FieldPath.of("spec").then(FIELD);

  /** Said to be otherwise. */
  private static final Expected EXPLICIT = Expected.of(Mend.set(ScalarValue.of(true)), "true");

  /** Not said, and not inherited from the pod. */
  private static final Expected IMPLICIT =
      Expected.of(Mend.setInPod(POD_FIELD, ScalarValue.of(true)), "true");

  private static final Check.Rule RULE = new RunAsNonRoot();

  static final Check CHECK = Check.of("runAsNonRoot", Level.RESTRICTED)
      .since("v1.0", RULE)
      .since("v1.35", Exempt.userNamespaces(RULE));

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    PodSecurityContext security = spec.securityContext();
    Boolean pod = security == null ? null : security.runAsNonRoot();
    if (Boolean.FALSE.equals(pod)) {
      findings = findings.andPod(EXPLICIT, POD_FIELD, false);
    }
    boolean inherited = Boolean.TRUE.equals(pod);
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext own = Containers.securityContext(spec, i);
      Boolean nonRoot = own == null ? null : own.runAsNonRoot();
      if (Boolean.FALSE.equals(nonRoot)) {
        findings = findings.and(EXPLICIT, spec, i, FIELD, false);
      } else if (nonRoot == null && !inherited) {
        findings = findings.and(IMPLICIT, spec, i, FIELD, null);
      }
    }
    return findings.violate("runAsNonRoot != true", this);
  }

  /**
   * {@code pod must not set securityContext.runAsNonRoot=false}; only if nobody does, {@code pod or container "a" must set
   * securityContext.runAsNonRoot=true}.
   */
  @Override
  public String detail(Findings findings) {
    List<Found> explicit = findings.about(EXPLICIT);
    return explicit.isEmpty()
        ? "pod or " + Sentences.containers(findings.about(IMPLICIT))
            + " must set securityContext.runAsNonRoot=true"
        : Sentences.settersText(explicit) + " must not set securityContext.runAsNonRoot=false";
  }

  private RunAsNonRoot() {}
}
