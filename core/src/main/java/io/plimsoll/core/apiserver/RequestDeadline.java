package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import java.util.Set;

/**
 * How long a client is willing to wait. The answer is there at once, so only whether that can be read matters. Mirrors {@code
 * WithRequestDeadline} and {@code BasicLongRunningRequestCheck} of {@code k8s.io/apiserver}.
 */
final class RequestDeadline {

  private static final Set<String> LONG_VERBS = Set.of("watch", "proxy");
  private static final Set<String> LONG_SUBRESOURCES =
      Set.of("attach", "exec", "proxy", "log", "portforward");

  private RequestDeadline() {}

  /** Refuses a time that is none, unless the request may take as long as it likes. */
  static void check(Exchange exchange) throws Refusal {
    String timeout = exchange.request().parameter("timeout");
    String error = timeout.isEmpty() ? "" : GoDuration.error(timeout);
    if (!error.isEmpty() && !isLongRunning(exchange.info().attributes())) {
      throw Refusal.of(
          Status.badRequest("invalid timeout specified in the request URL - " + error));
    }
  }

  private static boolean isLongRunning(Attributes attributes) {
    return LONG_VERBS.contains(attributes.verb())
        || (attributes.isResourceRequest()
            ? LONG_SUBRESOURCES.contains(attributes.subresource())
            : attributes.path().startsWith("/debug/pprof/"));
  }
}
