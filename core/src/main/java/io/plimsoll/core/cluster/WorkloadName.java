package io.plimsoll.core.cluster;

import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Workload;
import java.util.List;
import java.util.stream.Collectors;

/** A workload's name as people write it: {@code [Kind ][namespace/]name}; the kind is empty if it is not said. */
record WorkloadName(String kind, String namespace, String name) {

  static WorkloadName parse(String text) {
    int blank = text.indexOf(' ');
    String path = text.substring(blank + 1);
    int slash = path.indexOf('/');
    return new WorkloadName(
        blank < 0 ? "" : text.substring(0, blank),
        slash < 0 ? Namespace.DEFAULT : path.substring(0, slash),
        path.substring(slash + 1));
  }

  /** Returns the one that is meant among the workloads of this namespace and name. */
  Workload only(List<Workload> candidates) {
    List<Workload> found = candidates.stream()
        .filter(workload -> kind.isEmpty() || kind.equals(workload.ref().kind()))
        .toList();
    if (found.isEmpty()) {
      String others = candidates.isEmpty() ? "" : "; there is " + names(candidates);
      throw new IllegalArgumentException("the cluster has no workload \"" + this + "\"" + others);
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "more than one workload is called \"" + this + "\": " + names(found));
    }
    return found.get(0);
  }

  private static String names(List<Workload> workloads) {
    return workloads.stream()
        .map(Workload::ref)
        .sorted()
        .map(ref -> "\"" + ref + "\"")
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return (kind.isEmpty() ? "" : kind + " ") + namespace + "/" + name;
  }
}
