package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.risk.Goal.Kind;
import io.plimsoll.rbac.risk.Node.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Constrained impersonation (KEP-5284): the verbs {@code impersonate:…} for whom, {@code impersonate-on:…} for what. What
 * {@code impersonate} allows without constraint is left to {@link ImpersonationTechniques}.
 */
final class ConstrainedTechniques implements Family {

  private static final String AUTHENTICATION = "authentication.k8s.io";
  private static final Resource USERS = Resource.of(AUTHENTICATION, "users");
  private static final Resource GROUPS = Resource.of(AUTHENTICATION, "groups");
  private static final Resource SERVICE_ACCOUNTS = Resource.of(AUTHENTICATION, "serviceaccounts");
  private static final Resource NODES = Resource.of(AUTHENTICATION, "nodes");
  private static final Resource TOKENS = Resource.core("serviceaccounts").sub("token");

  private final Targets targets;
  private final Population population;
  private final Facts facts;

  ConstrainedTechniques(Targets targets, Population population, Facts facts) {
    this.targets = targets;
    this.population = population;
    this.facts = facts;
  }

  @Override
  public void find(Node node, Place place, Edges out) {
    if (!place.actor().isItself()) {
      return;
    }
    accounts(node, place, out);
    if (place.isEverywhere()) {
      users(node, place, out);
      groups(node, place, out);
      nodes(place, out);
    }
  }

  private void accounts(Node node, Place place, Edges out) {
    if (place.any(ImpersonationTechniques.SERVICE_ACCOUNTS, "impersonate").isPresent()) {
      return;
    }
    String verb = Mode.SERVICE_ACCOUNT.verb();
    Optional<Attributes> any = place.any(SERVICE_ACCOUNTS, verb);
    any.ifPresent(request ->
        act(node, Mode.SERVICE_ACCOUNT, facts.accounts(place.namespace()), out, request));
    if (any.isEmpty()) {
      for (Attributes request : place.named(SERVICE_ACCOUNTS, verb)) {
        Collection<Subject> accounts = facts.accounts(place.namespace(), request.name());
        act(node, Mode.SERVICE_ACCOUNT, accounts, out, request);
      }
    }
  }

  private void act(
      Node self, Mode mode, Collection<Subject> subjects, Edges out, Attributes... requests) {
    Technique technique = mode == Mode.SERVICE_ACCOUNT
        ? Technique.CONSTRAINED_SERVICE_ACCOUNT
        : Technique.CONSTRAINED_USER;
    Target target = targets.constrained(self, mode, subjects);
    if (mode == Mode.SERVICE_ACCOUNT) {
      out.addLocal(technique, target, List.of(requests));
    } else {
      out.add(technique, target, List.of(requests));
    }
  }

  private void users(Node node, Place place, Edges out) {
    if (place.any(ImpersonationTechniques.USERS, "impersonate").isPresent()) {
      return;
    }
    Optional<Attributes> any = place.any(USERS, Mode.USER_INFO.verb());
    any.ifPresent(request -> {
      List<Subject> users = new ArrayList<>(population.named(Subject.USER));
      users.removeIf(user -> !isPlain(user.name()));
      users.add(ImpersonationTechniques.nobody());
      act(node, Mode.USER_INFO, users, out, request);
    });
    if (any.isEmpty()) {
      for (Attributes request : namedUsers(place)) {
        act(node, Mode.USER_INFO, List.of(Subject.user(request.name())), out, request);
      }
    }
  }

  /** Whether the user is neither a service account nor a node: for those there are other modes. */
  private static boolean isPlain(String user) {
    return !ImpersonationTechniques.isNode(user)
        && !ImpersonationTechniques.isAccount(Subject.user(user));
  }

  private static List<Attributes> namedUsers(Place place) {
    return place.named(USERS, Mode.USER_INFO.verb()).stream()
        .filter(request -> isPlain(request.name()))
        .toList();
  }

  private void groups(Node node, Place place, Edges out) {
    String verb = Mode.USER_INFO.verb();
    Optional<Attributes> user =
        place.any(USERS, verb).or(() -> namedUsers(place).stream().findFirst());
    if (user.isEmpty()) {
      return;
    }
    Optional<Attributes> any = place.any(GROUPS, verb);
    any.ifPresent(group -> act(
        node,
        Mode.USER_INFO,
        population.named(Subject.GROUP).stream()
            .filter(one -> isOpen(one.name()))
            .toList(),
        out,
        group,
        user.get()));
    if (any.isEmpty()) {
      for (Attributes group : place.named(GROUPS, verb)) {
        if (isOpen(group.name())) {
          List<Subject> members = List.of(Subject.group(group.name()));
          act(node, Mode.USER_INFO, members, out, group, user.get());
        }
      }
    }
  }

  /** Whether the group is one that constrained impersonation does not refuse. */
  private static boolean isOpen(String group) {
    return !group.isEmpty() && !group.equals(User.MASTERS);
  }

  /** A kubelet gets tokens of the service accounts of its pods, from the node authorizer. */
  private void nodes(Place place, Edges out) {
    Optional<Attributes> tokenOfAny = tokens(place, Mode.ARBITRARY_NODE);
    if (tokenOfAny.isPresent()) {
      Optional<Attributes> any = place.any(NODES, Mode.ARBITRARY_NODE.verb());
      any.ifPresent(request -> node("", List.of(request, tokenOfAny.get()), out));
      if (any.isEmpty()) {
        for (Attributes request : place.named(NODES, Mode.ARBITRARY_NODE.verb())) {
          node(request.name(), List.of(request, tokenOfAny.get()), out);
        }
      }
    }
    Edges.all(
            place.exactly("*", NODES, Mode.ASSOCIATED_NODE.verb()),
            tokens(place, Mode.ASSOCIATED_NODE))
        .ifPresent(requests -> node("of its own pod", requests, out));
  }

  private static Optional<Attributes> tokens(Place place, Mode mode) {
    return place.any(TOKENS, mode.verbFor("create"));
  }

  private void node(String name, List<Attributes> requests, Edges out) {
    out.add(Technique.CONSTRAINED_NODE, targets.goal(new Goal(Kind.NODE_TAKEOVER, name)), requests);
  }
}
