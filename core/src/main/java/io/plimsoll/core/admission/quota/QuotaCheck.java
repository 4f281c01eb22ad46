package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Errors;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request held against the quotas of its namespace. Mirrors {@code CheckRequest} of {@code
 * k8s.io/apiserver/pkg/admission/plugin/resourcequota}.
 */
final class QuotaCheck {

  private final AdmissionCall call;
  private final Evaluator evaluator;
  private final List<LimitedResource> limited;

  /** What quotas are there for; of interest only if something is limited. */
  private final Set<String> covered = new HashSet<>();

  private final Set<String> coveredScopes = new HashSet<>();

  QuotaCheck(AdmissionCall call, Evaluator evaluator, List<LimitedResource> limited) {
    this.call = call;
    this.evaluator = evaluator;
    this.limited = limited;
  }

  /** Returns the quotas of which the request uses something, with what is used of them once it is done. */
  List<Quota> charge(List<Quota> quotas) throws NotAllowed {
    List<Scope> limitedScopes;
    try {
      limitedScopes = limitedScopes();
    } catch (IllegalArgumentException malformed) {
      // Upstream lets pass what it cannot limit.
      return List.of();
    }
    List<Quota> matching = matching(quotas);
    Map<String, Quantity> usage = evaluator.usage(call, call.object());
    Set<String> negative = Amounts.negative(usage);
    if (!negative.isEmpty()) {
      throw refusal("quota usage is negative for resource(s): " + Amounts.printNames(negative));
    }
    boolean update = call.attributes().operation() == Operation.UPDATE;
    Map<String, Quantity> whole = Amounts.withoutZeros(usage);
    Map<String, Quantity> growth =
        update ? Amounts.growth(usage, evaluator.usage(call, call.oldObject())) : whole;
    boolean charges = matching.isEmpty() && !growth.isEmpty();
    List<Map<String, Quantity>> deltas = new ArrayList<>(matching.size());
    for (Quota quota : matching) {
      boolean counted = !update || isInAll(quota, call.oldObject());
      Map<String, Quantity> delta = counted ? growth : whole;
      charges |= !delta.isEmpty();
      deltas.add(delta);
    }
    if (!charges) {
      return List.of();
    }
    checkCoverage(usage, limitedScopes);
    List<Quota> charged = new ArrayList<>(matching.size());
    for (int i = 0; i < deltas.size(); i++) {
      if (!deltas.get(i).isEmpty()) {
        charged.add(charged(matching.get(i), deltas.get(i)));
      }
    }
    return charged;
  }

  /** Returns the quotas that the object counts for, once it is clear that they can be enforced. */
  private List<Quota> matching(List<Quota> quotas) throws NotAllowed {
    List<Quota> matching = new ArrayList<>();
    for (Quota quota : quotas) {
      if (evaluator.hasScopes()) {
        for (Scope scope : quota.scopes()) {
          if (isIn(quota, scope, call.object())) {
            coveredScopes.add(scope.name());
          }
        }
      }
      Set<String> names = evaluator.concerned(call, quota);
      if (!names.isEmpty() && isInAll(quota, call.object())) {
        checkEnforceable(quota, names);
        matching.add(quota);
      }
    }
    return matching;
  }

  private boolean isInAll(Quota quota, MappingValue object) throws NotAllowed {
    boolean all = true;
    for (Scope scope : quota.scopes()) {
      all &= isIn(quota, scope, object);
    }
    return all;
  }

  private boolean isIn(Quota quota, Scope scope, MappingValue object) throws NotAllowed {
    try {
      return evaluator.isIn(scope, object);
    } catch (IllegalArgumentException malformed) {
      throw new NotAllowed(Errors.plain("error matching scopes of quota "
          + quota.metadata().nameOrEmpty() + ", err: error on matching scope " + scope
          + ": failed to parse and convert selector: " + malformed.getMessage()));
    }
  }

  private void checkEnforceable(Quota quota, Set<String> names) throws NotAllowed {
    String quotaName = quota.metadata().nameOrEmpty();
    Optional<String> complaint = evaluator.complaint(quota, call.object());
    if (complaint.isPresent()) {
      throw refusal("failed quota: " + quotaName + ": " + complaint.get());
    }
    for (String name : names) {
      if (!quota.used().containsKey(name)) {
        throw refusal(
            "status unknown for quota: " + quotaName + ", resources: " + Amounts.printNames(names));
      }
    }
    if (!limited.isEmpty()) {
      covered.addAll(names);
    }
  }

  private List<Scope> limitedScopes() {
    if (limited.isEmpty()) {
      return List.of();
    }
    return limited.stream()
        .flatMap(one -> one.matchScopes().stream())
        .filter(scope -> evaluator.hasScopes() && evaluator.isIn(scope, call.object()))
        .toList();
  }

  /** Refuses what is limited and has no quota. */
  private void checkCoverage(Map<String, Quantity> usage, List<Scope> limitedScopes)
      throws NotAllowed {
    if (limited.isEmpty()) {
      return;
    }
    Set<String> uncovered = new HashSet<>();
    for (LimitedResource one : limited) {
      if (isAbout(one)) {
        usage.forEach((name, amount) -> {
          if (amount.sign() > 0 && one.limits(name) && !covered.contains(name)) {
            uncovered.add(name);
          }
        });
      }
    }
    if (!uncovered.isEmpty()) {
      throw refusal("insufficient quota to consume: " + Amounts.printNames(uncovered));
    }
    List<String> scopes = limitedScopes.stream()
        .filter(scope -> !coveredScopes.contains(scope.name()))
        .map(Scope::toString)
        .toList();
    if (!scopes.isEmpty()) {
      throw new NotAllowed(Errors.plain(
          "insufficient quota to match these scopes: [" + String.join(" ", scopes) + "]"));
    }
  }

  private boolean isAbout(LimitedResource one) {
    return one.resource().equals(call.attributes().resource().name())
        && one.apiGroup().equals(call.attributes().resource().group());
  }

  private Quota charged(Quota quota, Map<String, Quantity> delta) throws NotAllowed {
    AmountList used = new AmountList(quota.used().size() + delta.size());
    quota.used().forEach(used::put);
    boolean exceeded = false;
    for (Map.Entry<String, Quantity> one : delta.entrySet()) {
      Quantity limit = quota.hard().get(one.getKey());
      if (limit != null) {
        Quantity before = quota.used().get(one.getKey());
        Quantity after = before == null ? one.getValue() : before.add(one.getValue());
        used.put(one.getKey(), after);
        exceeded |= after.compareTo(limit) > 0;
      }
    }
    Quota charged = quota.withUsed(used.toMap());
    if (exceeded && !call.attributes().subresource().equals("status")) {
      throw exceeded(quota, delta, charged.used());
    }
    return charged;
  }

  private NotAllowed exceeded(
      Quota quota, Map<String, Quantity> delta, Map<String, Quantity> used) {
    Map<String, Quantity> requested = Amounts.mask(delta, quota.hard().keySet());
    Set<String> exceeded = Amounts.exceeding(Amounts.mask(used, requested.keySet()), quota.hard());
    return refusal("exceeded quota: " + quota.metadata().nameOrEmpty() + ", requested: "
        + Amounts.print(Amounts.mask(requested, exceeded)) + ", used: "
        + Amounts.print(Amounts.mask(quota.used(), exceeded)) + ", limited: "
        + Amounts.print(Amounts.mask(quota.hard(), exceeded)));
  }

  private NotAllowed refusal(String why) {
    return new NotAllowed(call.attributes().forbidden(why));
  }
}
