package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.CompiledRule;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.lint.Companies.Company;
import io.plimsoll.netpol.lint.RuleCover.Part;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A rule of administrators that never takes effect: rules that come before it in its tier decide all that it matches with the
 * pods of the manifests.
 *
 * <p>Of policies of equal priority none comes before the other.
 */
final class ShadowedRules extends LintCheck {

  /** A rule that comes earlier. */
  private record Earlier(int policy, CompiledRule rule) {}

  private final Engine engine;

  ShadowedRules(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
    this.engine = cluster.engine();
  }

  @Override
  void check() {
    for (Direction direction : Direction.values()) {
      Companies companies = new Companies(engine, direction);
      RuleCover cover = new RuleCover(engine, direction);
      for (int policy = 0; policy < cluster.policies().size(); policy++) {
        if (engine.policy(policy).tier() != Tier.NETWORK_POLICY) {
          check(direction, companies.of(policy), cover, policy);
        }
      }
    }
  }

  private void check(Direction direction, List<Company> companies, RuleCover cover, int policy) {
    List<CompiledRule> rules = engine.compiled(policy).rules(direction);
    for (int i = 0; i < rules.size(); i++) {
      CompiledRule rule = rules.get(i);
      // A name that was looked up may lead to any address.
      boolean peersAreKnown =
          rule.rule().peers().stream().noneMatch(Peer.Domains.class::isInstance);
      List<Company> matching = companies.stream()
          .filter(company -> !cover.parts(rule, company.podClass()).isEmpty())
          .toList();
      int place = i;
      boolean shadowed = peersAreKnown
          && !matching.isEmpty()
          && matching.stream()
              .allMatch(company -> isShadowed(direction, company, cover, policy, place));
      if (shadowed) {
        report(policy, rule, by(direction, matching, cover, policy, place));
      }
    }
  }

  private boolean isShadowed(
      Direction direction, Company company, RuleCover cover, int policy, int place) {
    List<Earlier> earlier = earlier(direction, company, policy, place);
    List<Part> all = parts(direction, company, cover, policy, place);
    return cover.covers(
        earlier.stream().map(one -> cover.parts(one.rule, company.podClass())).toList(), all);
  }

  private List<Part> parts(
      Direction direction, Company company, RuleCover cover, int policy, int place) {
    CompiledRule rule = engine.compiled(policy).rules(direction).get(place);
    return cover.parts(rule, company.podClass());
  }

  /** Returns the rules of the tier that come before one. */
  private List<Earlier> earlier(Direction direction, Company company, int policy, int place) {
    List<Earlier> earlier = new ArrayList<>();
    Policy own = engine.policy(policy);
    for (int number : company.policies()) {
      Policy other = engine.policy(number);
      boolean before = other.tier() == own.tier() && other.priority() < own.priority();
      List<CompiledRule> rules = engine.compiled(number).rules(direction);
      rules = number == policy ? rules.subList(0, place) : before ? rules : List.of();
      rules.forEach(rule -> earlier.add(new Earlier(number, rule)));
    }
    return earlier;
  }

  /** Returns a rule that alone decides everything before one does. */
  private Optional<Earlier> by(
      Direction direction, List<Company> companies, RuleCover cover, int policy, int place) {
    return earlier(direction, companies.get(0), policy, place).stream()
        .filter(one -> companies.stream()
            .allMatch(company -> company.policies().contains(one.policy)
                && cover.covers(
                    List.of(cover.parts(one.rule, company.podClass())),
                    parts(direction, company, cover, policy, place))))
        .findFirst();
  }

  private void report(int policy, CompiledRule rule, Optional<Earlier> by) {
    FieldPath path = rule.rule().path();
    String decider = by.map(one -> one.rule.rule().path()
            + (one.policy == policy ? "" : " of " + engine.policy(one.policy).ref())
            + " decides")
        .orElse("earlier rules decide");
    String message = "never takes effect on the pods of the manifests: " + decider
        + " all that it matches before it does";
    report(LintRule.SHADOWED_RULE
        .at(cluster.policy(engine.policy(policy)).object(), path, message)
        .withFix(Patch.of(new Patch.Operation.Remove(path))));
  }
}
