package io.plimsoll.core.cluster;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.pod.Workload;
import java.util.List;

/** A workload's name as people write it: {@code [Kind ][namespace/]name}. */
record WorkloadName(String kind, String namespace, String name) {

  static WorkloadName parse(String text) {
    int blank = text.indexOf(' ');
    String path = text.substring(blank + 1);
    int slash = path.indexOf('/');
    return new WorkloadName(
        blank < 0 ? "" : text.substring(0, blank),
        slash < 0 ? "default" : path.substring(0, slash),
        path.substring(slash + 1));
  }

  Workload in(List<Workload> workloads) {
    List<Workload> found =
        workloads.stream().filter(workload -> names(workload.ref())).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("the cluster has no workload \"" + this + "\"");
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException("more than one workload is called \"" + this + "\": "
          + String.join(", ", found.stream().map(w -> w.ref().toString()).toList()));
    }
    return found.get(0);
  }

  private boolean names(ObjectRef ref) {
    return (kind.isEmpty() || kind.equals(ref.kind()))
        && namespace.equals(ref.namespace())
        && name.equals(ref.name());
  }

  @Override
  public String toString() {
    return (kind.isEmpty() ? "" : kind + " ") + namespace + "/" + name;
  }
}
