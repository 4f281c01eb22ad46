package io.plimsoll.rbac.lint;

import io.plimsoll.core.schema.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The verbs that requests have. */
final class Verbs {

  private static final List<String> STANDARD =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  /** What is asked about beyond what a request says, by the API server itself. */
  private static final List<String> SPECIAL =
      List.of("use", "bind", "escalate", "impersonate", "approve", "sign", "attest", "proxy");

  /** What special verbs of later releases start with; the rest says more. */
  private static final List<String> PREFIXES = List.of(
      "impersonate:",
      "impersonate-on:",
      "arbitrary-node:",
      "associated-node:",
      "request-serviceaccounts-");

  private static final List<String> HTTP =
      List.of("get", "head", "post", "put", "patch", "delete", "options", "connect", "trace");

  /** How people who think of HTTP, or of other systems, say it. */
  private static final Map<String, String> FOR_RESOURCES =
      Map.of("post", "create", "put", "update", "read", "get", "remove", "delete");

  private static final Map<String, String> FOR_URLS =
      Map.of("create", "post", "update", "put", "read", "get");

  private static final Set<String> NEEDLESS_FOR_URLS = Set.of("list", "watch");

  private Verbs() {}

  /** Returns whether a verb is one of those that paths and methods of requests are turned into. */
  static boolean isStandard(String verb) {
    return STANDARD.contains(verb);
  }

  /** Returns whether a verb is asked about by the API server's own components only. */
  static boolean isSpecial(String verb) {
    return SPECIAL.contains(verb) || PREFIXES.stream().anyMatch(verb::startsWith);
  }

  static boolean isForResources(String verb) {
    return verb.equals(WrittenRule.ALL) || isStandard(verb) || isSpecial(verb);
  }

  static boolean isForUrls(String verb) {
    return verb.equals(WrittenRule.ALL) || HTTP.contains(verb);
  }

  /** Returns whether a verb on a URL is superfluous, not mistaken: people write {@code get, list, watch} in one breath. */
  static boolean isNeedlessForUrls(String verb) {
    return NEEDLESS_FOR_URLS.contains(verb);
  }

  /** Returns the verb that is meant by one that is none for resources. */
  static Optional<String> nearestForResources(String verb) {
    return Optional.ofNullable(FOR_RESOURCES.get(verb))
        .or(() -> Nearest.to(verb, STANDARD))
        .or(() -> Nearest.to(verb, SPECIAL));
  }

  /** Returns the verb that is meant by one that is none for URLs. */
  static Optional<String> nearestForUrls(String verb) {
    return Optional.ofNullable(FOR_URLS.get(verb)).or(() -> Nearest.to(verb, HTTP));
  }
}
