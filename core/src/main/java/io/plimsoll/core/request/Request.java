package io.plimsoll.core.request;

import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.List;

/**
 * Requests as people say them. A resource is named by its plural, singular or short name, with its group where that is not
 * clear ({@code deployments}, {@code deploy}, {@code ingresses.networking.k8s.io}), and with its subresource after a slash
 * ({@code pods/exec}). A resource that Kubernetes itself does not have is taken as it is: what follows the first point is its
 * group.
 */
public final class Request {

  private Request() {}

  /** Returns the user of a name who asks an API server, in these groups and those of {@link User#of}. */
  public static Requester as(String user, String... groups) {
    return as(User.of(user, groups));
  }

  /** Returns a user who asks an API server. */
  public static Requester as(User user) {
    return new Requester(user);
  }

  /** Returns the attributes of reading one object. */
  public static Attributes get(String resource) {
    return of("get", resource);
  }

  /** Returns the attributes of reading all objects. */
  public static Attributes list(String resource) {
    return of("list", resource);
  }

  /** Returns the attributes of following changes. */
  public static Attributes watch(String resource) {
    return of("watch", resource);
  }

  /** Returns the attributes of creating an object. */
  public static Attributes create(String resource) {
    return of("create", resource);
  }

  /** Returns the attributes of replacing an object. */
  public static Attributes update(String resource) {
    return of("update", resource);
  }

  /** Returns the attributes of changing an object. */
  public static Attributes patch(String resource) {
    return of("patch", resource);
  }

  /** Returns the attributes of deleting an object. */
  public static Attributes delete(String resource) {
    return of("delete", resource);
  }

  /** Returns the attributes of a request for a URL that is no resource; the verb is the HTTP method in lower case. */
  public static Attributes url(String verb, String path) {
    return Attributes.ofPath(verb, path);
  }

  /** Returns the attributes of any verb on a resource. */
  public static Attributes of(String verb, String resource) {
    int slash = resource.indexOf('/');
    String typed = slash < 0 ? resource : resource.substring(0, slash);
    String subresource = slash < 0 ? "" : resource.substring(slash + 1);
    List<ApiResource> known = ResourceCatalog.kubernetes().find(typed);
    if (!known.isEmpty()) {
      ApiResource meant = known.get(0);
      return Attributes.ofResource(verb, meant.group(), meant.name()).subresource(subresource);
    }
    int point = typed.indexOf('.');
    return point < 0
        ? Attributes.ofResource(verb, "", typed).subresource(subresource)
        : Attributes.ofResource(verb, typed.substring(point + 1), typed.substring(0, point))
            .subresource(subresource);
  }
}
