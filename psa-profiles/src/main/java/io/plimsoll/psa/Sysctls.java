package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Kernel parameters must be of the safe subset: those that are a container's or a pod's own.
 *
 * <p>Restricted field: {@code spec.securityContext.sysctls[*].name}. Allowed values: the subset, which has grown with 1.27, 1.29,
 * 1.32 and 1.37; spelled exactly, with dots. Mirrors {@code policy/check_sysctls.go}.
 */
final class Sysctls implements Check.Rule, Sentence {

  private static final FieldPath FIELD = FieldPath.of("spec", "securityContext", "sysctls");

  private static final List<String> V1_0 = List.of(
      "kernel.shm_rmid_forced",
      "net.ipv4.ip_local_port_range",
      "net.ipv4.tcp_syncookies",
      "net.ipv4.ping_group_range",
      "net.ipv4.ip_unprivileged_port_start");
  private static final List<String> V1_27 = with(V1_0, "net.ipv4.ip_local_reserved_ports");
  private static final List<String> V1_29 = with(
      V1_27,
      "net.ipv4.tcp_keepalive_time",
      "net.ipv4.tcp_fin_timeout",
      "net.ipv4.tcp_keepalive_intvl",
      "net.ipv4.tcp_keepalive_probes");
  private static final List<String> V1_32 = with(V1_29, "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");
  private static final List<String> V1_37 =
      with(V1_32, "net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat");

  static final Check CHECK = Check.of("sysctls", Level.BASELINE)
      .since("v1.0", new Sysctls(V1_0))
      .since("v1.27", new Sysctls(V1_27))
      .since("v1.29", new Sysctls(V1_29))
      .since("v1.32", new Sysctls(V1_32))
      .since("v1.37", new Sysctls(V1_37));

  private final Expected safe;

  private Sysctls(List<String> safe) {
    this.safe = Expected.of(Mend.REMOVE_OWNER, safe);
  }

  private static List<String> with(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    Collections.addAll(all, more);
    return all;
  }

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    PodSecurityContext pod = spec.securityContext();
    if (pod == null) {
      return Optional.empty();
    }
    Findings findings = Findings.NONE;
    for (int i = 0; i < pod.sysctls().size(); i++) {
      String name = pod.sysctls().get(i).name();
      if (!safe.values().contains(name)) {
        findings = findings.andPod(safe, FIELD.index(i).field("name"), name);
      }
    }
    return findings.violate("forbidden sysctls", this);
  }

  /** {@code a, b}: in the order of the pod, with duplicates. */
  @Override
  public String detail(Findings findings) {
    return findings.list().stream().map(Found::text).collect(Collectors.joining(", "));
  }
}
