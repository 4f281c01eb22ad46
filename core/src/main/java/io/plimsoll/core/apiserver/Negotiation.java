package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Set;

/**
 * Whether server and client can talk: in which media type the client wants its answer, and whether it sends too much. What is
 * answered is the object, whatever the type. Mirrors {@code endpoints/handlers/negotiation} of {@code k8s.io/apiserver}.
 */
final class Negotiation {

  private static final int LONGEST_BODY = 3 * 1024 * 1024;

  private static final List<String> TYPES = List.of("json", "yaml", "vnd.kubernetes.protobuf");
  private static final List<String> STREAMS = List.of("json", "vnd.kubernetes.protobuf");
  private static final String APPLICATION = "application/";
  private static final String STREAM = ";stream=watch";

  private static final Set<String> WITH_BODY =
      Set.of("create", "update", "patch", "delete", "deletecollection");

  private Negotiation() {}

  /** Refuses a client that takes nothing that the server has, or sends more than it takes. */
  static void check(ApiRequest request, String verb) throws Refusal {
    boolean watch = verb.equals("watch");
    String header = request.header("Accept");
    if (!header.isEmpty() && !isAcceptable(header, watch)) {
      throw Refusal.of(Status.plain(
          406,
          "NotAcceptable",
          "only the following media types are accepted: "
              + (watch ? all(STREAMS, STREAM) : all(TYPES, ""))));
    }
    if (WITH_BODY.contains(verb) && isTooLong(request.body())) {
      throw Refusal.of(Status.tooLarge("limit is " + LONGEST_BODY));
    }
  }

  private static boolean isTooLong(String body) {
    return body.length() > LONGEST_BODY / 4 && GoText.length(body) > LONGEST_BODY;
  }

  private static String all(List<String> types, String parameters) {
    return String.join(
        ", ", types.stream().map(type -> APPLICATION + type + parameters).toList());
  }

  private static boolean isAcceptable(String header, boolean watch) {
    for (String clause : header.split(",", -1)) {
      MediaRange range = MediaRange.of(clause);
      for (String type : watch ? STREAMS : TYPES) {
        if (range.covers("application", type) && range.isServed(type)) {
          return true;
        }
      }
    }
    return false;
  }
}
