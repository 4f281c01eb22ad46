package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.Optional;

/**
 * Containers must not be able to gain more privileges than their parent process has, as by set-user-ID files.
 *
 * <p>Restricted field: {@code spec.{initContainers,containers,ephemeralContainers}[*].securityContext.allowPrivilegeEscalation}.
 * Allowed value: {@code false}. Since 1.25 pods for Windows are exempt. Mirrors {@code policy/check_allowPrivilegeEscalation.go}.
 */
final class AllowPrivilegeEscalation implements Check.Rule, Sentence {

  private static final FieldPath FIELD =
      FieldPath.of("securityContext", "allowPrivilegeEscalation");
  private static final Expected FALSE = Expected.of(Mend.set(ScalarValue.of(false)), "false");

  private static final Check.Rule RULE = new AllowPrivilegeEscalation();

  static final Check CHECK = Check.of("allowPrivilegeEscalation", Level.RESTRICTED)
      .since("v1.8", RULE)
      .since("v1.25", Exempt.windows(RULE));

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      Boolean allowed = security == null ? null : security.allowPrivilegeEscalation();
      if (!Boolean.FALSE.equals(allowed)) {
        findings = findings.and(FALSE, spec, i, FIELD, allowed);
      }
    }
    return findings.violate("allowPrivilegeEscalation != false", this);
  }

  /** {@code containers "a", "b" must set securityContext.allowPrivilegeEscalation=false}. */
  @Override
  public String detail(Findings findings) {
    return Sentences.containers(findings.list())
        + " must set securityContext.allowPrivilegeEscalation=false";
  }

  private AllowPrivilegeEscalation() {}
}
