package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SeLinuxOptions;
import io.plimsoll.core.pod.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SELinux types must be those of containers; users and roles must not be set.
 *
 * <p>Restricted fields: {@code type}, {@code user} and {@code role} of {@code spec.securityContext.seLinuxOptions} and of {@code
 * spec.{initContainers,containers,ephemeralContainers}[*].securityContext.seLinuxOptions}. Allowed types: absent, empty, {@code
 * container_t}, {@code container_init_t}, {@code container_kvm_t}, since 1.31 {@code container_engine_t}. Allowed users and roles:
 * absent, empty. Mirrors {@code policy/check_seLinuxOptions.go}.
 */
final class SeLinuxLabels implements Check.Rule, Sentence {

  private static final FieldPath FIELD = FieldPath.of("securityContext", "seLinuxOptions");
  private static final FieldPath POD_FIELD = FieldPath.of("spec").then(FIELD);

  private static final Expected USER = Expected.of(Mend.REMOVE, "");
  private static final Expected ROLE = Expected.of(Mend.REMOVE, "");

  static final Check CHECK = Check.of("seLinuxOptions", Level.BASELINE)
      .since("v1.0", new SeLinuxLabels("", "container_t", "container_init_t", "container_kvm_t"))
      .since(
          "v1.31",
          new SeLinuxLabels(
              "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"));

  private final Expected type;

  private SeLinuxLabels(String... types) {
    this.type = Expected.of(Mend.REMOVE, types);
  }

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    PodSecurityContext pod = spec.securityContext();
    SeLinuxOptions podOptions = pod == null ? null : pod.seLinuxOptions();
    if (podOptions != null) {
      findings = ofPod(findings, type, "type", podOptions.type());
      findings = ofPod(findings, USER, "user", podOptions.user());
      findings = ofPod(findings, ROLE, "role", podOptions.role());
    }
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      SecurityContext security = Containers.securityContext(spec, i);
      SeLinuxOptions options = security == null ? null : security.seLinuxOptions();
      if (options != null) {
        findings = ofContainer(findings, type, spec, i, "type", options.type());
        findings = ofContainer(findings, USER, spec, i, "user", options.user());
        findings = ofContainer(findings, ROLE, spec, i, "role", options.role());
      }
    }
    return findings.violate("seLinuxOptions", this);
  }

  private static Findings ofPod(
      Findings findings, Expected expected, String field, @Nullable String value) {
    return value == null || expected.values().contains(value)
        ? findings
        : findings.andPod(expected, POD_FIELD.field(field), value);
  }

  private static Findings ofContainer(
      Findings findings,
      Expected expected,
      PodSpec spec,
      int position,
      String field,
      @Nullable String value) {
    return value == null || expected.values().contains(value)
        ? findings
        : findings.and(expected, spec, position, FIELD.field(field), value);
  }

  /** {@code pod and container "a" set forbidden securityContext.seLinuxOptions: types "bar", "foo"; user may not be set}. */
  @Override
  public String detail(Findings findings) {
    List<String> types = Sentences.values(findings.about(type));
    List<String> what = new ArrayList<>();
    if (!types.isEmpty()) {
      what.add(Sentences.plural("type ", "types ", types.size()) + Sentences.quoted(types));
    }
    if (!findings.about(USER).isEmpty()) {
      what.add("user may not be set");
    }
    if (!findings.about(ROLE).isEmpty()) {
      what.add("role may not be set");
    }
    return Sentences.settersText(findings.list())
        + " set forbidden securityContext.seLinuxOptions: "
        + String.join("; ", what);
  }
}
