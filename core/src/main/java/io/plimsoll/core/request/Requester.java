package io.plimsoll.core.request;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.patch.PatchType;
import io.plimsoll.core.schema.ResourceCatalog;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who asks: makes the requests that {@code kubectl} would send for them. A resource is named as in {@link Request}.
 *
 * <p>An object is sent to the resource of its kind, into its namespace or else into {@code default}. Names that cannot be part of a
 * path are refused with an {@link IllegalArgumentException}, as {@code kubectl} refuses them before it sends anything.
 *
 * <pre>{@code
 * ApiRequest create = Request.as("alice").create(pod);
 * ApiRequest read = Request.as("alice", "devs").get("secrets", "shop", "db");
 * ApiRequest trial = Request.as("admin").impersonating("alice", "devs").dryRun().delete(pod);
 * }</pre>
 */
public final class Requester {

  private final User user;
  private final Optional<Impersonation> impersonation;
  private final boolean dryRun;
  private final ResourcePath path;

  Requester(User user) {
    this(user, Optional.empty(), false, new ResourcePath(ResourceCatalog.kubernetes()));
  }

  private Requester(
      User user, Optional<Impersonation> impersonation, boolean dryRun, ResourcePath path) {
    this.user = user;
    this.impersonation = impersonation;
    this.dryRun = dryRun;
    this.path = path;
  }

  /**
   * Returns a requester that also knows the custom resources that are defined in a cluster. Without, the kind of an object whose
   * group is not one of Kubernetes' is taken for that of a resource with the usual plural, in namespaces if the object names one.
   */
  public Requester knowing(Cluster cluster) {
    return new Requester(
        user, impersonation, dryRun, new ResourcePath(CustomKinds.catalog(cluster)));
  }

  /**
   * Returns this one, asking in the name of a user with these groups only: {@code --as} and {@code --as-group}.
   *
   * @throws IllegalArgumentException if no user is named, or something cannot be sent as a header
   */
  public Requester impersonating(String name, String... groups) {
    return impersonating(Impersonation.as(name).withGroups(groups));
  }

  /**
   * Returns this one, asking in the name of a user with just the uid, groups and extra it has: {@code --as}, {@code --as-uid},
   * {@code --as-group} and {@code --as-user-extra}.
   *
   * @throws IllegalArgumentException if no user is named, or something cannot be sent as a header
   */
  public Requester impersonating(User other) {
    return impersonating(Impersonation.as(other));
  }

  private Requester impersonating(Impersonation other) {
    if (other.user().isEmpty()) {
      throw new IllegalArgumentException(
          "requesting uid, groups or user-extra without impersonating a user");
    }
    return new Requester(user, Optional.of(other), dryRun, path);
  }

  /**
   * Returns this one, impersonating the user it impersonates with this uid: {@code --as-uid}.
   *
   * @throws IllegalArgumentException if it impersonates nobody, or the uid cannot be sent as a header
   */
  public Requester withImpersonatedUid(String uid) {
    return impersonating(other().withUid(uid));
  }

  /**
   * Returns this one, impersonating the user it impersonates with these values of an extra key, too: {@code --as-user-extra}.
   *
   * @throws IllegalArgumentException if it impersonates nobody, or a value cannot be sent as a header
   */
  public Requester withImpersonatedExtra(String key, String... values) {
    return impersonating(other().withExtra(key, values));
  }

  private Impersonation other() {
    return impersonation.orElseGet(() -> Impersonation.as(""));
  }

  /** Returns this one, asking only what would be done: {@code --dry-run=server}. Requests that read are the same. */
  public Requester dryRun() {
    return new Requester(user, impersonation, true, path);
  }

  /** Returns the request to make an object. */
  public ApiRequest create(KubeObject object) {
    return write("POST", path.ofCollection(object.ref()), object.tree());
  }

  /** Returns the request to put an object in the place of the one of its name. */
  public ApiRequest update(KubeObject object) {
    return write("PUT", path.ofObject(object.ref()), object.tree());
  }

  /** Returns the request to put the status of an object in the place of that of the one of its name. */
  public ApiRequest updateStatus(KubeObject object) {
    return write("PUT", path.ofObject(object.ref()) + "/status", object.tree());
  }

  /** Returns the request to change how many replicas there are: {@code kubectl scale}. */
  public ApiRequest scale(String resource, String namespace, String name, int replicas) {
    return patch(
        resource + "/scale",
        namespace,
        name,
        PatchType.MERGE,
        "{\"spec\":{\"replicas\":" + replicas + "}}");
  }

  /** Returns the request to bind a pod to a node, as a scheduler does. */
  public ApiRequest bind(String namespace, String pod, String node) {
    return write(
        "POST",
        path.ofObject("pods/binding", namespace, pod),
        ReviewBody.binding(namespace, pod, node));
  }

  /** Returns the request to run a command in a container of a pod, the only one if its name is empty: {@code kubectl exec}. */
  public ApiRequest exec(String namespace, String pod, String container, String... command) {
    ApiRequest request = send("POST", path.ofObject("pods/exec", namespace, pod));
    for (String word : command) {
      request = request.withParameter("command", word);
    }
    return container.isEmpty()
        ? request.withParameter("stdout", "true")
        : request.withParameter("container", container).withParameter("stdout", "true");
  }

