package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The host's namespaces must not be shared.
 *
 * <p>Restricted fields: {@code spec.hostNetwork}, {@code spec.hostPID}, {@code spec.hostIPC}. Allowed values: absent, {@code
 * false}. Mirrors {@code policy/check_hostNamespaces.go}.
 */
final class HostNamespaces implements Check.Rule, Sentence {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final Expected FALSE = Expected.of(Mend.REMOVE, Expected.ABSENT, "false");

  static final Check CHECK =
      Check.of("hostNamespaces", Level.BASELINE).since("v1.0", new HostNamespaces());

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    findings = add(findings, "hostNetwork", spec.hostNetwork());
    findings = add(findings, "hostPID", spec.hostPID());
    findings = add(findings, "hostIPC", spec.hostIPC());
    return findings.violate("host namespaces", this);
  }

  private static Findings add(Findings findings, String field, @Nullable Boolean value) {
    return Boolean.TRUE.equals(value) ? findings.andPod(FALSE, SPEC.field(field), true) : findings;
  }

  /** {@code hostNetwork=true, hostPID=true}. */
  @Override
  public String detail(Findings findings) {
    return findings.list().stream()
        .map(found -> found.field().toString().substring("spec.".length()) + "=true")
        .collect(Collectors.joining(", "));
  }

  private HostNamespaces() {}
}
