package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.ContainerPort;
import io.plimsoll.core.pod.PodSpec;
import java.util.List;
import java.util.Optional;

/**
 * Host ports must be disallowed, or left at 0.
 *
 * <p>Restricted field: {@code spec.{initContainers,containers,ephemeralContainers}[*].ports[*].hostPort}. Allowed values: absent, {@code
 * 0}. Mirrors {@code policy/check_hostPorts.go}.
 */
final class HostPorts implements Check.Rule, Sentence {

  private static final FieldPath PORTS = FieldPath.of("ports");
  private static final FieldPath HOST_NETWORK = FieldPath.of("spec", "hostNetwork");
  private static final Expected NONE = Expected.of(HostPorts::mend, Expected.ABSENT, "0");

  static final Check CHECK = Check.of("hostPorts", Level.BASELINE).since("v1.0", new HostPorts());

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      List<ContainerPort> ports = Containers.get(spec, i).ports();
      for (int j = 0; j < ports.size(); j++) {
        ContainerPort port = ports.get(j);
        if (isSet(port)) {
          FieldPath field = PORTS.index(j).field("hostPort");
          findings = findings.and(NONE, spec, i, field, port.hostPort());
        }
      }
    }
    return findings.violate("hostPort", this);
  }

  static boolean isSet(ContainerPort port) {
    return port.hostPort() != null && port.hostPort() != 0;
  }

  /** A port that the API server took from the container's goes with the host's network. */
  private static Optional<Edit> mend(Subject pod, Found found) {
    int at = ((FieldPath.Step.Index) found.field().steps().get(1)).index();
    return isSet(pod.written(found).ports().get(at))
        ? Mend.REMOVE.edit(pod, found)
        : Optional.of(new Edit.Remove(HOST_NETWORK));
  }

  /** {@code containers "a", "b" use hostPorts 10, 20}; the ports are in the order of texts. */
  @Override
  public String detail(Findings findings) {
    List<Found> list = findings.list();
    List<String> ports = Sentences.values(list);
    return Sentences.containers(list)
        + Sentences.plural(" uses ", " use ", Sentences.containerNames(list).size())
        + Sentences.plural("hostPort ", "hostPorts ", ports.size())
        + String.join(", ", ports);
  }

  private HostPorts() {}
}
