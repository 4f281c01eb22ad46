package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import java.util.List;

/**
 * A webhook as its configuration has it, with upstream's defaults. Mirrors {@code admissionregistration.k8s.io/v1
 * ValidatingWebhook} and {@code MutatingWebhook}.
 *
 * @param configuration the name of the configuration
 * @param index its number among all webhooks of its type
 * @param name its name
 * @param url where it is
 * @param rules the requests it is for
 * @param ignoresFailure whether a request goes on if the webhook fails
 * @param matchesEquivalent whether it is for requests in other versions, too
 * @param namespaceSelector the namespaces it is for
 * @param objectSelector the objects it is for
 * @param sideEffects what it does beyond its answer
 * @param timeoutSeconds how long it may take
 * @param reviewVersions the versions of reviews that it understands
 * @param conditions how many expressions in CEL must be true for it to be called
 * @param isReinvocable whether it may be called a second time
 */
record Webhook(
    String configuration,
    int index,
    String name,
    String url,
    List<Rule> rules,
    boolean ignoresFailure,
    boolean matchesEquivalent,
    LabelSelector namespaceSelector,
    LabelSelector objectSelector,
    String sideEffects,
    int timeoutSeconds,
    List<String> reviewVersions,
    int conditions,
    boolean isReinvocable) {

  private static final int DEFAULT_TIMEOUT = 10;
  private static final int HTTPS = 443;

  static Webhook from(String configuration, int index, Fields fields) {
    Integer timeout = fields.int32("timeoutSeconds");
    return new Webhook(
        configuration,
        index,
        fields.text("name"),
        url(Trees.object(fields, "clientConfig")),
        fields.list("rules", Rule::from),
        fields.text("failurePolicy").equals("Ignore"),
        !fields.text("matchPolicy").equals("Exact"),
        fields.object("namespaceSelector", LabelSelector::from, LabelSelector.EVERYTHING),
        fields.object("objectSelector", LabelSelector::from, LabelSelector.EVERYTHING),
        fields.text("sideEffects"),
        timeout == null ? DEFAULT_TIMEOUT : timeout,
        fields.strings("admissionReviewVersions"),
        Trees.list(fields, "matchConditions").size(),
        fields.text("reinvocationPolicy").equals("IfNeeded"));
  }

  private static String url(Fields client) {
    if (!client.has("service")) {
      return client.text("url");
    }
    Fields service = Trees.object(client, "service");
    Integer port = service.int32("port");
    String path = service.text("path");
    return "https://" + service.text("name") + "." + service.text("namespace") + ".svc:"
        + (port == null ? HTTPS : port) + (path.startsWith("/") || path.isEmpty() ? "" : "/")
        + path;
  }

  /** Returns whether a dry run does no harm. */
  boolean allowsDryRun() {
    return sideEffects.equals("None") || sideEffects.equals("NoneOnDryRun");
  }
}
