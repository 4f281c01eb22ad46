package io.plimsoll.netpol.label;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which labels people choose to tell pods apart: those that name the application first, those of a release last. */
public final class LabelPreference {

  /** What names an application or a part of it, the usual ones first. */
  private static final List<String> FIRST = List.of(
      "app.kubernetes.io/name",
      "app",
      "k8s-app",
      "name",
      "app.kubernetes.io/component",
      "component",
      "tier",
      "role",
      "app.kubernetes.io/instance",
      "app.kubernetes.io/part-of");

  /** What changes with every release, or is the same all over a chart. */
  private static final Set<String> LAST = Set.of(
      "app.kubernetes.io/managed-by",
      "app.kubernetes.io/version",
      "chart",
      "helm.sh/chart",
      "heritage",
      "release",
      "version");

  /** What controllers set, anew with each rollout or for each pod. */
  private static final Set<String> VOLATILE = Set.of(
      "apps.kubernetes.io/pod-index",
      "batch.kubernetes.io/controller-uid",
      "batch.kubernetes.io/job-completion-index",
      "batch.kubernetes.io/job-name",
      "controller-revision-hash",
      "controller-uid",
      "job-name",
      "pod-template-generation",
      "pod-template-hash",
      "statefulset.kubernetes.io/pod-name");

  /** The keys that people prefer come first. */
  public static final Comparator<String> ORDER = Comparator.comparingInt(LabelPreference::rank)
      .thenComparingInt(String::length)
      .thenComparing(Comparator.naturalOrder());

  private LabelPreference() {}

  private static int rank(String key) {
    int first = FIRST.indexOf(key);
    if (first >= 0) {
      return first;
    }
    return FIRST.size() + (LAST.contains(key) ? 1 : 0);
  }

  /** Returns whether a label does not last as long as the workload. */
  public static boolean isVolatile(String key) {
    return VOLATILE.contains(key);
  }
}
