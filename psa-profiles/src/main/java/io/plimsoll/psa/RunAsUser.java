package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Containers must not be told to run as root.
 *
 * <p>Restricted fields: {@code spec.securityContext.runAsUser}, {@code
 * spec.{initContainers,containers,ephemeralContainers}[*].securityContext.runAsUser}. Allowed values: absent, any number but {@code 0}.
 * Since 1.35 pods with {@code hostUsers: false} are exempt. Mirrors {@code policy/check_runAsUser.go}.
 */
final class RunAsUser implements Check.Rule, Sentence {

  private static final FieldPath FIELD = FieldPath.of("securityContext", "runAsUser");
  private static final FieldPath POD_FIELD = FieldPath.of("spec").then(FIELD);
  private static final Expected NOT_ROOT =
      Expected.of(Mend.REMOVE, Expected.ABSENT, "any number but 0");

  private static final Check.Rule RULE = new RunAsUser();

  static final Check CHECK = Check.of("runAsUser", Level.RESTRICTED)
      .since("v1.23", RULE)
      .since("v1.35", Exempt.userNamespaces(RULE));

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    PodSecurityContext pod = spec.securityContext();
    if (pod != null && isRoot(pod.runAsUser())) {
      findings = findings.andPod(NOT_ROOT, POD_FIELD, 0);
    }
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      if (security != null && isRoot(security.runAsUser())) {
        findings = findings.and(NOT_ROOT, spec, i, FIELD, 0);
      }
    }
    return findings.violate("runAsUser=0", this);
  }

  private static boolean isRoot(@Nullable Long user) {
    return user != null && user == 0;
  }

  /** {@code pod and containers "a", "b" must not set runAsUser=0}. */
  @Override
  public String detail(Findings findings) {
    return Sentences.settersText(findings.list()) + " must not set runAsUser=0";
  }

  private RunAsUser() {}
}
