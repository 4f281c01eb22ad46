package io.plimsoll.core.apiserver;

import io.plimsoll.core.decode.MediaType;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether server and client can talk: in which media type the client wants its answer, and whether it sends too much. What is
 * answered is the object, whatever the type. Mirrors {@code endpoints/handlers/negotiation} of {@code k8s.io/apiserver}.
 */
final class Negotiation {

  private static final int LONGEST_BODY = Limits.BODY.documentSize();

  private static final List<String> TYPES = List.of("json", "yaml", "vnd.kubernetes.protobuf");
  private static final List<String> STREAMS = List.of("json", "vnd.kubernetes.protobuf");
  private static final String APPLICATION = "application/";
  private static final String STREAM = ";stream=watch";
  private static final String WATCH = "watch";

  private static final Set<String> WITH_BODY =
      Set.of("create", "update", "patch", "delete", "deletecollection");

  /** Those whose body is an object, and not a patch. */
  private static final Set<String> DECODED =
      Set.of("create", "update", "delete", "deletecollection");

  private Negotiation() {}

  /** Refuses a client that takes nothing that the server has, or sends more than it takes. */
  static void check(Exchange exchange, Scope scope) throws Refusal {
    if (Connections.SUBRESOURCES.contains(scope.subresource())) {
      return;
    }
    ApiRequest request = exchange.request();
    String verb = exchange.info().attributes().verb();
    boolean builtIn = Schema.kubernetes()
        .type(scope.resource().apiVersion(), scope.resource().kind())
        .isPresent();
    if (builtIn) {
      RouteMedia.check(request, verb, scope);
    }
    if (!scope.subresource().equals("log")) {
      representation(request, verb).checkSupported(verb.equals(WATCH));
    }
    boolean empty = request.body().isEmpty() && verb.startsWith("delete");
    if (DECODED.contains(verb) && !empty && isProtobuf(request)) {
      throw Refusal.unsupported("a body in protobuf");
    }
    if (verb.equals("create")
        && MediaType.ofContentType(request.header("Content-Type")).isEmpty()) {
      throw Refusal.of(Status.plain(415, "UnsupportedMediaType", MediaType.unsupported()));
    }
    if (WITH_BODY.contains(verb) && request.body().isLongerThan(LONGEST_BODY)) {
      throw Refusal.of(Status.tooLarge("limit is " + LONGEST_BODY));
    }
  }

  /** Returns a response in the form that the client wants. */
  static Response represented(Exchange exchange, Response response) throws Refusal {
    if (!(response.body() instanceof Response.Body.OfObject body)) {
      return response;
    }
    String verb = exchange.info().attributes().verb();
    Representation form = representation(exchange.request(), verb);
    boolean isList = verb.equals("list") || verb.equals("deletecollection");
    return form.isPlain()
        ? response
        : exchange.answer(
            response.code(), new Response.Body.OfObject(form.of(body.object(), isList)));
  }

  private static Representation representation(ApiRequest request, String verb) throws Refusal {
    boolean watch = verb.equals(WATCH);
    String header = request.header("Accept");
    if (header.isEmpty()) {
      return Representation.PLAIN;
    }
    Optional<MediaRange> accepted = accepted(header, watch);
    if (accepted.isEmpty()) {
      throw Refusal.of(Status.notAcceptable("only the following media types are accepted: "
          + String.join(", ", watch ? streams() : types())));
    }
    return Representation.of(accepted.get());
  }

  private static boolean isProtobuf(ApiRequest request) {
    return MediaType.isProtobuf(request.header("Content-Type"));
  }

  /** Returns the media types of objects. */
  static List<String> types() {
    return TYPES.stream().map(APPLICATION::concat).toList();
  }

  /** Returns the media types of streams of objects. */
  static List<String> streams() {
    return STREAMS.stream().map(type -> APPLICATION + type + STREAM).toList();
  }

  private static Optional<MediaRange> accepted(String header, boolean watch) {
    for (MediaRange range : MediaRange.parse(header)) {
      for (String type : watch ? STREAMS : TYPES) {
        if (range.covers("application", type) && range.isServed(type)) {
          return Optional.of(range);
        }
      }
    }
    return Optional.empty();
  }
}
