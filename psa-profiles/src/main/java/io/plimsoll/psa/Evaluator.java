package io.plimsoll.psa;

import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.PodTemplateSpec;
import io.plimsoll.core.pod.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of checks, ready to be asked about pods. Mirrors {@code policy.NewEvaluator}.
 *
 * <p>A policy newer than the newest check, {@code latest} included, means the newest version that a check knows.
 */
public final class Evaluator {

  private static final Level[] STRICTEST_FIRST = {Level.RESTRICTED, Level.BASELINE};

  private final Registry registry;
  private final Version newest;

  private Evaluator(Registry registry, Version newest) {
    this.registry = registry;
    this.newest = newest;
  }

  /**
   * Returns an evaluator of these checks.
   *
   * @throws IllegalArgumentException if the checks do not fit together, with upstream's message
   */
  public static Evaluator of(List<Check> checks) {
    Registry registry = Registry.of(checks);
    return new Evaluator(registry, registry.newest());
  }

  /** Returns an evaluator that takes every newer policy for this version, as a server of that release does. */
  public Evaluator emulating(Version version) {
    return new Evaluator(registry, version.compareTo(newest) < 0 ? version : newest);
  }

  /** Returns the version that {@code latest} means. */
  public Version newestVersion() {
    return newest;
  }

  /** Returns what a policy says about a pod as it stands, without the API server's defaults. */
  public PodSecurityResult evaluate(Pod pod, LevelVersion policy) {
    List<Violation> violations = violations(pod.metadata(), pod.spec(), policy);
    return violations.isEmpty() ? PodSecurityResult.ALLOWED : about(Subject.of(pod), violations);
  }

  /** Returns what a policy says about a template as it stands, without the API server's defaults. */
  public PodSecurityResult evaluate(PodTemplateSpec template, LevelVersion policy) {
    List<Violation> violations = violations(template.metadata(), template.spec(), policy);
    return violations.isEmpty()
        ? PodSecurityResult.ALLOWED
        : about(Subject.of(template), violations);
  }

  /** Returns what a policy says about a workload once the API server has filled in its defaults ({@link Normalization}). */
  public PodSecurityResult evaluate(Workload workload, LevelVersion policy) {
    PodTemplateSpec normal = Normalization.of(workload);
    List<Violation> violations = violations(normal.metadata(), normal.spec(), policy);
    return violations.isEmpty()
        ? PodSecurityResult.ALLOWED
        : about(Subject.of(workload, normal.spec()), violations);
  }

  /** Returns whether all checks are standard ones, in whatever revisions, and a {@link Glance} at a pod may do. */
  boolean isStandard() {
    return registry.isStandard();
  }

  /** Returns whether a policy allows a pod. */
  boolean allows(Glance pod, LevelVersion policy) {
    for (Check.Rule rule : plan(policy).rules(pod.spec())) {
      if (rule.evaluate(pod.metadata(), pod.spec()).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the strictest level that allows a workload as of a version. */
  public Level strictestLevel(Workload workload, Version version) {
    for (Level level : STRICTEST_FIRST) {
      if (evaluate(workload, new LevelVersion(level, version)).allowed()) {
        return level;
      }
    }
    return Level.PRIVILEGED;
  }

  /** Allocates nothing for a pod that is allowed. */
  private List<Violation> violations(ObjectMeta metadata, PodSpec spec, LevelVersion policy) {
    Registry.Plan plan = plan(policy);
    Check.Rule[] rules = plan.rules(spec);
    List<Violation> violations = List.of();
    for (int i = 0; i < rules.length; i++) {
      Optional<Violation> violation = rules[i].evaluate(metadata, spec);
      if (violation.isPresent()) {
        if (violations.isEmpty()) {
          violations = new ArrayList<>();
        }
        violations.add(violation.get().by(plan.id(i)));
      }
    }
    return violations;
  }

  private static PodSecurityResult about(Subject pod, List<Violation> violations) {
    for (int i = 0; i < violations.size(); i++) {
      violations.set(i, violations.get(i).about(pod));
    }
    return new PodSecurityResult(violations);
  }

  private Registry.Plan plan(LevelVersion policy) {
    Version version = policy.version();
    return registry.plan(policy.level(), version.compareTo(newest) > 0 ? newest : version);
  }
}
