package io.plimsoll.psa;

import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One rule of the Pod Security Standards, with its revisions over the releases. Mirrors {@code policy.Check}.
 *
 * <p>A check is not validated by itself: an {@link Evaluator} looks at all of its checks together.
 *
 * @param id its unique name, such as {@code hostPorts}
 * @param level the level it belongs to
 * @param revisions what it demands, the oldest first; each holds until the next one starts
 */
public record Check(String id, Level level, List<Revision> revisions) {

  public Check {
    revisions = List.copyOf(revisions);
  }

  /**
   * What a check demands from one release on.
   *
   * @param since the first release; empty if the check is not yet part of any
   * @param rule decides
   * @param overrides the baseline checks that are skipped where this revision runs
   */
  public record Revision(Optional<Version> since, Rule rule, List<String> overrides) {

    public Revision {
      overrides = List.copyOf(overrides);
    }
  }

  /** A decision about a pod: what is wrong, or nothing. Mirrors {@code policy.CheckPodFn}. */
  @FunctionalInterface
  public interface Rule {

    /** Returns the violation; empty if the pod is allowed. */
    Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec);
  }

  /** Returns a check without revisions. */
  public static Check of(String id, Level level) {
    return new Check(id, level, List.of());
  }

  /** Returns the checks of the standards. Mirrors {@code policy.DefaultChecks}. */
  public static List<Check> standard() {
    return StandardChecks.VERSIONED;
  }

  /** Returns the checks that are not part of any version yet; at present there is none. Mirrors {@code policy.ExperimentalChecks}. */
  public static List<Check> experimental() {
    return StandardChecks.EXPERIMENTAL;
  }

  /**
   * Returns this check with another revision.
   *
   * @param version the first release it applies to, such as {@code v1.8}
   * @param overrides the baseline checks that are skipped where it runs
   * @throws IllegalArgumentException if the version is none
   */
  public Check since(String version, Rule rule, String... overrides) {
    return with(new Revision(Optional.of(Version.parse(version)), rule, List.of(overrides)));
  }

  /** Returns this check with a revision that is not part of any release yet. */
  public Check unreleased(Rule rule) {
    return with(new Revision(Optional.empty(), rule, List.of()));
  }

  /** Returns whether the check is not part of any release yet. */
  public boolean isExperimental() {
    return revisions.size() == 1 && revisions.get(0).since().isEmpty();
  }

  private Check with(Revision revision) {
    List<Revision> more = new ArrayList<>(revisions);
    more.add(revision);
    return new Check(id, level, more);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return id;
  }
}
