package io.plimsoll.netpol.lint;

import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.CompiledRule;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.lint.Companies.Company;
import io.plimsoll.netpol.lint.RuleCover.Part;
import io.plimsoll.netpol.policy.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes rules of NetworkPolicies for one direction away, one after the other, as long as the rules that stay allow the same: narrow rules before
 * broad ones, so that what stays is the broad ones, and of equal ones the first.
 *
 * <p>Rules add up, so any of those that are taken away can be taken away alone, and all of them together.
 */
final class RuleElimination {

  /** A rule that may be taken away. */
  final class Candidate {
    final int policy;
    final CompiledRule rule;
    private final long breadth;
    private boolean redundant;

    Candidate(int policy, CompiledRule rule, long breadth) {
      this.policy = policy;
      this.rule = rule;
      this.breadth = breadth;
    }

    boolean isRedundant() {
      return redundant;
    }

    /** Returns the rules that each allow for some of the pods all that this one does; none if only several together do. */
    List<Candidate> coverers() {
      return RuleElimination.this.coverers(this);
    }
  }

  private final Engine engine;
  private final Direction direction;
  private final Companies companies;
  private final RuleCover cover;
  private final Map<Integer, List<Candidate>> byPolicy = new HashMap<>();

  RuleElimination(Engine engine, Direction direction) {
    this.engine = engine;
    this.direction = direction;
    this.companies = new Companies(engine, direction);
    this.cover = new RuleCover(engine, direction);
    List<Candidate> order = new ArrayList<>();
    for (int policy = 0; policy < engine.inventory().policies().size(); policy++) {
      if (engine.policy(policy).tier() == Tier.NETWORK_POLICY) {
        List<Candidate> rules = candidates(policy);
        byPolicy.put(policy, rules);
        order.addAll(rules);
      }
    }
    Collections.reverse(order);
    order.sort(Comparator.comparingLong(candidate -> candidate.breadth));
    order.forEach(candidate -> candidate.redundant = isRedundant(candidate));
  }

  private List<Candidate> candidates(int policy) {
    List<Candidate> rules = new ArrayList<>();
    for (CompiledRule rule : engine.compiled(policy).rules(direction)) {
      long breadth = 0;
      for (Company company : companies.of(policy)) {
        breadth += cover.breadth(cover.parts(rule, company.podClass()));
      }
      rules.add(new Candidate(policy, rule, breadth));
    }
    return rules;
  }

  private boolean isRedundant(Candidate candidate) {
    boolean matches = false;
    for (Company company : companies.of(candidate.policy)) {
      List<Part> all = cover.parts(candidate.rule, company.podClass());
      if (all.isEmpty()) {
        // A policy that says no types does not isolate for egress any more without its last egress
        // rule.
        if (!isIsolatedByAnother(candidate.policy, company, Set.of())) {
          return false;
        }
        continue;
      }
      matches = true;
      List<List<Part>> others = others(candidate, company).stream()
          .map(other -> cover.parts(other.rule, company.podClass()))
          .toList();
      if (!cover.covers(others, all)) {
        return false;
      }
    }
    return matches;
  }

  /** Returns the rules that stay and apply beside one. */
  private List<Candidate> others(Candidate candidate, Company company) {
    List<Candidate> others = new ArrayList<>();
    for (int policy : company.policies()) {
      for (Candidate other : rules(policy)) {
        if (other != candidate && !other.redundant) {
          others.add(other);
        }
      }
    }
    return others;
  }

  /** Returns whether a NetworkPolicy isolates some pods beside one and without some others. */
  private boolean isIsolatedByAnother(int policy, Company company, Set<Integer> without) {
    return company.policies().stream()
        .anyMatch(other -> other != policy
            && engine.policy(other).tier() == Tier.NETWORK_POLICY
            && !without.contains(other));
  }

  /** Returns whether the pods that a policy isolates stay isolated without it and without some others. */
  boolean isIsolatedWithout(int policy, Set<Integer> without) {
    return companies.of(policy).stream()
        .allMatch(company -> isIsolatedByAnother(policy, company, without));
  }

  /** Returns the rules of a NetworkPolicy, in order. */
  List<Candidate> rules(int policy) {
    return byPolicy.getOrDefault(policy, List.of());
  }

  private List<Candidate> coverers(Candidate candidate) {
    Set<Candidate> coverers = new LinkedHashSet<>();
    for (Company company : companies.of(candidate.policy)) {
      List<Part> all = cover.parts(candidate.rule, company.podClass());
      List<Candidate> alone = others(candidate, company).stream()
          .filter(other -> cover.covers(List.of(cover.parts(other.rule, company.podClass())), all))
          .toList();
      if (alone.isEmpty() && !all.isEmpty()) {
        return List.of();
      }
      if (!all.isEmpty() && alone.stream().noneMatch(coverers::contains)) {
        coverers.add(alone.get(0));
      }
    }
    return List.copyOf(coverers);
  }
}
