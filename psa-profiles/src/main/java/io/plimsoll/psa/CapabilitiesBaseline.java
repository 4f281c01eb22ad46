package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Capabilities;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.List;
import java.util.Optional;

/**
 * Containers must not add capabilities beyond the default set; {@code NET_RAW} is not in it.
 *
 * <p>Restricted field: {@code spec.{initContainers,containers,ephemeralContainers}[*].securityContext.capabilities.add}. Allowed
 * values: absent, empty, those of the default set, spelled exactly. Mirrors {@code policy/check_capabilities_baseline.go}.
 */
final class CapabilitiesBaseline implements Check.Rule, Sentence {

  static final String ID = "capabilities_baseline";

  private static final FieldPath FIELD = FieldPath.of("securityContext", "capabilities", "add");

  private static final Expected DEFAULT = Expected.of(
      Mend.REMOVE,
      "AUDIT_WRITE",
      "CHOWN",
      "DAC_OVERRIDE",
      "FOWNER",
      "FSETID",
      "KILL",
      "MKNOD",
      "NET_BIND_SERVICE",
      "SETFCAP",
      "SETGID",
      "SETPCAP",
      "SETUID",
      "SYS_CHROOT");

  static final Check CHECK = Check.of(ID, Level.BASELINE).since("v1.0", new CapabilitiesBaseline());

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      findings = added(findings, DEFAULT, spec, i);
    }
    return findings.violate("non-default capabilities", this);
  }

  /** {@code containers "a", "b" must not include "BAR", "FOO" in securityContext.capabilities.add}. */
  @Override
  public String detail(Findings findings) {
    return addedDetail(findings.list());
  }

  /** Adds the capabilities that a container adds beyond the allowed ones. */
  static Findings added(Findings findings, Expected allowed, PodSpec spec, int position) {
    SecurityContext security = Containers.securityContext(spec, position);
    Capabilities capabilities = security == null ? null : security.capabilities();
    if (capabilities == null) {
      return findings;
    }
    Findings all = findings;
    for (int i = 0; i < capabilities.add().size(); i++) {
      String capability = capabilities.add().get(i);
      if (!allowed.values().contains(capability)) {
        all = all.and(allowed, spec, position, FIELD.index(i), capability);
      }
    }
    return all;
  }

  /** Puts capabilities that must not be added into words. */
  static String addedDetail(List<Found> added) {
    return Sentences.containers(added)
        + " must not include " + Sentences.quoted(Sentences.values(added))
        + " in securityContext.capabilities.add";
  }

  private CapabilitiesBaseline() {}
}
