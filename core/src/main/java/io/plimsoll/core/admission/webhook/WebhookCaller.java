package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import java.util.Optional;

/**
 * Calls webhooks and makes sense of what they answer. Mirrors {@code callHook} and {@code callAttrMutatingHook} of {@code
 * k8s.io/apiserver/pkg/admission/plugin/webhook}.
 */
final class WebhookCaller {

  /** Go's {@code net/http} panics where a code has more than three digits, which ends the request. */
  private static final int HIGHEST_CODE = 999;

  private static final String PANIC =
      "This request caused apiserver to panic. Look in the logs for details.";

  private final WebhookBackend backend;
  private final ObjectVersions versions;
  private final boolean mutating;

  WebhookCaller(WebhookBackend backend, ObjectVersions versions, boolean mutating) {
    this.backend = backend;
    this.versions = versions;
    this.mutating = mutating;
  }

  /** Returns the answer of a webhook. */
  ReviewResponse call(AdmissionCall call, Invocation invocation) throws CallFailure, NotAllowed {
    Webhook webhook = invocation.webhook();
    if (call.attributes().dryRun() && !webhook.allowsDryRun()) {
      throw new NotAllowed(Status.badRequest(
          "admission webhook " + GoText.quote(webhook.name()) + " does not support dry run"));
    }
    Optional<String> version = ReviewRequest.version(webhook);
    if (version.isEmpty()) {
      throw new CallFailure(
          webhook.name(),
          "could not create admission objects: webhook does not accept known AdmissionReview"
              + " versions (v1, v1beta1)");
    }
    MappingValue review = ReviewRequest.of(
        version.get(),
        call,
        invocation,
        converted(call, call.attributes().object(), invocation),
        converted(call, call.attributes().oldObject(), invocation));
    WebhookBackend.Call asked = new WebhookBackend.Call(
        webhook.configuration(), webhook.name(), webhook.url(), webhook.timeoutSeconds(), review);
    WebhookBackend.Answer answer =
        BackendCall.ask(() -> backend.call(asked), WebhookBackend.Answer.Failed::new);
    if (answer instanceof WebhookBackend.Answer.Failed failed) {
      throw new CallFailure(webhook.name(), "failed to call webhook: " + failed.error());
    }
    String uid = Fields.of(review.get("request")).text("uid");
    try {
      return ReviewResponse.from(
          ((WebhookBackend.Answer.Reviewed) answer).review(), version.get(), uid, mutating);
    } catch (IllegalArgumentException senseless) {
      throw new CallFailure(webhook.name(), String.valueOf(senseless.getMessage()));
    }
  }

  private Optional<MappingValue> converted(
      AdmissionCall call, Optional<MappingValue> object, Invocation invocation) throws NotAllowed {
    return object.isEmpty()
        ? object
        : Optional.of(converted(call, object.get(), invocation.apiVersion()));
  }

  /** Returns an object in a version of its API, as the server writes it. */
  MappingValue converted(AdmissionCall call, MappingValue object, String apiVersion)
      throws NotAllowed {
    Optional<MappingValue> converted = CustomKinds.renamed(call.cluster(), object, apiVersion)
        .or(() -> versions.convert(object, apiVersion));
    if (converted.isEmpty()) {
      Fields fields = Fields.of(object);
      throw new NotAllowed(Status.plain(
          501,
          "NotImplemented",
          "a " + fields.text("kind") + " of " + fields.text("apiVersion")
              + " cannot be converted to " + apiVersion + ", which a webhook asks for"));
    }
    return Schema.kubernetes()
        .type(apiVersion, Fields.of(converted.get()).text("kind"))
        .map(type -> WireForm.encode(converted.get(), type))
        .orElse(converted.get());
  }

  /** Returns the answer to a request that a webhook refuses. Mirrors {@code ToStatusErr} of {@code plugin/webhook/errors}. */
  static Status rejection(Webhook webhook, Fields status) {
    String deniedBy = "admission webhook " + GoText.quote(webhook.name()) + " denied the request";
    String message = status.text("message");
    String reason = status.text("reason");
    Integer code = status.int32("code");
    String text = deniedBy + " without explanation";
    if (!message.isEmpty() || !reason.isEmpty()) {
      text = deniedBy + ": " + (message.isEmpty() ? reason : message);
    }
    if (code != null && code > HIGHEST_CODE) {
      return Status.plain(500, "", PANIC);
    }
    return new Status(code == null || code < 400 ? 400 : code, reason, text, details(status));
  }

  private static Optional<Status.Details> details(Fields status) {
    return Optional.ofNullable(status.object("details", details -> {
      Integer retry = details.int32("retryAfterSeconds");
      return new Status.Details(
          details.text("name"),
          details.text("group"),
          details.text("kind"),
          details.text("uid"),
          details.list(
              "causes",
              cause -> new Status.Cause(
                  cause.text("reason"), cause.text("message"), cause.text("field"))),
          retry == null ? 0 : retry);
    }));
  }
}
