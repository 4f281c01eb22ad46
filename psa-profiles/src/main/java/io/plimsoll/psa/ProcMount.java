package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.List;
import java.util.Optional;

/**
 * The parts of {@code /proc} that are masked by default must stay so.
 *
 * <p>Restricted field: {@code spec.{initContainers,containers,ephemeralContainers}[*].securityContext.procMount}. Allowed values: absent,
 * {@code Default}.
 *
 * <p>Since 1.35 the baseline level exempts pods with {@code hostUsers: false}; the restricted level goes on without the exemption,
 * with a check of its own in place of baseline's. Mirrors {@code policy/check_procMount_baseline.go} and {@code
 * policy/check_procMount_restricted.go}.
 */
final class ProcMount implements Check.Rule, Sentence {

  private static final FieldPath FIELD = FieldPath.of("securityContext", "procMount");
  private static final Expected DEFAULT = Expected.of(Mend.REMOVE, Expected.ABSENT, "Default");
  private static final String BASELINE_ID = "procMount";

  private static final Check.Rule RULE = new ProcMount();

  static final Check BASELINE = Check.of(BASELINE_ID, Level.BASELINE)
      .since("v1.0", RULE)
      .since("v1.35", Exempt.userNamespaces(RULE));

  static final Check RESTRICTED =
      Check.of("procMount_restricted", Level.RESTRICTED).since("v1.35", RULE, BASELINE_ID);

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      String mount = security == null ? null : security.procMount();
      if (mount != null && !mount.equals("Default")) {
        findings = findings.and(DEFAULT, spec, i, FIELD, mount);
      }
    }
    return findings.violate("procMount", this);
  }

  /** {@code containers "a", "b" must not set securityContext.procMount to "Unmasked"}. */
  @Override
  public String detail(Findings findings) {
    List<Found> list = findings.list();
    return Sentences.containers(list)
        + " must not set securityContext.procMount to "
        + Sentences.quoted(Sentences.values(list));
  }

  private ProcMount() {}
}
