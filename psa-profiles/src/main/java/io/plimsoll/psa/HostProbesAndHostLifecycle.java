package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.HttpGetAction;
import io.plimsoll.core.pod.Lifecycle;
import io.plimsoll.core.pod.LifecycleHandler;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Probe;
import io.plimsoll.core.pod.TcpSocketAction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Probes and lifecycle hooks must not be sent to a host of one's choice; they are for the pod.
 *
 * <p>Restricted fields: {@code host} of {@code httpGet} and {@code tcpSocket} of {@code livenessProbe}, {@code readinessProbe},
 * {@code startupProbe}, {@code lifecycle.postStart} and {@code lifecycle.preStop} of {@code
 * spec.{initContainers,containers,ephemeralContainers}[*]}. Allowed values: absent, empty. Mirrors {@code
 * policy/check_hostProbesAndhostLifecycle.go}.
 */
final class HostProbesAndHostLifecycle implements Check.Rule, Sentence {

  private static final FieldPath LIVENESS = FieldPath.of("livenessProbe");
  private static final FieldPath READINESS = FieldPath.of("readinessProbe");
  private static final FieldPath STARTUP = FieldPath.of("startupProbe");
  private static final FieldPath POST_START = FieldPath.of("lifecycle", "postStart");
  private static final FieldPath PRE_STOP = FieldPath.of("lifecycle", "preStop");
  private static final Expected NONE = Expected.of(Mend.REMOVE, Expected.ABSENT, "\"\"");

  static final Check CHECK = Check.of("hostProbesAndHostLifecycle", Level.BASELINE)
      .since("v1.34", new HostProbesAndHostLifecycle());

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      Container container = Containers.get(spec, i);
      findings = probe(findings, spec, i, LIVENESS, container.livenessProbe());
      findings = probe(findings, spec, i, READINESS, container.readinessProbe());
      findings = probe(findings, spec, i, STARTUP, container.startupProbe());
      Lifecycle lifecycle = container.lifecycle();
      if (lifecycle != null) {
        findings = handler(findings, spec, i, POST_START, lifecycle.postStart());
        findings = handler(findings, spec, i, PRE_STOP, lifecycle.preStop());
      }
    }
    return findings.violate("probe or lifecycle host", this);
  }

  private static Findings probe(
      Findings findings, PodSpec spec, int position, FieldPath at, @Nullable Probe probe) {
    return probe == null
        ? findings
        : hosts(findings, spec, position, at, probe.httpGet(), probe.tcpSocket());
  }

  private static Findings handler(
      Findings findings,
      PodSpec spec,
      int position,
      FieldPath at,
      @Nullable LifecycleHandler handler) {
    return handler == null
        ? findings
        : hosts(findings, spec, position, at, handler.httpGet(), handler.tcpSocket());
  }

  private static Findings hosts(
      Findings findings,
      PodSpec spec,
      int position,
      FieldPath at,
      @Nullable HttpGetAction http,
      @Nullable TcpSocketAction tcp) {
    Findings all = findings;
    if (http != null) {
      all = host(all, spec, position, at, "httpGet", http.host());
    }
    return tcp == null ? all : host(all, spec, position, at, "tcpSocket", tcp.host());
  }

  private static Findings host(
      Findings findings,
      PodSpec spec,
      int position,
      FieldPath at,
      String action,
      @Nullable String host) {
    return host == null || host.isEmpty()
        ? findings
        : findings.and(NONE, spec, position, at.field(action).field("host"), host);
  }

  /** {@code containers "a", "b" use probe or lifecycle hosts "a.com", "b.com"}; unlike elsewhere the names are a sorted set. */
  @Override
  public String detail(Findings findings) {
    List<String> names = Sentences.sorted(Sentences.containerNames(findings.list()));
    List<String> hosts = Sentences.values(findings.list());
    return Sentences.plural("container ", "containers ", names.size())
        + Sentences.quoted(names)
        + Sentences.plural(" uses ", " use ", names.size())
        + Sentences.plural("probe or lifecycle host ", "probe or lifecycle hosts ", hosts.size())
        + Sentences.quoted(hosts);
  }

  private HostProbesAndHostLifecycle() {}
}
