package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.YamlWriter;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.policy.NetworkPolicyTrees;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * NetworkPolicies by which the workloads of a cluster may connect as wanted and not otherwise, and what cannot be had by
 * NetworkPolicies.
 *
 * <p>Every namespace with workloads gets a policy {@code default-deny}, and one policy for each workload, or for several that
 * connect alike and that a selector tells from the others. They take the place of all NetworkPolicies of the cluster; the policies
 * of administrators stay and are reckoned with. Equal input makes equal policies, under equal names.
 *
 * <pre>{@code
 * PolicySynthesis tight = PolicySynthesis.tighten(Connectivity.of(cluster), line -> isUsed(line));
 * tight.problems().forEach(System.err::println);
 * Files.writeString(Path.of("policies.yaml"), tight.toYaml());
 * }</pre>
 */
public final class PolicySynthesis {

  private final List<NetworkPolicy> policies;
  private final List<Problem> problems;

  PolicySynthesis(List<NetworkPolicy> policies, List<Problem> problems) {
    this.policies = List.copyOf(policies);
    this.problems = List.copyOf(problems);
  }

  /**
   * Returns policies for the workloads of a cluster, with the cluster's DNS.
   *
   * @throws IllegalArgumentException if the cluster does not have a pod or workload of a line, or a line has neither on a side
   */
  public static PolicySynthesis of(Cluster cluster, List<ConnectionLine> wanted) {
    return of(cluster, wanted, SynthesisOptions.DEFAULT);
  }

  /**
   * Returns policies for the workloads of a cluster. Lines of one source and destination add up; a line from a workload to itself is
   * about its replicas. What a line says of one pod of a workload it says of all that are listed together with it.
   *
   * @throws IllegalArgumentException if the cluster does not have a pod or workload of a line, or a line has neither on a side
   */
  public static PolicySynthesis of(
      Cluster cluster, List<ConnectionLine> wanted, SynthesisOptions options) {
    return new Synthesis(cluster, options).make(wanted);
  }

  /**
   * Returns policies that leave of the connections of a cluster, those among the replicas of a workload included, the wanted ones;
   * with the cluster's DNS, and as the connections were read.
   */
  public static PolicySynthesis tighten(
      Connectivity network, Predicate<? super ConnectionLine> wanted) {
    boolean v6 = network.workings().engine().inventory().speaksV6();
    List<ConnectionLine> lines =
        SynthesisCheck.lines(network, v6).filter(wanted).toList();
    return of(network.cluster(), lines, SynthesisOptions.DEFAULT.readBy(network.options()));
  }

  /** Returns the policies, by namespace: what denies and DNS first, then by name. */
  public List<NetworkPolicy> policies() {
    return policies;
  }

  /**
   * Returns what is not as wanted: an error for each workload some of whose wanted connections no NetworkPolicy can allow, or that
   * gets others because labels do not tell it from another one, and a warning for each that connects whatever NetworkPolicies say.
   * If there is none, the connections are exactly the wanted ones.
   */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns the policies as YAML documents. */
  public String toYaml() {
    return policies.stream()
        .map(policy -> YamlWriter.write(NetworkPolicyTrees.write(policy)))
        .collect(Collectors.joining("---\n"));
  }

  /** Returns a cluster with these policies in the place of its NetworkPolicies. */
  public Cluster applyTo(Cluster cluster) {
    return Synthesis.withoutNetworkPolicies(cluster).with(objects(policies));
  }

  static List<KubeObject> objects(List<NetworkPolicy> policies) {
    return policies.stream()
        .map(policy -> KubeObject.of(NetworkPolicyTrees.write(policy)))
        .toList();
  }
}
