package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one actor may do in one namespace or, with the empty one, everywhere.
 *
 * <p>A rule about some names allows requests with these names only. So there are three questions: whether something is allowed
 * for objects of any name, which a rule without names decides; for which names besides; and for one name.
 */
final class Place {

  /** The verbs that change an object. */
  static final String[] CHANGE = {"update", "patch"};

  private final Actor actor;
  private final String namespace;
  private final String unknownName;

  /** Takes a name that no rule of the cluster has. */
  Place(Actor actor, String namespace, String unknownName) {
    this.actor = actor;
    this.namespace = namespace;
    this.unknownName = unknownName;
  }

  Actor actor() {
    return actor;
  }

  String namespace() {
    return namespace;
  }

  /** Returns what the same actor may do in another namespace. */
  Place in(String other) {
    return new Place(actor, other, unknownName);
  }

  boolean isEverywhere() {
    return namespace.isEmpty();
  }

  /** Returns the first verb's request that is allowed for objects of any name; it has no name. */
  Optional<Attributes> any(Resource resource, String... verbs) {
    for (String verb : verbs) {
      if (actor.may(resource.request(verb, namespace, unknownName))) {
        return Optional.of(resource.request(verb, namespace, ""));
      }
    }
    return Optional.empty();
  }

  /** Returns a request for each verb and name that rules list and allow. */
  List<Attributes> named(Resource resource, String... verbs) {
    List<Attributes> allowed = new ArrayList<>();
    for (String verb : verbs) {
      Attributes request = resource.request(verb, namespace, "");
      for (String name : actor.names(request)) {
        if (actor.may(request.named(name))) {
          allowed.add(request.named(name));
        }
      }
    }
    return allowed;
  }

  /** Returns a request that is allowed for objects of any name or else of one. */
  Optional<Attributes> some(Resource resource, String... verbs) {
    return any(resource, verbs).or(() -> named(resource, verbs).stream().findFirst());
  }

  /** Returns the first verb's request that is allowed for the object of this name. */
  Optional<Attributes> exactly(String name, Resource resource, String... verbs) {
    for (String verb : verbs) {
      Attributes request = resource.request(verb, namespace, name);
      if (actor.may(request)) {
        return Optional.of(request);
      }
    }
    return Optional.empty();
  }

  /** Returns whether the API server would be told that this is allowed, when it asks besides. */
  Optional<Attributes> besides(String verb, Resource resource, String name) {
    Attributes question = resource.request(verb, namespace, name);
    return actor.mayBesides(question) ? Optional.of(question) : Optional.empty();
  }

  /** Returns the same for objects of any name; the question has no name. */
  Optional<Attributes> besidesAny(String verb, Resource resource) {
    return actor.mayBesides(resource.request(verb, namespace, unknownName))
        ? Optional.of(resource.request(verb, namespace, ""))
        : Optional.empty();
  }

  /** Returns the same for each name that rules list. */
  List<Attributes> besidesNamed(String verb, Resource resource) {
    Attributes question = resource.request(verb, namespace, "");
    return actor.names(question).stream()
        .map(question::named)
        .filter(actor::mayBesides)
        .toList();
  }

  /**
   * Returns the ways to create an object. A creation names nobody, so that a rule about some names does not allow it, unless the
   * object is applied: then {@code patch} and {@code create} are both asked with its name.
   */
  List<Creation> creations(Resource resource) {
    Attributes request = resource.request("create", namespace, "");
    if (actor.may(request)) {
      return List.of(new Creation("", List.of(request)));
    }
    List<Creation> applied = new ArrayList<>();
    for (Attributes named : named(resource, "create")) {
      exactly(named.name(), resource, "patch")
          .ifPresent(patch -> applied.add(new Creation(named.name(), List.of(patch, named))));
    }
    return applied;
  }

  /** Returns the first way to create an object. */
  Optional<List<Attributes>> creation(Resource resource) {
    return creations(resource).stream().findFirst().map(Creation::requests);
  }

  /**
   * A way to create an object.
   *
   * @param name the name it must have, empty if it may have any
   * @param requests what it takes
   */
  record Creation(String name, List<Attributes> requests) {}
}
