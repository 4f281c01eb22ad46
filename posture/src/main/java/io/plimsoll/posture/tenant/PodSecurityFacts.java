package io.plimsoll.posture.tenant;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.psa.Level;
import io.plimsoll.psa.LevelVersion;
import io.plimsoll.psa.Mode;
import java.util.List;
import java.util.Optional;

/**
 * What Pod Security demands of the pods of a namespace, and what they meet.
 *
 * @param modes what each mode demands: enforce, audit, warn
 * @param problems what is wrong with the labels, as {@link io.plimsoll.psa.PolicyLabels#check} says it
 * @param workloads how many workloads there are
 * @param met the strictest level, as of its latest version, that all workloads meet; empty if there are none
 * @param below the workloads that keep it from being the next stricter one, in order
 * @param refused the workloads whose pods are refused by what is enforced, in order
 */
public record PodSecurityFacts(
    List<ModeFacts> modes,
    List<Problem> problems,
    int workloads,
    Optional<Level> met,
    List<ObjectRef> below,
    List<ObjectRef> refused) {

  public PodSecurityFacts {
    modes = List.copyOf(modes);
    problems = List.copyOf(problems);
    below = List.copyOf(below);
    refused = List.copyOf(refused);
  }

  /**
   * What one mode demands.
   *
   * @param mode the mode
   * @param policy the level, and as of which version
   * @param labelled whether a label of the namespace sets the level, be it to one that is none; else it is the default, or for
   *     warnings what is enforced
   * @param location where the label stands
   */
  public record ModeFacts(
      Mode mode, LevelVersion policy, boolean labelled, Optional<Location> location) {}

  /** Returns what a mode demands. */
  public ModeFacts mode(Mode mode) {
    return modes.stream().filter(facts -> facts.mode() == mode).findFirst().orElseThrow();
  }
}
