package io.plimsoll.posture.tenant;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.report.JsonReport;
import io.plimsoll.core.report.Report;
import io.plimsoll.netpol.border.Crossing;
import io.plimsoll.netpol.border.NamespaceIsolation;
import io.plimsoll.netpol.border.PeerWorkloads;
import io.plimsoll.netpol.border.WorkloadIsolation;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.posture.tenant.AccountFacts.PodToken;
import io.plimsoll.posture.tenant.PodSecurityFacts.ModeFacts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts tenants into trees; peers that many namespaces share are there once. */
final class TenantTree {

  private final Tenants tenants;
  private final IdentityHashMap<PeerWorkloads, Integer> peerNumbers = new IdentityHashMap<>();
  private final List<Object> peers = new ArrayList<>();

  TenantTree(Tenants tenants) {
    this.tenants = tenants;
  }

  MappingValue tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("namespaces", tenants.all().stream().map(this::tenant).toList());
    tree.put("peers", peers);
    Map<String, Object> everywhere = new LinkedHashMap<>();
    everywhere.put("grants", grants(tenants.clusterWideGrants()));
    everywhere.put("grantsToEverybody", grants(tenants.grantsToEverybody()));
    everywhere.put("secretAccess", secretAccess(tenants.clusterWideSecretAccess()));
    tree.put("everywhere", everywhere);
    return (MappingValue) Value.from(tree);
  }

  private Map<String, Object> tenant(Tenant tenant) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", tenant.name());
    tree.put("defined", tenant.defined());
    tree.put("place", AccessTree.place(tenant.place()));
    tree.put("podSecurity", podSecurity(tenant.podSecurity()));
    tree.put("ingress", network(tenant.ingress()));
    tree.put("egress", network(tenant.egress()));
    tree.put(
        "limitRanges", tenant.limitRanges().stream().map(TenantTree::limits).toList());
    tree.put("quotas", tenant.quotas().stream().map(TenantTree::quota).toList());
    tree.put("accounts", tenant.accounts().stream().map(TenantTree::account).toList());
    tree.put("groupGrants", grants(tenant.groupGrants()));
    tree.put("foreignGrants", grants(tenant.foreignGrants()));
    tree.put("secretAccess", secretAccess(tenant.secretAccess()));
    return tree;
  }

  private static Map<String, Object> podSecurity(PodSecurityFacts facts) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("modes", facts.modes().stream().map(TenantTree::mode).toList());
    tree.put("problems", problems(facts));
    tree.put("workloads", facts.workloads());
    facts.met().ifPresent(level -> tree.put("met", level.toString()));
    tree.put("below", facts.below().stream().map(JsonReport::tree).toList());
    tree.put("refused", facts.refused().stream().map(JsonReport::tree).toList());
    return tree;
  }

  private static Object problems(PodSecurityFacts facts) {
    Value entries = JsonReport.tree(Report.of(facts.problems())).get("entries");
    return entries == null ? List.of() : entries;
  }

  private static Map<String, Object> mode(ModeFacts mode) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mode", mode.mode().toString());
    tree.put("policy", mode.policy().toString());
    tree.put("labelled", mode.labelled());
    mode.location().ifPresent(place -> tree.put("location", JsonReport.tree(place)));
    return tree;
  }

  private Map<String, Object> network(NetworkFacts facts) {
    NamespaceIsolation isolation = facts.isolation();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("coverage", label(isolation.coverage()));
    tree.put("policies", facts.deciding().stream().map(AccessTree::place).toList());
    tree.put(
        "workloads", isolation.workloads().stream().map(TenantTree::workload).toList());
    tree.put("crossings", facts.crossings().stream().map(this::crossing).toList());
    return tree;
  }

  private static Map<String, Object> workload(WorkloadIsolation workload) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("workload", workload.workload().toString());
    tree.put("state", label(workload.state()));
    tree.put("policies", workload.policies().stream().map(JsonReport::tree).toList());
    return tree;
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Map<String, Object> crossing(Crossing crossing) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("workloads", texts(crossing.workloads()));
    tree.put("connections", crossing.connections().toString());
    tree.put("peers", number(crossing.peers()));
    return tree;
  }

  private int number(PeerWorkloads workloads) {
    return peerNumbers.computeIfAbsent(workloads, all -> {
      Map<String, Object> tree = new LinkedHashMap<>();
      all.byNamespace().forEach((namespace, list) -> tree.put(namespace, texts(list)));
      peers.add(tree);
      return peers.size() - 1;
    });
  }

  private static List<String> texts(List<Endpoint> endpoints) {
    return endpoints.stream().map(Endpoint::toString).toList();
  }

  private static Map<String, Object> limits(LimitRangeFacts limits) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("place", AccessTree.place(limits.place()));
    tree.put("items", limits.items().stream().map(TenantTree::item).toList());
    return tree;
  }

  private static Map<String, Object> item(LimitRangeFacts.Item item) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", item.type());
    item.limits().forEach((field, quantities) -> tree.put(field, quantities(quantities)));
    return tree;
  }

  private static Map<String, Object> quota(QuotaFacts quota) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("place", AccessTree.place(quota.place()));
    tree.put("hard", quantities(quota.hard()));
    tree.put("scopes", quota.scopes());
    return tree;
  }

  private static Map<String, Object> quantities(Map<String, Quantity> quantities) {
    Map<String, Object> tree = new LinkedHashMap<>();
    quantities.forEach((resource, quantity) -> tree.put(resource, quantity.toString()));
    return tree;
  }

  private static Map<String, Object> account(AccountFacts account) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", account.name());
    tree.put("defined", account.defined());
    tree.put("automount", account.automount());
    tree.put("place", AccessTree.place(account.place()));
    tree.put("pods", account.pods().stream().map(TenantTree::pod).toList());
    tree.put("grants", grants(account.grants()));
    return tree;
  }

  private static Map<String, Object> pod(PodToken pod) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("workload", JsonReport.tree(pod.workload()));
    tree.put("mounted", pod.mounted());
    pod.override().ifPresent(place -> tree.put("override", AccessTree.place(place)));
    return tree;
  }

  private static List<Object> grants(List<AccessGrant> grants) {
    return grants.stream().<Object>map(AccessTree::grant).toList();
  }

  private static List<Object> secretAccess(List<SecretAccess> all) {
    return all.stream().<Object>map(AccessTree::secretAccess).toList();
  }
}
