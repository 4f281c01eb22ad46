package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Capabilities;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Containers must drop all capabilities, and may only add {@code NET_BIND_SERVICE} back.
 *
 * <p>Restricted fields: {@code spec.{initContainers,containers,ephemeralContainers}[*].securityContext.capabilities.drop}, which must
 * have {@code ALL}, and {@code ….capabilities.add}. Allowed values of the latter: absent, empty, {@code NET_BIND_SERVICE}; spelled
 * exactly. Since 1.25 pods for Windows are exempt. Mirrors {@code policy/check_capabilities_restricted.go}.
 */
final class CapabilitiesRestricted implements Check.Rule, Sentence {

  private static final String ALL = "ALL";
  private static final FieldPath DROP = FieldPath.of("securityContext", "capabilities", "drop");

  private static final Expected DROPPED =
      Expected.of(Mend.set(SequenceValue.of(List.of(ScalarValue.of(ALL)))), "[\"ALL\"]");
  private static final Expected ADDED = Expected.of(Mend.REMOVE, "NET_BIND_SERVICE");

  private static final Check.Rule RULE = new CapabilitiesRestricted();

  static final Check CHECK = Check.of("capabilities_restricted", Level.RESTRICTED)
      .since("v1.22", RULE, CapabilitiesBaseline.ID)
      .since("v1.25", Exempt.windows(RULE), CapabilitiesBaseline.ID);

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      Capabilities capabilities = security == null ? null : security.capabilities();
      if (capabilities == null || !capabilities.drop().contains(ALL)) {
        findings = findings.and(DROPPED, spec, i, DROP, dropped(capabilities));
      }
      findings = CapabilitiesBaseline.added(findings, ADDED, spec, i);
    }
    return findings.violate("unrestricted capabilities", this);
  }

  private static @Nullable List<String> dropped(@Nullable Capabilities capabilities) {
    return capabilities == null || capabilities.drop().isEmpty() ? null : capabilities.drop();
  }

  /** {@code container "a" must set …drop=["ALL"]; container "b" must not include "FOO" in …add}. */
  @Override
  public String detail(Findings findings) {
    List<Found> notDropped = findings.about(DROPPED);
    List<Found> added = findings.about(ADDED);
    List<String> details = new ArrayList<>();
    if (!notDropped.isEmpty()) {
      details.add(Sentences.containers(notDropped)
          + " must set securityContext.capabilities.drop=[\"ALL\"]");
    }
    if (!added.isEmpty()) {
      details.add(CapabilitiesBaseline.addedDetail(added));
    }
    return String.join("; ", details);
  }

  private CapabilitiesRestricted() {}
}
