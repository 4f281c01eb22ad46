package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.Resources;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which webhooks are to be called for a request. Mirrors {@code ShouldCallHook} of {@code
 * k8s.io/apiserver/pkg/admission/plugin/webhook/generic}.
 */
final class WebhookMatcher {

  private static final String REGISTRATION = "admissionregistration.k8s.io";

  /** What no webhook can stop, so that the cluster can be mended. */
  private static final Set<String> EXEMPT_KINDS = Set.of(
      "ValidatingWebhookConfiguration",
      "MutatingWebhookConfiguration",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionPolicyBinding",
      "MutatingAdmissionPolicy",
      "MutatingAdmissionPolicyBinding");

  /** Reviews are questions, not objects. */
  private static final Set<String> VIRTUAL = Set.of(
      "selfsubjectreviews.authentication.k8s.io",
      "tokenreviews.authentication.k8s.io",
      "localsubjectaccessreviews.authorization.k8s.io",
      "selfsubjectaccessreviews.authorization.k8s.io",
      "selfsubjectrulesreviews.authorization.k8s.io",
      "subjectaccessreviews.authorization.k8s.io");

  private WebhookMatcher() {}

  /** Returns whether a request is never shown to webhooks. */
  static boolean isExempt(AdmissionAttributes attributes) {
    return isRegistration(attributes)
        || VIRTUAL.contains(Resources.qualified(attributes.resource()));
  }

  /** Returns whether a request is about webhooks or policies themselves. */
  static boolean isRegistration(AdmissionAttributes attributes) {
    return ObjectRef.groupOf(attributes.apiVersion()).equals(REGISTRATION)
        && EXEMPT_KINDS.contains(attributes.kind());
  }

  /** Returns how a webhook is to be called, if it is. */
  static Optional<Invocation> match(AdmissionCall call, Webhook webhook) throws NotAllowed {
    Optional<Invocation> invocation = invocation(call, webhook);
    if (invocation.isEmpty()
        || !Selection.ofObject(call, webhook.objectSelector())
        || !Selection.ofNamespace(call, webhook.namespaceSelector())) {
      return Optional.empty();
    }
    if (webhook.conditions() > 0) {
      throw new NotAllowed(Status.plain(
          501,
          "NotImplemented",
          "the match conditions of the webhook " + GoText.quote(webhook.name())
              + " are expressions in CEL, which are not evaluated"));
    }
    return invocation;
  }

  private static Optional<Invocation> invocation(AdmissionCall call, Webhook webhook) {
    AdmissionAttributes attributes = call.attributes();
    if (matches(attributes, webhook, attributes.resource())) {
      return Optional.of(new Invocation(webhook, attributes.resource(), attributes.apiVersion()));
    }
    if (!webhook.matchesEquivalent()) {
      return Optional.empty();
    }
    List<ApiResource> others = Equivalents.in(call.cluster()).of(attributes.resource());
    for (Rule rule : webhook.rules()) {
      for (ApiResource other : others) {
        if (rule.matches(attributes, other)) {
          return Optional.of(new Invocation(webhook, other, versionFor(attributes, other)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean matches(
      AdmissionAttributes attributes, Webhook webhook, ApiResource resource) {
    return webhook.rules().stream().anyMatch(rule -> rule.matches(attributes, resource));
  }

  /** A subresource with objects of its own, such as a scale, has them in the same version everywhere. */
  private static String versionFor(AdmissionAttributes attributes, ApiResource other) {
    boolean own = attributes.apiVersion().equals(attributes.resource().apiVersion());
    return own ? other.apiVersion() : attributes.apiVersion();
  }
}
