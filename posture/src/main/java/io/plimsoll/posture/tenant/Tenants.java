package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.core.request.User;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.PolicyRules;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.kubectl.CanIList;
import io.plimsoll.rbac.kubectl.ResourceAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The namespaces of a cluster as tenants: what keeps each apart from the others, and what does not.
 *
 * <p>The default roles are known without being among the manifests; the bindings that an API server makes for itself, such as
 * those of discovery and of its controllers, are not told. Building takes time in proportion to the cluster and to the connections
 * between classes of pods that may be made.
 */
public final class Tenants {

  private final Cluster cluster;
  private final Rbac rbac;
  private final Map<String, Tenant> tenants;
  private final List<AccessGrant> clusterWide;
  private final List<AccessGrant> toEverybody;
  private final List<SecretAccess> secretAccess;
  private final List<Finding> findings;

  private Tenants(Cluster cluster, Connectivity network) {
    this.cluster = cluster;
    this.rbac = Rbac.of(BootstrapPolicy.addTo(cluster));
    GrantIndex grants = new GrantIndex(cluster, rbac);
    this.tenants = read(cluster, network, grants);
    this.clusterWide = List.copyOf(grants.clusterWide());
    this.toEverybody = List.copyOf(grants.toEverybody());
    this.secretAccess = List.copyOf(grants.secrets(""));
    this.findings = new TenantLint(cluster, toEverybody).find(tenants.values());
  }

  /** Returns the tenants of a cluster, as the APIs' documentation reads. */
  public static Tenants of(Cluster cluster) {
    return of(cluster, Connectivity.of(cluster));
  }

  /** Returns the tenants of a cluster whose connections have been worked out. */
  public static Tenants of(Cluster cluster, Connectivity network) {
    return new Tenants(cluster, network);
  }

  /** Returns the names of the tenants, in their order: {@code tenants [dev, shop]}. */
  @Override
  public String toString() {
    return "tenants " + tenants.keySet();
  }

  private static Map<String, Tenant> read(
      Cluster cluster, Connectivity network, GrantIndex grants) {
    Map<String, List<Workload>> workloads = new HashMap<>();
    for (Workload workload : cluster.workloads()) {
      workloads
          .computeIfAbsent(workload.ref().namespace(), n -> new ArrayList<>())
          .add(workload);
    }
    PodSecurityReading podSecurity = new PodSecurityReading(cluster);
    NetworkReading networks = new NetworkReading(cluster, network);
    LimitReading limits = new LimitReading(cluster);
    AccountReading accounts = new AccountReading(cluster, grants);
    Set<String> named = named(cluster);
    Map<String, Tenant> tenants = new LinkedHashMap<>();
    for (Namespace namespace : cluster.namespaces()) {
      String name = namespace.ref().name();
      if (named.contains(name)) {
        List<Workload> own = workloads.getOrDefault(name, List.of());
        tenants.put(
            name,
            new Tenant(
                name,
                cluster.find(namespace.ref()).isPresent(),
                Placed.in(cluster, namespace.ref()),
                podSecurity.read(namespace, own),
                networks.read(name, Direction.INGRESS),
                networks.read(name, Direction.EGRESS),
                limits.limitRanges(name),
                limits.quotas(name),
                accounts.read(name, own),
                grants.of(Subject.group(User.SERVICE_ACCOUNTS + ":" + name)),
                grants.foreign(name),
                grants.secrets(name)));
      }
    }
    return tenants;
  }

  /** Returns the namespaces that are defined or that something is in: a cluster always has {@code default}. */
  private static Set<String> named(Cluster cluster) {
    Set<String> names = new HashSet<>();
    for (KubeObject object : cluster.objects()) {
      ObjectRef ref = object.ref();
      names.add(object.is(Namespace.KIND) ? ref.name() : ref.namespace());
    }
    return names;
  }

  /** Returns the cluster. */
  public Cluster cluster() {
    return cluster;
  }

  /** Returns the namespaces that are defined or that something is in, by name. */
  public List<Tenant> all() {
    return List.copyOf(tenants.values());
  }

  /**
   * Returns a namespace.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Tenant tenant(String name) {
    Tenant tenant = tenants.get(name);
    if (tenant == null) {
      throw new IllegalArgumentException("there is no namespace \"" + name + "\"");
    }
    return tenant;
  }

  /** Returns what bindings of the whole cluster give, in every namespace and beyond. */
  public List<AccessGrant> clusterWideGrants() {
    return clusterWide;
  }

  /** Returns what bindings give to all service accounts or all users, wherever: all tenants have it, their {@code default} accounts too. */
  public List<AccessGrant> grantsToEverybody() {
    return toEverybody;
  }

  /** Returns the ways to the secrets of every namespace that bindings of the whole cluster open, in the order of the bindings. */
  public List<SecretAccess> clusterWideSecretAccess() {
    return secretAccess;
  }

  /**
   * Returns all that a user, such as a tenant's or the service account of another namespace, may do in a namespace, by resource. What
   * is in no namespace counts where a binding of the whole cluster gives it.
   */
  public List<ResourceAccess> allowed(User user, String namespace) {
    List<PolicyRule> rules = CanIList.of(rbac.rulesFor(user, namespace)).rules().stream()
        .filter(rule -> rule.nonResourceURLs().isEmpty())
        .toList();
    return ResourceAccess.of(PolicyRules.forDisplay(rules));
  }

  /** Returns what is found wanting, by {@link TenantRule}: ordered by object, field and rule. */
  public List<Finding> findings() {
    return findings;
  }
}
