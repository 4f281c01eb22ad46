package io.plimsoll.psa;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodTemplateSpec;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.psa.apparmor.Profile;
import java.util.List;

/**
 * The questions about the security of a pod, above all about the Pod Security Standards, answered as Kubernetes 1.37 answers them.
 * Mirrors {@code policy.EvaluatePod}.
 *
 * <p>For other checks, or the answers of an older release, make an {@link Evaluator}.
 */
public final class PodSecurity {

  private static final Evaluator STANDARD = Evaluator.of(Check.standard());

  private PodSecurity() {}

  /** Returns the evaluator of the standard checks. */
  public static Evaluator evaluator() {
    return STANDARD;
  }

  /** Returns what a policy says about a pod as it stands, without the API server's defaults. */
  public static PodSecurityResult evaluate(Pod pod, LevelVersion policy) {
    return STANDARD.evaluate(pod, policy);
  }

  /** Returns what a policy says about a template as it stands, without the API server's defaults. */
  public static PodSecurityResult evaluate(PodTemplateSpec template, LevelVersion policy) {
    return STANDARD.evaluate(template, policy);
  }

  /** Returns what a policy says about a workload once the API server has filled in its defaults ({@link Normalization}). */
  public static PodSecurityResult evaluate(Workload workload, LevelVersion policy) {
    return STANDARD.evaluate(workload, policy);
  }

  /** Returns the strictest level that allows a workload as of a version. */
  public static Level strictestLevel(Workload workload, Version version) {
    return STANDARD.strictestLevel(workload, version);
  }

  /**
   * Returns the security settings that each container of a workload's pods runs with, and where each comes from, in the order init
   * containers, containers, ephemeral containers.
   *
   * @param defaults what the node gives to containers that ask for nothing
   */
  public static List<EffectiveSecurityContext> securityContexts(
      Workload workload, RuntimeDefaults defaults) {
    return EffectiveSecurityContext.of(workload, defaults);
  }

  /**
   * Returns what is wrong with the AppArmor profiles that a workload asks for, in fields and in annotations, on a node with certain
   * profiles; in order.
   *
   * <p>Errors, for which the API server, the kubelet or the container runtime refuses to run a container: {@code
   * apparmor/not-loaded}, {@code apparmor/no-name}, {@code apparmor/superfluous-name}, {@code apparmor/annotation-differs}, {@code
   * apparmor/invalid-annotation}, {@code apparmor/no-container}. Warnings: {@code apparmor/unconfined}, {@code
   * apparmor/denies-nothing} for a profile in a mode in which it refuses nothing, {@code apparmor/annotation-overrides} for an
   * annotation that wins over the pod's field.
   *
   * @param loaded the profiles that the node has loaded; children go by {@code parent//child}
   */
  public static List<Finding> appArmor(Workload workload, List<Profile> loaded) {
    return AppArmorFindings.of(workload, loaded);
  }
}
