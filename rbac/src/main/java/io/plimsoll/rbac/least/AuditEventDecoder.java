package io.plimsoll.rbac.least;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a request of an event. Mirrors {@code k8s.io/apiserver/pkg/audit/request.go}, which makes the event of the request. */
final class AuditEventDecoder {

  private static final String VERSION = "audit.k8s.io/v1";
  private static final long FORBIDDEN = 403;

  private final int line;
  private final Consumer<String> refusal;

  /** Takes what is told why a text is no event that can be used. */
  AuditEventDecoder(int line, Consumer<String> refusal) {
    this.line = line;
    this.refusal = refusal;
  }

  Optional<AuditEvent> decode(Fields event) {
    if (!event.text("kind").equals("Event") || !event.text("apiVersion").equals(VERSION)) {
      refusal.accept("expected an Event of " + VERSION);
      return Optional.empty();
    }
    if (event.text("stage").equals("RequestReceived")) {
      return Optional.empty();
    }
    User user = user(event.object("user", fields -> fields));
    Attributes attributes = attributes(event);
    if (user == null || attributes == null) {
      refusal.accept("expected a user with a name, a verb, and a resource or a path");
      return Optional.empty();
    }
    User impersonated = user(event.object("impersonatedUser", fields -> fields));
    return Optional.of(new AuditEvent(
        line,
        new AccessRequest(impersonated == null ? user : impersonated, attributes),
        impersonated == null ? List.of() : Impersonation.of(user, impersonated),
        isForbidden(event)));
  }

  private static @Nullable User user(@Nullable Fields user) {
    if (user == null || user.text("username").isEmpty()) {
      return null;
    }
    Map<String, List<String>> extra = new LinkedHashMap<>();
    Fields extras = Fields.of(user.value("extra"));
    extras.tree().keys().forEach(key -> extra.put(key, extras.strings(key)));
    return new User(user.text("username"), user.text("uid"), user.strings("groups"), extra);
  }

  private static @Nullable Attributes attributes(Fields event) {
    String verb = event.text("verb");
    Fields object = event.object("objectRef", fields -> fields);
    if (verb.isEmpty()) {
      return null;
    }
    if (object == null || object.text("resource").isEmpty()) {
      String path = path(event.text("requestURI"));
      return path.startsWith("/") ? Attributes.ofPath(verb, path) : null;
    }
    return Attributes.ofResource(verb, object.text("apiGroup"), object.text("resource"))
        .subresource(object.text("subresource"))
        .in(object.text("namespace"))
        .named(object.text("name"));
  }

  /** Returns the path as an authorizer sees it: decoded, and without the query. */
  private static String path(String requestUri) {
    int query = requestUri.indexOf('?');
    String path = query < 0 ? requestUri : requestUri.substring(0, query);
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URI.create("http://host" + path).getPath();
    } catch (IllegalArgumentException notEncoded) {
      return path;
    }
  }

  private static boolean isForbidden(Fields event) {
    Map<String, String> annotations = event.stringMap("annotations");
    String decision = annotations.getOrDefault("authorization.k8s.io/decision", "");
    Long code = Fields.of(event.value("responseStatus")).int64("code");
    return decision.equals("forbid") || (decision.isEmpty() && code != null && code == FORBIDDEN);
  }
}
