package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import io.plimsoll.core.pod.WindowsSecurityContextOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Containers on Windows must not be processes of the host.
 *
 * <p>Restricted fields: {@code spec.securityContext.windowsOptions.hostProcess}, {@code
 * spec.{initContainers,containers,ephemeralContainers}[*].securityContext.windowsOptions.hostProcess}. Allowed values: absent, {@code
 * false}. Mirrors {@code policy/check_windowsHostProcess.go}.
 */
final class WindowsHostProcess implements Check.Rule, Sentence {

  private static final FieldPath FIELD =
      FieldPath.of("securityContext", "windowsOptions", "hostProcess");
  private static final FieldPath POD_FIELD = FieldPath.of("spec").then(FIELD);
  private static final Expected FALSE = Expected.of(Mend.REMOVE, Expected.ABSENT, "false");

  static final Check CHECK =
      Check.of("windowsHostProcess", Level.BASELINE).since("v1.0", new WindowsHostProcess());

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    PodSecurityContext pod = spec.securityContext();
    if (pod != null && isHostProcess(pod.windowsOptions())) {
      findings = findings.andPod(FALSE, POD_FIELD, true);
    }
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      if (security != null && isHostProcess(security.windowsOptions())) {
        findings = findings.and(FALSE, spec, i, FIELD, true);
      }
    }
    return findings.violate("hostProcess", this);
  }

  private static boolean isHostProcess(@Nullable WindowsSecurityContextOptions options) {
    return options != null && Boolean.TRUE.equals(options.hostProcess());
  }

  /** {@code pod and containers "a", "b" must not set securityContext.windowsOptions.hostProcess=true}. */
  @Override
  public String detail(Findings findings) {
    return Sentences.settersText(findings.list())
        + " must not set securityContext.windowsOptions.hostProcess=true";
  }

  private WindowsHostProcess() {}
}