  /** Returns the request to apply an object on the server's side, in the name of a field manager. */
  public ApiRequest apply(KubeObject object, String fieldManager) {
    return write("PATCH", path.ofObject(object.ref()))
        .withParameter("fieldManager", fieldManager)
        .withBody("application/apply-patch+yaml", object.tree().toString());
  }

  /** Returns the request to change an object by a JSON patch. */
  public ApiRequest patch(String resource, String namespace, String name, Patch patch) {
    return patch(resource, namespace, name, PatchType.JSON, patch.toJson());
  }

  /** Returns the request to change an object by a patch. */
  public ApiRequest patch(
      String resource, String namespace, String name, PatchType type, String patch) {
    return patch(resource, namespace, name, type.toString(), patch);
  }

  /** Returns the request to change an object by a patch of any content type, be it one that a server knows or not. */
  public ApiRequest patch(
      String resource, String namespace, String name, String contentType, String patch) {
    return write("PATCH", path.ofObject(resource, namespace, name)).withBody(contentType, patch);
  }

  /** Returns the request to delete an object. */
  public ApiRequest delete(KubeObject object) {
    return write("DELETE", path.ofObject(object.ref()));
  }

  /** Returns the request to delete an object; the namespace of a cluster-scoped one does not count. */
  public ApiRequest delete(String resource, String namespace, String name) {
    return write("DELETE", path.ofObject(resource, namespace, name));
  }

  /** Returns the request to delete all objects of a resource in a namespace; parameters of the request select some of them. */
  public ApiRequest deleteCollection(String resource, String namespace) {
    return write("DELETE", path.ofCollection(resource, namespace));
  }

  /** Returns the request to evict a pod. */
  public ApiRequest evict(String namespace, String pod) {
    return write(
        "POST",
        path.ofObject("pods/eviction", namespace, pod),
        ReviewBody.eviction(namespace, pod));
  }

  /** Returns the request for a token of a service account, for these audiences or else for the server itself. */
  public ApiRequest createToken(String namespace, String serviceAccount, String... audiences) {
    return write(
        "POST",
        path.ofObject("serviceaccounts/token", namespace, serviceAccount),
        ReviewBody.tokenRequest(List.of(audiences)));
  }

  /** Returns the request to read an object; the namespace of a cluster-scoped one does not count. */
  public ApiRequest get(String resource, String namespace, String name) {
    return send("GET", path.ofObject(resource, namespace, name));
  }

  /** Returns the request to read all objects of a resource in a namespace, or in all if it is empty. */
  public ApiRequest list(String resource, String namespace) {
    return send("GET", path.ofCollection(resource, namespace));
  }

  /** Returns the request to follow the changes of a resource in a namespace, or in all if it is empty. */
  public ApiRequest watch(String resource, String namespace) {
    return list(resource, namespace).withParameter("watch", "true");
  }

  /** Returns the request for a path, with its parameters if it has some, such as {@code /readyz?verbose}. */
  public ApiRequest getPath(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("no path: \"" + path + "\"");
    }
    int mark = path.indexOf('?');
    ApiRequest request = send("GET", mark < 0 ? path : path.substring(0, mark));
    String query = mark < 0 ? "" : path.substring(mark + 1);
    for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      request = request.withParameter(
          decoded(equals < 0 ? parameter : parameter.substring(0, equals)),
          decoded(equals < 0 ? "" : parameter.substring(equals + 1)));
    }
    return request;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Returns the question who this is: {@code kubectl auth whoami}. */
  public ApiRequest whoAmI() {
    return review(
        "/apis/authentication.k8s.io/v1/selfsubjectreviews", ReviewBody.selfSubjectReview());
  }

  /** Returns the question whether this one may do something: {@code kubectl auth can-i}. */
  public ApiRequest canI(Attributes attributes) {
    return review(
        "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
        ReviewBody.selfSubjectAccessReview(attributes));
  }

  /** Returns the question whether somebody else may do something: a {@code SubjectAccessReview}. */
  public ApiRequest can(User other, Attributes attributes) {
    return review(
        "/apis/authorization.k8s.io/v1/subjectaccessreviews",
        ReviewBody.subjectAccessReview(other, attributes));
  }

  /** Returns the question what this one may do in a namespace: {@code kubectl auth can-i --list}. */
  public ApiRequest rules(String namespace) {
    return review(
        "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
        ReviewBody.selfSubjectRulesReview(namespace));
  }

  private ApiRequest review(String to, MappingValue body) {
    return send("POST", to).withBody(body);
  }

  private ApiRequest write(String method, String to, MappingValue body) {
    return write(method, to).withBody(body);
  }

  private ApiRequest write(String method, String to) {
    ApiRequest request = send(method, to);
    return dryRun ? request.withParameter("dryRun", "All") : request;
  }

  private ApiRequest send(String method, String to) {
    ApiRequest request = ApiRequest.of(method, to).as(user);
    return impersonation.map(other -> other.addTo(request)).orElse(request);
  }
}
