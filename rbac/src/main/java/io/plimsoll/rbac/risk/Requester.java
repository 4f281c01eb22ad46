package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.AppliedBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A user to whom RBAC answers. */
final class Requester implements Actor {

  private final Rbac rbac;
  private final User user;
  private final Collection<String> namespaces;
  private final boolean itself;

  /** The rules that are about some names only, by namespace, once they are asked for. */
  private final Map<String, List<PolicyRule>> named = new HashMap<>();

  Requester(Rbac rbac, User user, Collection<String> namespaces, boolean itself) {
    this.rbac = rbac;
    this.user = user;
    this.namespaces = namespaces;
    this.itself = itself;
  }

  @Override
  public boolean may(Attributes request) {
    return rbac.can(user, request).isAllowed();
  }

  @Override
  public boolean mayBesides(Attributes question) {
    return may(question);
  }

  @Override
  public Set<String> names(Attributes request) {
    List<PolicyRule> rules = named(request.namespace());
    if (rules.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    for (PolicyRule rule : rules) {
      // A rule is about each of its names alike.
      if (rule.allows(request.named(rule.resourceNames().get(0)))) {
        names.addAll(rule.resourceNames());
      }
    }
    return names;
  }

  private List<PolicyRule> named(String namespace) {
    List<PolicyRule> rules = named.get(namespace);
    if (rules == null) {
      rules = rbac.bindingsOf(user, namespace).stream()
          .flatMap(binding -> binding.rules().stream())
          .filter(rule -> !rule.resourceNames().isEmpty())
          .distinct()
          .toList();
      named.put(namespace, rules);
    }
    return rules;
  }

  @Override
  public Collection<String> namespaces() {
    return namespaces;
  }

  @Override
  public List<AppliedBinding> bindings() {
    List<AppliedBinding> bindings = new ArrayList<>(rbac.bindingsOf(user, ""));
    int everywhere = bindings.size();
    for (String namespace : namespaces) {
      List<AppliedBinding> all = rbac.bindingsOf(user, namespace);
      bindings.addAll(all.subList(everywhere, all.size()));
    }
    return bindings;
  }

  @Override
  public boolean isItself() {
    return itself;
  }

  @Override
  public User user() {
    return user;
  }
}
