package io.plimsoll.posture.tenant;

import io.plimsoll.core.request.Attributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The requests any of which opens a way to secrets. */
final class SecretRequests {

  private static final String RBAC = "rbac.authorization.k8s.io";

  private static final Map<SecretWay, List<Attributes>> OF_NAMESPACES = ofNamespaces();
  private static final Map<SecretWay, List<Attributes>> OF_THE_CLUSTER = ofTheCluster();

  private SecretRequests() {}

  /** Returns the requests of a way that a binding opens: one of a namespace, or of the whole cluster. */
  static List<Attributes> of(SecretWay way, boolean clusterWide) {
    return (clusterWide ? OF_THE_CLUSTER : OF_NAMESPACES).getOrDefault(way, List.of());
  }

  private static Map<SecretWay, List<Attributes>> ofNamespaces() {
    Map<SecretWay, List<Attributes>> ways = new EnumMap<>(SecretWay.class);
    add(ways, SecretWay.READ, "", "secrets", "get", "list", "watch");
    add(ways, SecretWay.CREATE_POD, "", "pods", "create");
    for (String maker : List.of("deployments", "daemonsets", "statefulsets", "replicasets")) {
      add(ways, SecretWay.CREATE_POD, "apps", maker, "create", "update", "patch");
    }
    add(ways, SecretWay.CREATE_POD, "", "replicationcontrollers", "create", "update", "patch");
    add(ways, SecretWay.CREATE_POD, "batch", "jobs", "create");
    add(ways, SecretWay.CREATE_POD, "batch", "cronjobs", "create", "update", "patch");
    add(ways, SecretWay.EXEC, "", "pods/exec", "create");
    add(ways, SecretWay.EXEC, "", "pods/attach", "create");
    add(ways, SecretWay.EXEC, "", "pods/ephemeralcontainers", "update", "patch");
    add(ways, SecretWay.IMPERSONATE, "", "serviceaccounts", "impersonate");
    add(ways, SecretWay.ESCALATE, RBAC, "roles", "escalate");
    add(ways, SecretWay.BIND, RBAC, "roles", "bind");
    add(ways, SecretWay.BIND, RBAC, "clusterroles", "bind");
    add(ways, SecretWay.TOKEN, "", "serviceaccounts/token", "create");
    return ways;
  }

  private static Map<SecretWay, List<Attributes>> ofTheCluster() {
    Map<SecretWay, List<Attributes>> ways = ofNamespaces();
    add(ways, SecretWay.IMPERSONATE, "", "users", "impersonate");
    add(ways, SecretWay.IMPERSONATE, "", "groups", "impersonate");
    add(ways, SecretWay.ESCALATE, RBAC, "clusterroles", "escalate");
    return ways;
  }

  private static void add(
      Map<SecretWay, List<Attributes>> ways,
      SecretWay way,
      String group,
      String resource,
      String... verbs) {
    int slash = resource.indexOf('/');
    Attributes plain = slash < 0
        ? Attributes.ofResource("", group, resource)
        : Attributes.ofResource("", group, resource.substring(0, slash))
            .subresource(resource.substring(slash + 1));
    List<Attributes> requests = ways.computeIfAbsent(way, w -> new ArrayList<>());
    Arrays.stream(verbs).map(plain::verb).forEach(requests::add);
  }
}
