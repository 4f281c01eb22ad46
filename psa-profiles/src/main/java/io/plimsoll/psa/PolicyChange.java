package io.plimsoll.psa;

import io.plimsoll.core.pod.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What would change for workloads if their namespace enforced something else.
 *
 * <p>Workloads are judged as the API server would store them, in the order of their namespaces, kinds and names. A workload that
 * is allowed before and after is not in it.
 *
 * @param from what is enforced now
 * @param to what would be enforced
 * @param broken the workloads that are allowed now and would not be
 * @param mended the workloads that are not allowed now and would be
 * @param stillForbidden the workloads that are not allowed now and would not be
 */
public record PolicyChange(
    LevelVersion from,
    LevelVersion to,
    List<Affected> broken,
    List<Affected> mended,
    List<Affected> stillForbidden) {

  public PolicyChange {
    broken = List.copyOf(broken);
    mended = List.copyOf(mended);
    stillForbidden = List.copyOf(stillForbidden);
  }

  /**
   * A workload that is not allowed before the change, or would not be after it.
   *
   * @param workload the workload
   * @param before what it violates now
   * @param after what it would violate
   */
  public record Affected(Workload workload, PodSecurityResult before, PodSecurityResult after) {}

  /** Returns what would change for these workloads. */
  public static PolicyChange of(
      Collection<Workload> workloads, LevelVersion from, LevelVersion to) {
    return of(workloads, from, to, PodSecurity.evaluator());
  }

  static PolicyChange of(
      Collection<Workload> workloads, LevelVersion from, LevelVersion to, Evaluator evaluator) {
    List<Affected> broken = new ArrayList<>();
    List<Affected> mended = new ArrayList<>();
    List<Affected> stillForbidden = new ArrayList<>();
    workloads.stream().sorted(Comparator.comparing(Workload::ref)).forEach(workload -> {
      Affected affected = new Affected(
          workload, evaluator.evaluate(workload, from), evaluator.evaluate(workload, to));
      if (!affected.after().allowed()) {
        (affected.before().allowed() ? broken : stillForbidden).add(affected);
      } else if (!affected.before().allowed()) {
        mended.add(affected);
      }
    });
    return new PolicyChange(from, to, broken, mended, stillForbidden);
  }

  /** Returns whether no workload that is allowed now would be forbidden. */
  public boolean isSafe() {
    return broken.isEmpty();
  }
}
