package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.Optional;

/**
 * Privileged containers switch most of the security mechanisms off, and must be disallowed.
 *
 * <p>Restricted field: {@code spec.{initContainers,containers,ephemeralContainers}[*].securityContext.privileged}. Allowed values:
 * absent, {@code false}. Mirrors {@code policy/check_privileged.go}.
 */
final class Privileged implements Check.Rule, Sentence {

  private static final FieldPath FIELD = FieldPath.of("securityContext", "privileged");
  private static final Expected FALSE = Expected.of(Mend.REMOVE, Expected.ABSENT, "false");

  static final Check CHECK = Check.of("privileged", Level.BASELINE).since("v1.0", new Privileged());

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      if (security != null && Boolean.TRUE.equals(security.privileged())) {
        findings = findings.and(FALSE, spec, i, FIELD, true);
      }
    }
    return findings.violate("privileged", this);
  }

  /** {@code containers "a", "b" must not set securityContext.privileged=true}. */
  @Override
  public String detail(Findings findings) {
    return Sentences.containers(findings.list()) + " must not set securityContext.privileged=true";
  }

  private Privileged() {}
}
