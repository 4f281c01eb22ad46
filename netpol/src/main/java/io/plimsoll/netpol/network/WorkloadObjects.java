package io.plimsoll.netpol.network;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects that pods and workloads were read from. */
public final class WorkloadObjects {

  private static final FieldPath LABELS = FieldPath.of("metadata", "labels");

  private final Map<Endpoint, KubeObject> byEndpoint = new HashMap<>();

  public WorkloadObjects(Cluster cluster) {
    for (KubeObject object : cluster.objects()) {
      String namespace = object.ref().namespace();
      String name = object.ref().displayName();
      if (object.is(Pod.KIND)) {
        byEndpoint.put(new Endpoint.Pod(namespace, name), object);
      } else if (Workload.templatePath(object.ref()).isPresent()) {
        byEndpoint.put(new Endpoint.Workload(namespace, name, object.ref().kind()), object);
      }
    }
  }

  /** Returns what makes a pod, as far as the manifests have it, or else the pod itself. */
  public Optional<KubeObject> of(Unit unit) {
    KubeObject owner = byEndpoint.get(unit.workload());
    return Optional.ofNullable(owner == null ? byEndpoint.get(unit.endpoint()) : owner);
  }

  /** Returns where an object gives its pods their labels. */
  public static FieldPath labels(KubeObject object) {
    return Workload.templatePath(object.ref()).orElse(FieldPath.ROOT).then(LABELS);
  }

  /** Returns the first of some pods' workloads, and how many others there are: {@code shop/web[Deployment] and 2 others}. */
  public static String names(List<Unit> units) {
    List<Endpoint> workloads =
        units.stream().map(Unit::workload).distinct().sorted().toList();
    int others = workloads.size() - 1;
    if (others < 1) {
      return String.valueOf(workloads.get(0));
    }
    return workloads.get(0) + " and " + (others == 1 ? workloads.get(1) : others + " others");
  }
}
