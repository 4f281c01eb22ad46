package io.plimsoll.core.apiserver;

import io.plimsoll.core.patch.PatchType;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The media types that the route of a request takes and makes; custom resources have no routes of their own. Mirrors {@code
 * RouterJSR311.detectRoute} of {@code github.com/emicklei/go-restful}, which compares names only.
 */
final class RouteMedia {

  private static final String ANY = "*/*";
  private static final String UNKNOWN = "application/octet-stream";

  private static final List<String> PATCHES = List.of(
      PatchType.JSON.toString(),
      PatchType.MERGE.toString(),
      PatchType.STRATEGIC_MERGE.toString(),
      Patches.APPLY);

  private RouteMedia() {}

  /** Refuses what the route does not take, and a client that does not take what it makes. */
  static void check(ApiRequest request, String verb, Scope scope) throws Refusal {
    if (verb.equals("patch") && !isAny(PATCHES, contentType(request))) {
      throw Refusal.of(new Status(
          415,
          "UnsupportedMediaType",
          "415: Unsupported Media Type",
          Optional.of(Status.Details.of("", "", ""))));
    }
    String accept = request.header("Accept");
    if (accept.isEmpty()) {
      return;
    }
    List<String> made = made(verb, scope);
    if (!isAny(made, accept) && !isAny(List.of(ANY), accept)) {
      throw Refusal.of(new Status(
          406,
          "NotAcceptable",
          "406: Not Acceptable\n\nAvailable representations: " + String.join(", ", made),
          Optional.of(Status.Details.of("", "", ""))));
    }
  }

  private static String contentType(ApiRequest request) {
    String header = request.header("Content-Type");
    return header.isEmpty() ? UNKNOWN : header;
  }

  private static List<String> made(String verb, Scope scope) {
    List<String> types = new ArrayList<>();
    if (scope.subresource().equals("log")) {
      types.add("text/plain");
    }
    types.addAll(Negotiation.types());
    if (verb.equals("list") || verb.equals("watch")) {
      types.addAll(Negotiation.streams());
    }
    return types;
  }

  /** Returns whether one of the types in a header is known; parameters do not matter. */
  private static boolean isAny(List<String> known, String header) {
    for (String clause : header.split(",", -1)) {
      String name = clause.split(";", -1)[0].strip();
      if (known.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
