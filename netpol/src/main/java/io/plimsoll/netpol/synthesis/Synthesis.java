package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicyEgressRule;
import io.plimsoll.netpol.api.NetworkPolicyIngressRule;
import io.plimsoll.netpol.api.NetworkPolicySpec;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.network.ClusterDns;
import io.plimsoll.netpol.synthesis.SynthesisRules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the policies of a {@link PolicySynthesis}. */
final class Synthesis {

  /** What a policy says of its subject. */
  private record Body(List<Rule> ingress, List<Rule> egress) {}

  private final Cluster bare;
  private final SynthesisOptions options;
  private final Connectivity open;
  private final PodGroups groups;

  Synthesis(Cluster cluster, SynthesisOptions options) {
    this.bare = withoutNetworkPolicies(cluster);
    this.options = options;
    this.open = Connectivity.of(bare, options.reading());
    this.groups = new PodGroups(open.workings().engine());
  }

  static Cluster withoutNetworkPolicies(Cluster cluster) {
    return Cluster.of(cluster.objects().stream()
        .filter(object -> !object.is(NetworkPolicy.KIND))
        .toList());
  }

  PolicySynthesis make(List<ConnectionLine> wanted) {
    List<NetworkPolicy> always = new ArrayList<>();
    groups.byNamespace().keySet().forEach(namespace -> always.addAll(base(namespace)));
    Connectivity base = network(always);
    SynthesisNeeds needs = new SynthesisNeeds(base.workings(), groups);
    wanted.forEach(needs::add);
    SynthesisRules rules = new SynthesisRules(groups);
    List<NetworkPolicy> all = new ArrayList<>();
    groups.byNamespace().forEach((namespace, members) -> {
      List<NetworkPolicy> first = base(namespace);
      SynthesisNames names = new SynthesisNames(first);
      List<NetworkPolicy> own = new ArrayList<>();
      bodies(members, needs, rules)
          .forEach((body, subjects) -> add(body, subjects, rules, names, own));
      own.sort(Comparator.comparing(policy -> policy.metadata().nameOrEmpty()));
      all.addAll(first);
      all.addAll(own);
    });
    SynthesisCheck check = new SynthesisCheck(open, base, network(all), groups, wanted);
    return new PolicySynthesis(all, check.problems(options.dns()));
  }

  private Connectivity network(List<NetworkPolicy> policies) {
    return Connectivity.of(bare.with(PolicySynthesis.objects(policies)), options.reading());
  }

  private List<NetworkPolicy> base(String namespace) {
    boolean serves = open.workings().engine().inventory().units().stream()
        .anyMatch(unit -> unit.namespace().equals(namespace) && ClusterDns.isServedBy(unit));
    return BasePolicies.of(namespace, options.dns(), serves);
  }

  /** Returns the groups of a namespace by what their policies have to say. */
  private Map<Body, Set<Integer>> bodies(
      List<Integer> members, SynthesisNeeds needs, SynthesisRules rules) {
    Set<Integer> offered = new TreeSet<>();
    open.workings().entrances().forEach((unit, ports) -> offered.add(groups.ofUnit(unit)));
    Map<Body, Set<Integer>> bodies = new LinkedHashMap<>();
    for (int group : members) {
      // A selector of all namespaces would let ingress controllers in as well.
      boolean everywhere = !offered.contains(group);
      Body body = new Body(
          rules.write(needs, Direction.INGRESS, group, everywhere),
          rules.write(needs, Direction.EGRESS, group, true));
      if (!body.ingress.isEmpty() || !body.egress.isEmpty()) {
        bodies.computeIfAbsent(body, b -> new TreeSet<>()).add(group);
      }
    }
    return bodies;
  }

  private void add(
      Body body,
      Set<Integer> subjects,
      SynthesisRules rules,
      SynthesisNames names,
      List<NetworkPolicy> to) {
    String namespace = groups.get(subjects.iterator().next()).namespace();
    List<LabelSelector> selectors = rules.subjects(namespace, subjects);
    List<Integer> members = List.copyOf(subjects);
    List<String> types = new ArrayList<>();
    if (!body.ingress.isEmpty()) {
      types.add(BasePolicies.INGRESS);
    }
    if (!body.egress.isEmpty()) {
      types.add(BasePolicies.EGRESS);
    }
    for (int i = 0; i < selectors.size(); i++) {
      LabelSelector selector = selectors.get(i);
      String name =
          members.size() == 1 ? groups.get(members.get(0)).name() : SynthesisNames.of(selector);
      to.add(BasePolicies.policy(
          namespace,
          names.unique(name),
          new NetworkPolicySpec(
              selector,
              body.ingress.stream()
                  .map(rule -> new NetworkPolicyIngressRule(rule.ports(), rule.peers()))
                  .toList(),
              body.egress.stream()
                  .map(rule -> new NetworkPolicyEgressRule(rule.ports(), rule.peers()))
                  .toList(),
              types)));
    }
  }
}
