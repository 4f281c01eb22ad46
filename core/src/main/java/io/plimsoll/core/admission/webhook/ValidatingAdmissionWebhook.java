package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.support.NotAllowed;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks webhooks whether a request may go on. Mirrors {@code k8s.io/apiserver/pkg/admission/plugin/webhook/validating}.
 *
 * <p>Upstream calls all at the same time and answers with the first refusal to come; here that is the first one in the order of
 * the configurations.
 */
public final class ValidatingAdmissionWebhook implements AdmissionPlugin {

  private static final String FAILED_OPEN = "failed-open.validating.webhook.admission.k8s.io/";

  private final WebhookCaller caller;

  /** Makes the plug-in. */
  public ValidatingAdmissionWebhook(WebhookBackend backend, ObjectVersions versions) {
    this.caller = new WebhookCaller(backend, versions, false);
  }

  @Override
  public String name() {
    return "ValidatingAdmissionWebhook";
  }

  @Override
  public Admission validate(AdmissionCall call) {
    List<Webhook> webhooks = call.cluster().index(WebhookConfiguration.ALL_VALIDATING);
    if (webhooks.isEmpty() || WebhookMatcher.isExempt(call.attributes())) {
      return Admission.UNCHANGED;
    }
    List<Invocation> invocations = new ArrayList<>();
    try {
      for (Webhook webhook : webhooks) {
        WebhookMatcher.match(call, webhook).ifPresent(invocations::add);
      }
    } catch (NotAllowed refused) {
      return Admission.refused(refused.status());
    }
    Admission answer = Admission.UNCHANGED;
    for (int i = 0; i < invocations.size(); i++) {
      answer = asked(call, invocations.get(i), i, answer);
    }
    return answer;
  }

  private Admission asked(AdmissionCall call, Invocation invocation, int index, Admission before) {
    Webhook webhook = invocation.webhook();
    try {
      ReviewResponse response = caller.call(call, invocation);
      Admission noted = Responses.note(before, webhook, response);
      return response.allowed() || noted.isRefusal()
          ? noted
          : noted.withRefusal(WebhookCaller.rejection(webhook, response.status()));
    } catch (CallFailure failure) {
      if (webhook.ignoresFailure()) {
        return before.withAuditAnnotation(FAILED_OPEN + "round_0_index_" + index, webhook.name());
      }
      return before.isRefusal() ? before : before.withRefusal(failure.status());
    } catch (NotAllowed refused) {
      return before.isRefusal() ? before : before.withRefusal(refused.status());
    }
  }
}
