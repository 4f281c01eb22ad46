package io.plimsoll.psa;

import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.PodTemplateSpec;
import io.plimsoll.core.pod.Workload;
import java.util.Map;

/**
 * What the API server fills into a pod before Pod Security sees it, as far as a check looks at it.
 *
 * <ul>
 *   <li>A volume without a source becomes an {@code emptyDir}.
 *   <li>In a pod, not a template, with {@code hostNetwork}, each port of containers and init containers that has no host port
 *       gets its container port.
 *   <li>In a pod, not a template, that is not for Windows, a container without an AppArmor profile gets the one of its
 *       annotation, unless the pod's is the same.
 * </ul>
 *
 * <p>Mirrors {@code SetDefaults_Volume} and {@code SetDefaults_Pod} of {@code pkg/apis/core/v1/defaults.go} and {@code
 * applyAppArmorVersionSkew} of {@code pkg/registry/core/pod/strategy.go}.
 */
public final class Normalization {

  private Normalization() {}

  /** Returns the pod as the API server hands it on; the same instance if nothing is to be filled in. */
  public static Pod of(Pod pod) {
    PodSpec spec = pod(pod.metadata().annotations(), pod.spec());
    return isSame(spec, pod.spec()) ? pod : new Pod(pod.metadata(), spec, pod.status());
  }

  /** Returns the workload's template as the API server hands it on; the same instance if nothing is to be filled in. */
  public static PodTemplateSpec of(Workload workload) {
    PodTemplateSpec template = workload.template();
    PodSpec spec = workload.isPod()
        ? pod(template.metadata().annotations(), template.spec())
        : VolumeDefaults.of(template.spec());
    return isSame(spec, template.spec())
        ? template
        : new PodTemplateSpec(template.metadata(), spec);
  }

  /** Most pods stay the instances they are, and to compare them field by field costs the first verdict of a JVM much time. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(PodSpec normal, PodSpec written) {
    return normal == written || normal.equals(written);
  }

  private static PodSpec pod(Map<String, String> annotations, PodSpec spec) {
    return AppArmorDefaults.of(annotations, HostPortDefaults.of(VolumeDefaults.of(spec)));
  }
}
