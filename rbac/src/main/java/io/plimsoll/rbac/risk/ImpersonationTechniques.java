package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.risk.Goal.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The verb {@code impersonate}. Mirrors {@code k8s.io/apiserver/pkg/endpoints/filters/impersonation}.
 *
 * <p>A request has one impersonated user, so who acts in another's name cannot go on to a third. RBAC asks neither for extra
 * values nor for UIDs, so impersonating those is no way to more.
 */
final class ImpersonationTechniques implements Family {

  static final Resource USERS = Resource.core("users");
  static final Resource GROUPS = Resource.core("groups");
  static final Resource SERVICE_ACCOUNTS = Resource.core("serviceaccounts");

  static final String NODE_USER = "system:node:";
  static final String NODES = "system:nodes";

  private static final String VERB = "impersonate";

  private final Targets targets;
  private final Facts facts;

  ImpersonationTechniques(Targets targets, Facts facts) {
    this.targets = targets;
    this.facts = facts;
  }

  @Override
  public void find(Node node, Place place, Edges out) {
    if (!place.actor().isItself()) {
      return;
    }
    accounts(place, out);
    if (place.isEverywhere()) {
      users(place, out);
      groups(place, out);
    }
  }

  private void accounts(Place place, Edges out) {
    Optional<Attributes> any = place.any(SERVICE_ACCOUNTS, VERB);
    any.ifPresent(request -> out.addLocal(
        Technique.IMPERSONATE_SERVICE_ACCOUNT, targets.accounts(place.namespace(), true), request));
    if (any.isEmpty()) {
      for (Attributes request : place.named(SERVICE_ACCOUNTS, VERB)) {
        List<Subject> accounts = facts.accounts(place.namespace(), request.name()).stream()
            .filter(ImpersonationTechniques::isAccount)
            .toList();
        out.addLocal(
            Technique.IMPERSONATE_SERVICE_ACCOUNT, targets.people(accounts, true), request);
      }
    }
  }

  /** Whether the API server takes the user's name for that of a service account. */
  static boolean isAccount(Subject subject) {
    return subject.toUser().asServiceAccount().isPresent();
  }

  private void users(Place place, Edges out) {
    Optional<Attributes> any = place.any(USERS, VERB);
    any.ifPresent(request -> out.add(Technique.IMPERSONATE_USER, targets.users(true), request));
    if (any.isEmpty()) {
      for (Attributes request : namedUsers(place)) {
        out.add(
            Technique.IMPERSONATE_USER,
            targets.people(List.of(Subject.user(request.name())), true),
            request);
      }
    }
  }

  private static List<Attributes> namedUsers(Place place) {
    return place.named(USERS, VERB).stream()
        .filter(request -> !isAccount(Subject.user(request.name())))
        .toList();
  }

  private void groups(Place place, Edges out) {
    Optional<Attributes> any = place.any(GROUPS, VERB);
    List<Attributes> named = any.isPresent() ? List.of() : place.named(GROUPS, VERB);
    if (any.isEmpty() && named.isEmpty()) {
      return;
    }
    Optional<Attributes> member = member(place);
    if (member.isEmpty()) {
      return;
    }
    any.ifPresent(group -> out.add(
        Technique.IMPERSONATE_GROUP, targets.groups(true, true), List.of(group, member.get())));
    for (Attributes group : named) {
      out.add(
          Technique.IMPERSONATE_GROUP,
          targets.people(List.of(Subject.group(group.name())), true),
          List.of(group, member.get()));
    }
    place.exactly(NODES, GROUPS, VERB).ifPresent(group -> nodes(place, group, out));
  }

  /** Returns the request for whoever is to be in the group: no group is impersonated without a user. */
  private static Optional<Attributes> member(Place place) {
    return place
        .any(USERS, VERB)
        .or(() -> namedUsers(place).stream().findFirst())
        .or(() -> place.some(SERVICE_ACCOUNTS, VERB))
        .or(() -> place.actor().namespaces().stream()
            .flatMap(namespace -> place.in(namespace).some(SERVICE_ACCOUNTS, VERB).stream())
            .findFirst());
  }

  private void nodes(Place place, Attributes group, Edges out) {
    Map<String, Attributes> users = nodeNames(place, USERS, VERB);
    users.forEach((name, user) -> out.add(
        Technique.IMPERSONATE_NODE,
        targets.goal(new Goal(Kind.NODE_TAKEOVER, name)),
        List.of(group, user)));
  }

  /** Returns the requests by the names of the nodes whose users they are about; that of any has none. */
  private static Map<String, Attributes> nodeNames(Place place, Resource users, String verb) {
    Optional<Attributes> any = place.any(users, verb);
    if (any.isPresent()) {
      return Map.of("", any.get());
    }
    Map<String, Attributes> named = new TreeMap<>();
    place.named(users, verb).stream()
        .filter(request -> isNode(request.name()))
        .forEach(request -> named.put(request.name().substring(NODE_USER.length()), request));
    return named;
  }

  static boolean isNode(String user) {
    return user.startsWith(NODE_USER) && user.length() > NODE_USER.length();
  }

  /** Returns the group of everybody whom no binding names. */
  static Subject nobody() {
    return Subject.group(User.AUTHENTICATED);
  }
}
