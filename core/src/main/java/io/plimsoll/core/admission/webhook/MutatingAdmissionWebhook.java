package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;
import java.util.List;

/**
 * Lets webhooks change an object, one after the other. Mirrors {@code k8s.io/apiserver/pkg/admission/plugin/webhook/mutating}.
 */
public final class MutatingAdmissionWebhook implements AdmissionPlugin {

  private final WebhookCaller caller;
  private final ObjectVersions versions;

  /** Makes the plug-in. */
  public MutatingAdmissionWebhook(WebhookBackend backend, ObjectVersions versions) {
    this.caller = new WebhookCaller(backend, versions, true);
    this.versions = versions;
  }

  @Override
  public String name() {
    return "MutatingAdmissionWebhook";
  }

  @Override
  public Admission admit(AdmissionCall call) {
    List<Webhook> webhooks = call.cluster().index(WebhookConfiguration.ALL_MUTATING);
    return webhooks.isEmpty() || WebhookMatcher.isExempt(call.attributes())
        ? Admission.UNCHANGED
        : new MutatingRun(caller, versions, call).run(webhooks);
  }
}
