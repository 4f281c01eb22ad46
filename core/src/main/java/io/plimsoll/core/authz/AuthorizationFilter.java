package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client and the audit log get to see of an authorizer's answer. Mirrors {@code WithAuthorization} of {@code
 * k8s.io/apiserver/pkg/endpoints/filters/authorization.go} and {@code handlers/responsewriters/errors.go}.
 *
 * <p>A request that is allowed goes on, error or not. One that is not allowed gets {@link #internalError}, a plain text with the
 * code 500, if there was an error, and else {@link #forbidden}. An answer that {@linkplain Authorization#isUnsupported is none of
 * Kubernetes} gets {@link #unsupported}.
 */
public final class AuthorizationFilter {

  private static final String DECISION = "authorization.k8s.io/decision";
  private static final String REASON = "authorization.k8s.io/reason";

  private AuthorizationFilter() {}

  /** Returns that a user may not do something: the status with the code 403. */
  public static Status forbidden(User user, Attributes attributes, String reason) {
    String refusal = sanitized(refusal(user, attributes));
    return Status.forbidden(
        attributes.apiGroup(),
        attributes.resource(),
        attributes.name(),
        reason.isEmpty() ? refusal : refusal + ": " + reason);
  }

  private static String refusal(User user, Attributes attributes) {
    String cannot = "User " + GoText.quote(user.name()) + " cannot " + attributes.verb();
    if (!attributes.isResourceRequest()) {
      return cannot + " path " + GoText.quote(attributes.path());
    }
    String namespace = attributes.namespace();
    return cannot + " resource " + GoText.quote(attributes.combinedResource())
        + " in API group " + GoText.quote(attributes.apiGroup())
        + (namespace.isEmpty()
            ? " at the cluster scope"
            : " in the namespace " + GoText.quote(namespace));
  }

  /**
   * Returns the text that comes with the code 500 where an authorizer failed.
   *
   * @param uri path and parameters as they were sent
   */
  public static String internalError(String uri, String error) {
    return sanitized("Internal Server Error: " + GoText.quote(uri) + ": " + error);
  }

  /**
   * Returns that this library cannot tell the answer: a status with the code 501, which an API server never gives.
   *
   * @param authorization an answer that {@linkplain Authorization#isUnsupported is none of Kubernetes}
   */
  public static Status unsupported(Authorization authorization) {
    return Status.plain(501, "NotImplemented", authorization.error().orElse(""));
  }

  /** Returns the annotations that the audit log gets. */
  public static Map<String, String> auditAnnotations(Authorization authorization) {
    Map<String, String> annotations = new LinkedHashMap<>();
    if (authorization.isAllowed() || authorization.error().isEmpty()) {
      annotations.put(DECISION, authorization.isAllowed() ? "allow" : "forbid");
      annotations.put(REASON, authorization.reason());
    } else {
      annotations.put(REASON, "internal error");
    }
    return annotations;
  }

  /** Lets no message look like HTML. */
  private static String sanitized(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
