package io.plimsoll.core.apiserver;

import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.RequestInfo;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request on its way through the chain: what is known of it so far, and what is noted for the answer. */
final class Exchange {

  private final ApiRequest request;
  private final RequestInfo info;
  private final WarningHeaders warnings = new WarningHeaders();
  private final Map<String, String> annotations = new LinkedHashMap<>();
  /** A write leaves some forty steps. */
  private final List<TraceStep> trace = new ArrayList<>(64);

  private ServerState state;
  private Optional<User> requestor = Optional.empty();
  private Optional<User> impersonated = Optional.empty();
  private Map<String, String> impersonation = Map.of();
  private String logged = "";

  Exchange(ServerState state, ApiRequest request, RequestInfo info) {
    this.state = state;
    this.request = request;
    this.info = info;
  }

  ApiRequest request() {
    return request;
  }

  RequestInfo info() {
    return info;
  }

  ServerState state() {
    return state;
  }

  void become(ServerState next) {
    state = next;
  }

  /** Returns whom the request is done as; nobody if the server authenticates nobody. */
  User user() {
    return impersonated.or(() -> requestor).orElse(NOBODY);
  }

  /** Upstream's handlers run without any user where a server has no authenticators. */
  private static final User NOBODY = new User("", "", List.of(), Map.of());

  void authenticated(User user) {
    requestor = Optional.of(user);
  }

  void impersonating(User user, Map<String, String> metadata) {
    impersonated = Optional.of(user);
    impersonation = metadata;
  }

  void log(String error) {
    logged = error;
  }

  /** Adds a text for the client, which gets each only once, and none that cannot be sent as a header. */
  void warn(String text) {
    warnings.add(text);
  }

  void annotate(String key, String value) {
    annotations.putIfAbsent(key, value);
  }

  void trace(Stage stage, String component, String outcome, String detail) {
    trace(new TraceStep(stage, component, outcome, detail));
  }

  void trace(TraceStep step) {
    trace.add(step);
  }

  Response answer(int code, Response.Body body) {
    return new Response(
        code,
        body,
        warnings.texts(),
        new Response.Audit(requestor, impersonated, impersonation, annotations, logged),
        trace,
        state);
  }

  Response answer(Status status) {
    return answer(status.code(), new Response.Body.OfStatus(status));
  }
}
