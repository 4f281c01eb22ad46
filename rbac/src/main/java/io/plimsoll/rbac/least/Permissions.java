package io.plimsoll.rbac.least;

import io.plimsoll.core.request.Attributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Verbs on resources and URLs, collected request by request. */
final class Permissions {

  private final Map<Target, Map<String, Names>> resources = new TreeMap<>();
  private final Map<String, Set<String>> verbsByUrl = new TreeMap<>();

  /**
   * A resource of a group.
   *
   * @param resource the resource, with its subresource after a slash
   */
  record Target(String group, String resource) implements Comparable<Target> {
    @Override
    public int compareTo(Target other) {
      int order = group.compareTo(other.group);
      return order != 0 ? order : resource.compareTo(other.resource);
    }
  }

  /** The objects a verb is needed on. */
  static final class Names {
    private final Set<String> names = new TreeSet<>();
    private boolean all;

    boolean isAll() {
      return all;
    }

    /** Returns the names, in order; meaningless if it is needed on all objects. */
    Set<String> names() {
      return names;
    }

    boolean includes(String name) {
      return all || names.contains(name);
    }
  }

  void add(Attributes request) {
    if (!request.isResourceRequest()) {
      verbsByUrl.computeIfAbsent(request.path(), path -> new TreeSet<>()).add(request.verb());
      return;
    }
    Target target = new Target(request.apiGroup(), request.combinedResource());
    Names names = names(target, request.verb());
    if (request.name().isEmpty() || isNameless(request)) {
      names.all = true;
    } else {
      names.names.add(request.name());
    }
  }

  private Names names(Target target, String verb) {
    return resources
        .computeIfAbsent(target, t -> new TreeMap<>())
        .computeIfAbsent(verb, v -> new Names());
  }

  /** Whether requests of the kind name no object when they are authorized, so that names would only hide what is allowed. */
  private static boolean isNameless(Attributes request) {
    return request.verb().equals("deletecollection")
        || (request.verb().equals("create") && request.subresource().isEmpty());
  }

  boolean isEmpty() {
    return resources.isEmpty() && verbsByUrl.isEmpty();
  }

  /** Returns these permissions about resources without those of others. */
  Permissions without(Permissions others) {
    Permissions rest = new Permissions();
    resources.forEach((target, byVerb) -> byVerb.forEach((verb, names) -> {
      Names known = others.resources.getOrDefault(target, Map.of()).getOrDefault(verb, new Names());
      if (known.all) {
        return;
      }
      if (names.all) {
        rest.names(target, verb).all = true;
        return;
      }
      for (String name : names.names) {
        if (!known.includes(name)) {
          rest.names(target, verb).names.add(name);
        }
      }
    }));
    return rest;
  }

  /** Returns the names each verb is needed on, by resource. */
  Map<Target, Map<String, Names>> resources() {
    return resources;
  }

  /** Returns the verbs needed on each URL. */
  Map<String, Set<String>> verbsByUrl() {
    return verbsByUrl;
  }
}
