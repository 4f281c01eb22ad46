package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The authorizers that a configuration may name, by their types, and what answers for the webhooks. Mirrors {@code newForConfig} of
 * {@code pkg/kubeapiserver/authorizer/reload.go}.
 *
 * <p>{@code AlwaysAllow}, {@code AlwaysDeny} and {@code Node} are known to begin with. {@code ABAC} needs its policies, {@code
 * RBAC} comes from its own module, and any other type is one's own.
 */
public final class AuthorizerTypes {

  private static final AuthorizerTypes STANDARD = new AuthorizerTypes(
      Map.of(
          "AlwaysAllow", new AlwaysAllow(),
          "AlwaysDeny", new AlwaysDeny(),
          "Node", new NodeAuthorizer()),
      Map.of());

  private final Map<String, Authorizer> types;
  private final Map<String, SubjectAccessReviewer> webhooks;

  private AuthorizerTypes(
      Map<String, Authorizer> types, Map<String, SubjectAccessReviewer> webhooks) {
    this.types = Map.copyOf(types);
    this.webhooks = Map.copyOf(webhooks);
  }

  /** Returns the types that need nothing else. */
  public static AuthorizerTypes standard() {
    return STANDARD;
  }

  /** Returns these types with another: the one of that name if there is one, or one's own. */
  public AuthorizerTypes with(String type, Authorizer authorizer) {
    Map<String, Authorizer> more = new HashMap<>(types);
    more.put(type, authorizer);
    return new AuthorizerTypes(more, webhooks);
  }

  /** Returns these types with what answers for the webhook of a name; that of the flags is called {@code default}. */
  public AuthorizerTypes withWebhook(String name, SubjectAccessReviewer backend) {
    Map<String, SubjectAccessReviewer> more = new HashMap<>(webhooks);
    more.put(name, backend);
    return new AuthorizerTypes(types, more);
  }

  /** Returns the types that upstream does not have. */
  public Set<String> ownTypes() {
    Set<String> own = new TreeSet<>(types.keySet());
    own.removeAll(AuthorizationConfiguration.TYPES);
    return own;
  }

  /**
   * Returns the authorizers of a configuration in a row, after the group {@code system:masters}.
   *
   * @throws IllegalArgumentException if it names one that is not among these, or a webhook for which nobody answers
   */
  public Union build(AuthorizationConfiguration configuration) {
    List<NamedAuthorizer> chain = new ArrayList<>();
    for (AuthorizerConfiguration one : configuration.authorizers()) {
      WebhookConfiguration webhook = one.webhook();
      chain.add(new NamedAuthorizer(
          one.name(), webhook == null ? authorizer(one.type()) : webhook(one.name(), webhook)));
    }
    return Union.afterMasters(chain);
  }

  private Authorizer authorizer(String type) {
    @Nullable Authorizer authorizer = types.get(type);
    if (authorizer == null) {
      throw new IllegalArgumentException(
          "no authorizer of the type " + GoText.quote(type) + " is given");
    }
    return authorizer;
  }

  private Authorizer webhook(String name, WebhookConfiguration webhook) {
    @Nullable SubjectAccessReviewer backend = webhooks.get(name);
    if (backend == null) {
      throw new IllegalArgumentException("nothing answers for the webhook " + GoText.quote(name));
    }
    return new WebhookAuthorizer(
        name,
        backend,
        WebhookAuthorizer.FailurePolicy.parse(webhook.failurePolicy()),
        webhook.matchConditions(),
        webhook.subjectAccessReviewVersion());
  }
}
