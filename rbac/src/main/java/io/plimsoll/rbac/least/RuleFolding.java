package io.plimsoll.rbac.least;

import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.least.Permissions.Names;
import io.plimsoll.rbac.least.Permissions.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Permissions folded into few rules that allow exactly them.
 *
 * <p>A rule allows the product of its lists, so only equal rests are put together: first the names or the verbs of one resource,
 * whichever gives fewer rules; then the resources of a group; then groups.
 */
final class RuleFolding {

  /** The order in which people write verbs; others follow by name. */
  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  private static final Comparator<String> VERB_ORDER = Comparator.comparingInt(
          (String verb) -> VERBS.contains(verb) ? VERBS.indexOf(verb) : VERBS.size())
      .thenComparing(Comparator.naturalOrder());

  private RuleFolding() {}

  /** Verbs on names; no names are all names. */
  private record Grant(List<String> names, List<String> verbs) {}

  /** A grant in a group. */
  private record InGroup(Grant grant, String group) {}

  /** A grant on resources. */
  private record OnResources(Grant grant, List<String> resources) {}

  static List<PolicyRule> fold(Permissions permissions) {
    List<PolicyRule> rules = new ArrayList<>(resourceRules(permissions));
    Map<List<String>, Set<String>> urlsByVerbs = new LinkedHashMap<>();
    permissions
        .verbsByUrl()
        .forEach((url, verbs) -> urlsByVerbs
            .computeIfAbsent(sortedVerbs(verbs), v -> new TreeSet<>())
            .add(url));
    urlsByVerbs.forEach((verbs, urls) -> rules.add(PolicyRule.ofUrls(verbs, List.copyOf(urls))));
    return List.copyOf(rules);
  }

  private static List<PolicyRule> resourceRules(Permissions permissions) {
    Map<InGroup, Set<String>> resources = new LinkedHashMap<>();
    permissions.resources().forEach((target, byVerb) -> {
      for (Grant grant : grants(byVerb)) {
        add(resources, new InGroup(grant, target.group()), target);
      }
    });
    Map<OnResources, Set<String>> groups = new LinkedHashMap<>();
    resources.forEach((inGroup, all) -> groups
        .computeIfAbsent(new OnResources(inGroup.grant(), List.copyOf(all)), on -> new TreeSet<>())
        .add(inGroup.group()));
    List<PolicyRule> rules = new ArrayList<>();
    groups.forEach((on, all) -> rules.add(new PolicyRule(
        on.grant().verbs(), List.copyOf(all), on.resources(), on.grant().names(), List.of())));
    return rules;
  }

  private static void add(Map<InGroup, Set<String>> resources, InGroup inGroup, Target target) {
    resources.computeIfAbsent(inGroup, key -> new TreeSet<>()).add(target.resource());
  }

  private static List<Grant> grants(Map<String, Names> byVerb) {
    List<Grant> grants = new ArrayList<>();
    List<String> onAll = byVerb.entrySet().stream()
        .filter(entry -> entry.getValue().isAll())
        .map(Map.Entry::getKey)
        .toList();
    if (!onAll.isEmpty()) {
      grants.add(new Grant(List.of(), sortedVerbs(onAll)));
    }
    Map<List<String>, Set<String>> verbsByNames = new LinkedHashMap<>();
    Map<String, Set<String>> verbsByName = new TreeMap<>();
    byVerb.forEach((verb, names) -> {
      if (!names.isAll()) {
        verbsByNames
            .computeIfAbsent(List.copyOf(names.names()), n -> new TreeSet<>())
            .add(verb);
        names
            .names()
            .forEach(
                name -> verbsByName.computeIfAbsent(name, n -> new TreeSet<>()).add(verb));
      }
    });
    Map<List<String>, Set<String>> namesByVerbs = new LinkedHashMap<>();
    verbsByName.forEach((name, verbs) ->
        namesByVerbs.computeIfAbsent(sortedVerbs(verbs), v -> new TreeSet<>()).add(name));
    if (verbsByNames.size() <= namesByVerbs.size()) {
      verbsByNames.forEach((names, verbs) -> grants.add(new Grant(names, sortedVerbs(verbs))));
    } else {
      namesByVerbs.forEach((verbs, names) -> grants.add(new Grant(List.copyOf(names), verbs)));
    }
    return grants;
  }

  private static List<String> sortedVerbs(Collection<String> verbs) {
    return verbs.stream().sorted(VERB_ORDER).toList();
  }
}
