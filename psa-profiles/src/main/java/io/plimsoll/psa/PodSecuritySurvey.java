package io.plimsoll.psa;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Workload;
import java.util.List;

/**
 * What the Pod Security Standards say about all workloads of a cluster, and what is wrong with the labels of its namespaces.
 *
 * @param cluster the objects
 * @param policy what the workloads are held to, whatever their namespaces enforce
 * @param problems what {@link PolicyLabels#check} says about the namespaces, in the order of the cluster
 * @param verdicts one for each workload, by namespace, kind and name
 */
public record PodSecuritySurvey(
    Cluster cluster, LevelVersion policy, List<Problem> problems, List<Verdict> verdicts) {

  public PodSecuritySurvey {
    problems = List.copyOf(problems);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * What there is to say about a workload.
   *
   * @param workload the workload
   * @param level the strictest level it meets as of the version of the policy
   * @param result what the policy says about it
   */
  public record Verdict(Workload workload, Level level, PodSecurityResult result) {}

  /** Holds the workloads of a cluster to a policy, as the API server would store them ({@link Normalization}). */
  public static PodSecuritySurvey of(Cluster cluster, LevelVersion policy) {
    List<Problem> problems = cluster.objects(Namespace.KIND).stream()
        .flatMap(namespace -> PolicyLabels.check(namespace).stream())
        .toList();
    List<Verdict> verdicts = cluster.workloads().stream()
        .map(workload -> new Verdict(
            workload,
            PodSecurity.strictestLevel(workload, policy.version()),
            PodSecurity.evaluate(workload, policy)))
        .toList();
    return new PodSecuritySurvey(cluster, policy, problems, verdicts);
  }

  /** Returns the verdicts on the workloads that the policy does not allow. */
  public List<Verdict> violators() {
    return verdicts.stream().filter(verdict -> !verdict.result().allowed()).toList();
  }

  /** Returns the fields that are to blame, workload by workload. */
  public List<Finding> findings() {
    return verdicts.stream()
        .flatMap(verdict -> verdict.result().findings().stream())
        .toList();
  }

  /**
   * Returns the verdicts for people: of each workload the level it meets and, if the policy does not allow it, each violation in
   * upstream's words, with the places in the text and what would mend it. Lines end in {@code \n}.
   */
  public String toText() {
    return new SurveyText(this).verdicts();
  }

  /**
   * Returns the verdicts for programs, a list. Each has {@code object}, {@code level}, {@code violations} (each with {@code
   * check}, {@code reason} and {@code detail}), {@code fix} (the JSON Patch that mends all that a machine can) and {@code
   * byHand} (the checks it leaves).
   */
  public Value toTree() {
    return Value.from(verdicts.stream().map(SurveyTree::verdict).toList());
  }
}
