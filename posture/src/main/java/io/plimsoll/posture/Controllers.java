package io.plimsoll.posture;

import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.apiserver.StoredObjects;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.registry.ServiceRanges;
import io.plimsoll.core.registry.SystemPriorityClass;
import io.plimsoll.rbac.Aggregation;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.manifest.RbacTrees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a running cluster adds to manifests, in one step: what the server has from its start, and what controllers make.
 *
 * <p>An API server by itself does nothing of this: a namespace that is not there is missing, and its {@code default} service
 * account, too.
 */
final class Controllers {

  private static final List<String> SYSTEM_NAMESPACES =
      List.of("default", "kube-system", "kube-public", "kube-node-lease");

  private static final String ACCOUNT = "serviceAccountName";
  private static final String DEFAULT_ACCOUNT = "default";
  private static final String ROOT_CA = "kube-root-ca.crt";

  private Controllers() {}

  /**
   * Returns a cluster with the default roles and bindings, with the system's priority classes, with all namespaces that are
   * named, in each the service account {@code default}, which pods have that name no other, and the config map {@code
   * kube-root-ca.crt}, and with aggregated cluster roles that hold what they collect; all objects as they are stored, and quotas
   * counted.
   *
   * @param ranges what Services get addresses and ports of nodes from
   */
  static Cluster settled(Cluster manifests, ServiceRanges ranges) {
    Cluster made = aggregated(
        withAccounts(withNamespaces(withPriorityClasses(BootstrapPolicy.addTo(manifests)))));
    Cluster stored = StoredObjects.of(made, KubernetesStrategies.all(), ranges);
    return StoredObjects.withQuotasCounted(stored, ServerState.START);
  }

  private static Cluster withPriorityClasses(Cluster cluster) {
    return cluster.with(SystemPriorityClass.all().stream()
        .map(SystemPriorityClass::object)
        .filter(one -> cluster.find(one.ref()).isEmpty())
        .toList());
  }

  private static Cluster withNamespaces(Cluster cluster) {
    List<KubeObject> made = new ArrayList<>();
    List<String> names = new ArrayList<>(SYSTEM_NAMESPACES);
    cluster.namespaces().forEach(namespace -> names.add(namespace.ref().name()));
    for (String name : names.stream().distinct().toList()) {
      KubeObject known = cluster.find(Namespace.KIND.ref("", name)).orElse(null);
      MappingValue tree = known == null ? object("Namespace", "", name) : known.tree();
      made.add(KubeObject.of(active(tree, name)));
    }
    return cluster.with(made);
  }

  /** Returns a namespace as the server holds it: active, with its name as a label. */
  private static MappingValue active(MappingValue namespace, String name) {
    MappingValue metadata = mapping(namespace, "metadata");
    MappingValue labels =
        mapping(metadata, "labels").with(Namespace.NAME_LABEL, ScalarValue.of(name));
    MappingValue active = namespace.with("metadata", metadata.with("labels", labels));
    if (mapping(active, "spec").get("finalizers") == null) {
      active = active.with(
          "spec",
          mapping(active, "spec")
              .with("finalizers", SequenceValue.of(List.of(ScalarValue.of("kubernetes")))));
    }
    return mapping(active, "status").get("phase") == null
        ? active.with("status", mapping(active, "status").with("phase", ScalarValue.of("Active")))
        : active;
  }

  private static MappingValue mapping(MappingValue object, String field) {
    return object.get(field) instanceof MappingValue map ? map : MappingValue.empty();
  }

  private static Cluster withAccounts(Cluster cluster) {
    List<KubeObject> made = new ArrayList<>();
    for (KubeObject namespace : cluster.objects(Namespace.KIND)) {
      String name = namespace.ref().name();
      addUnlessThere(cluster, made, object("ServiceAccount", name, DEFAULT_ACCOUNT));
      addUnlessThere(cluster, made, object("ConfigMap", name, ROOT_CA));
    }
    for (KubeObject pod : cluster.objects(Pod.KIND)) {
      Fields spec = Fields.of(pod.tree().get("spec"));
      boolean named =
          !spec.text(ACCOUNT).isEmpty() || !spec.text("serviceAccount").isEmpty();
      boolean mirror = pod.metadata().annotations().containsKey(Pod.MIRROR_ANNOTATION);
      if (pod.tree().size() > 0 && !named && !mirror) {
        MappingValue given = spec.tree().with(ACCOUNT, ScalarValue.of(DEFAULT_ACCOUNT));
        made.add(KubeObject.of(pod.tree().with("spec", given)));
      }
    }
    return cluster.with(made);
  }

  private static void addUnlessThere(Cluster cluster, List<KubeObject> made, MappingValue tree) {
    KubeObject object = KubeObject.of(tree);
    if (cluster.find(object.ref()).isEmpty()) {
      made.add(object);
    }
  }

  private static MappingValue object(String kind, String namespace, String name) {
    Map<String, Value> metadata = new LinkedHashMap<>();
    metadata.put("name", ScalarValue.of(name));
    if (!namespace.isEmpty()) {
      metadata.put("namespace", ScalarValue.of(namespace));
    }
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("apiVersion", ScalarValue.of("v1"));
    tree.put("kind", ScalarValue.of(kind));
    tree.put("metadata", MappingValue.of(metadata));
    return MappingValue.of(tree);
  }

  private static Cluster aggregated(Cluster cluster) {
    List<KubeObject> changed = new ArrayList<>();
    for (ClusterRole role : Aggregation.of(cluster.all(ClusterRole.KIND)).roles()) {
      if (role.aggregationRule() != null) {
        KubeObject before = cluster.find(role.ref()).orElseThrow();
        List<MappingValue> rules = role.rules().stream().map(RbacTrees::of).toList();
        changed.add(KubeObject.of(before.tree().with("rules", SequenceValue.of(rules))));
      }
    }
    return changed.isEmpty() ? cluster : cluster.with(changed);
  }
}
