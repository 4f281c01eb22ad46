package io.plimsoll.psa;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the Pod Security Standards say about all workloads of a cluster, and what is wrong with the labels of its namespaces.
 *
 * @param cluster the objects
 * @param policy what the workloads are held to, whatever their namespaces enforce
 * @param problems a note if the version of the policy is newer than any known, what {@link PolicyLabels#check} says about the
 *     namespaces, and a warning for each object that should have a pod in it and has none or one without containers
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
    List<Problem> problems = new ArrayList<>();
    newerThanKnown(policy.version()).ifPresent(problems::add);
    cluster.objects(Namespace.KIND).forEach(it -> problems.addAll(PolicyLabels.check(it)));
    cluster.objects().forEach(it -> EmptyWorkloads.check(it).ifPresent(problems::add));
    List<Verdict> verdicts = cluster.workloads().stream()
        .map(workload -> new Verdict(
            workload,
            PodSecurity.strictestLevel(workload, policy.version()),
            PodSecurity.evaluate(workload, policy)))
        .toList();
    return new PodSecuritySurvey(cluster, policy, problems, verdicts);
  }

  private static Optional<Problem> newerThanKnown(Version version) {
    Version newest = PodSecurity.evaluator().newestVersion();
    return version.isLatest() || version.compareTo(newest) <= 0
        ? Optional.empty()
        : Optional.of(Problem.error(
                "newer-version",
                null,
                version + " is newer than " + newest + ", the newest known, and is taken for it")
            .withSeverity(Severity.INFO));
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
