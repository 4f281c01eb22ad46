package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.lint.RuleElimination.Candidate;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Tier;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * NetworkPolicies, and rules of them, without which the pods of the manifests would have the same connections, among each other
 * and with all addresses.
 *
 * <p>A rule that matches nothing yet is not among them, nor is a policy without rules unless another one isolates by the same
 * selector or all pods of the namespace. All that is found can be taken away together.
 */
final class RedundantPolicies extends LintCheck {

  private static final int MOST_NAMED = 2;
  private static final String NOTHING = "changes nothing for the pods of the manifests: ";

  /** A namespace, and the selector of its pods. */
  private record Subject(String namespace, LabelSelector pods) {}

  private final Engine engine;
  private final List<RuleElimination> directions;
  private final Set<Integer> redundant = new HashSet<>();
  private final Map<Subject, List<Integer>> bySubject = new HashMap<>();

  RedundantPolicies(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
    this.engine = cluster.engine();
    this.directions = Stream.of(Direction.values())
        .map(direction -> new RuleElimination(engine, direction))
        .toList();
  }

  @Override
  void check() {
    List<Integer> policies = new ArrayList<>();
    for (int i = 0; i < cluster.policies().size(); i++) {
      Policy policy = engine.policy(i);
      boolean applies = policy.ingress().applies() || policy.egress().applies();
      if (policy.tier() == Tier.NETWORK_POLICY
          && applies
          && !cluster.select(policy.subject()).isEmpty()) {
        policies.add(i);
        bySubject.computeIfAbsent(subject(policy), n -> new ArrayList<>(1)).add(i);
      }
    }
    for (int i = policies.size() - 1; i >= 0; i--) {
      check(policies.get(i));
    }
  }

  private static Subject subject(Policy policy) {
    return new Subject(policy.ref().namespace(), policy.subject().pods());
  }

  private void check(int number) {
    List<Candidate> rules =
        directions.stream().flatMap(one -> one.rules(number).stream()).toList();
    if (rules.isEmpty()) {
      twin(number).ifPresent(other -> reportPolicy(number, other + " isolates the same pods"));
    } else if (rules.stream().allMatch(Candidate::isRedundant)
        && directions.stream().allMatch(one -> one.isIsolatedWithout(number, redundant))) {
      List<Candidate> coverers =
          rules.stream().flatMap(rule -> rule.coverers().stream()).toList();
      boolean named = rules.stream().noneMatch(rule -> rule.coverers().isEmpty());
      Set<String> others = new LinkedHashSet<>();
      coverers.forEach(one -> others.add(engine.policy(one.policy).ref().toString()));
      reportPolicy(number, allow(named ? others : Set.of(), "other policies"));
    } else {
      rules.stream().filter(Candidate::isRedundant).forEach(this::reportRule);
    }
  }

  private boolean hasNoRules(int number) {
    return directions.stream().allMatch(one -> one.rules(number).isEmpty());
  }

  /**
   * Returns a policy that isolates all that one without rules does, whatever pods there are. One that isolates the whole
   * namespace is there to stay whatever others come to allow: only another of its kind makes it redundant.
   */
  private Optional<ObjectRef> twin(int number) {
    Policy policy = engine.policy(number);
    Subject all = new Subject(policy.ref().namespace(), LabelSelector.EVERYTHING);
    return Stream.of(all, subject(policy))
        .flatMap(subject -> bySubject.getOrDefault(subject, List.of()).stream())
        .filter(other -> other != number && !redundant.contains(other))
        .filter(other -> !subject(policy).equals(all) || hasNoRules(other))
        .map(engine::policy)
        .filter(other -> other.ingress().applies() || !policy.ingress().applies())
        .filter(other -> other.egress().applies() || !policy.egress().applies())
        .map(Policy::ref)
        .findFirst();
  }

  private void reportPolicy(int number, String why) {
    redundant.add(number);
    WrittenPolicy policy = cluster.policy(engine.policy(number));
    report(policy, FieldPath.of("metadata", "name"), LintRule.REDUNDANT_POLICY, NOTHING + why);
  }

  private void reportRule(Candidate rule) {
    WrittenPolicy policy = cluster.policy(engine.policy(rule.policy));
    FieldPath path = rule.rule.rule().path();
    Set<String> others = new LinkedHashSet<>();
    for (Candidate coverer : rule.coverers()) {
      String place = coverer.rule.rule().path().toString();
      boolean own = coverer.policy == rule.policy;
      others.add(own ? place : place + " of " + engine.policy(coverer.policy).ref());
    }
    report(LintRule.REDUNDANT_RULE
        .at(policy.object(), path, NOTHING + allow(others, "other rules"))
        .withFix(Patch.of(new Patch.Operation.Remove(path))));
  }

  private static String allow(Set<String> names, String several) {
    if (names.isEmpty() || names.size() > MOST_NAMED) {
      return several + " together allow the same or more";
    }
    return String.join(" and ", names)
        + (names.size() == 1 ? " allows" : " allow")
        + " the same or more";
  }
}
