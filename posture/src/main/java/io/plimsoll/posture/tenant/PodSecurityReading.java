package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.posture.tenant.PodSecurityFacts.ModeFacts;
import io.plimsoll.psa.Level;
import io.plimsoll.psa.Mode;
import io.plimsoll.psa.PodSecurity;
import io.plimsoll.psa.Policy;
import io.plimsoll.psa.PolicyLabels;
import io.plimsoll.psa.Version;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the labels of namespaces, and holds workloads to them. */
final class PodSecurityReading {

  private static final FieldPath LABELS = FieldPath.of("metadata", "labels");

  private final Cluster cluster;

  PodSecurityReading(Cluster cluster) {
    this.cluster = cluster;
  }

  PodSecurityFacts read(Namespace namespace, List<Workload> workloads) {
    Map<String, String> labels = namespace.metadata().labels();
    Policy policy = PolicyLabels.of(labels, Policy.PRIVILEGED).policy();
    Optional<KubeObject> object = cluster.find(namespace.ref());
    List<ModeFacts> modes = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      String key = mode.levelLabel();
      boolean labelled = labels.containsKey(key);
      modes.add(new ModeFacts(
          mode,
          policy.get(mode),
          labelled,
          object.filter(any -> labelled).flatMap(one -> one.locate(LABELS.key(key)))));
    }
    Map<Level, List<ObjectRef>> byLevel = new EnumMap<>(Level.class);
    List<ObjectRef> refused = new ArrayList<>();
    for (Workload workload : workloads) {
      byLevel
          .computeIfAbsent(
              PodSecurity.strictestLevel(workload, Version.LATEST), level -> new ArrayList<>())
          .add(workload.ref());
      if (!PodSecurity.evaluate(workload, policy.enforce()).allowed()) {
        refused.add(workload.ref());
      }
    }
    Optional<Level> met = byLevel.keySet().stream().findFirst();
    return new PodSecurityFacts(
        modes,
        object.map(PolicyLabels::check).orElse(List.of()),
        workloads.size(),
        met,
        met.filter(level -> level != Level.RESTRICTED)
            .map(level -> byLevel.getOrDefault(level, List.of()))
            .orElse(List.of()),
        refused);
  }
}
