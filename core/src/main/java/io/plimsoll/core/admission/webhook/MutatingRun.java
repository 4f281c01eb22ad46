package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.patch.JsonPatch;
import io.plimsoll.core.patch.PatchResult;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of mutating webhooks for one request. Mirrors {@code Dispatch} of {@code k8s.io/apiserver/pkg/admission/plugin/webhook/mutating}. */
final class MutatingRun {

  private static final String NOTES = "mutation.webhook.admission.k8s.io/";

  private final WebhookMatcher matcher;
  private final WebhookCaller caller;
  private final ObjectVersions versions;
  private final AdmissionCall first;

  private AdmissionCall call;
  private Reinvocation reinvocation;
  private Admission answer = Admission.UNCHANGED;
  private final List<String> changers = new ArrayList<>();

  MutatingRun(
      WebhookMatcher matcher, WebhookCaller caller, ObjectVersions versions, AdmissionCall call) {
    this.matcher = matcher;
    this.caller = caller;
    this.versions = versions;
    this.first = call;
    this.call = call;
    this.reinvocation = call.passMemory().map(Reinvocation.class::cast).orElse(Reinvocation.NONE);
  }

  Admission run(List<Webhook> webhooks) {
    if (call.isAgain() && !reinvocation.output().equals(call.attributes().object())) {
      reinvocation = reinvocation.onChange();
    }
    try {
      for (Webhook webhook : webhooks) {
        Optional<Invocation> invocation = matcher.match(call, webhook);
        boolean due = !call.isAgain() || reinvocation.again().contains(webhook.index());
        if (invocation.isPresent() && due) {
          invoke(invocation.get());
        }
      }
    } catch (NotAllowed refused) {
      return answer.withRefusal(refused.status());
    }
    Admission done =
        answer.withPassMemory(reinvocation.withOutput(call.attributes().object()));
    return call.object().equals(first.object())
        ? done
        : done.withObject(call.object(), "webhook " + String.join(", ", changers));
  }

  private void invoke(Invocation invocation) throws NotAllowed {
    Webhook webhook = invocation.webhook();
    boolean changed = false;
    try {
      ReviewResponse response = respond(invocation);
      changed = patch(invocation, response);
    } catch (CallFailure failure) {
      if (!webhook.ignoresFailure()) {
        throw new NotAllowed(failure.status());
      }
      answer = answer.withAuditAnnotation("failed-open.".concat(key(webhook)), webhook.name());
    } finally {
      note(webhook, changed);
    }
    if (changed) {
      reinvocation = reinvocation.onChange();
      answer = answer.withAgain();
      changers.add(webhook.name());
    }
    reinvocation = reinvocation.withCalled(webhook);
  }

  private ReviewResponse respond(Invocation invocation) throws CallFailure, NotAllowed {
    ReviewResponse response = caller.call(call, invocation);
    answer = Responses.note(answer, invocation.webhook(), response);
    if (!response.allowed()) {
      throw new NotAllowed(WebhookCaller.rejection(invocation.webhook(), response.status()));
    }
    return response;
  }

  private String key(Webhook webhook) {
    return NOTES + "round_" + (call.isAgain() ? 1 : 0) + "_index_" + webhook.index();
  }

  private void note(Webhook webhook, boolean changed) {
    answer = answer.withAuditAnnotation(
        key(webhook),
        "{\"configuration\":" + GoText.json(webhook.configuration()) + ",\"webhook\":"
            + GoText.json(webhook.name()) + ",\"mutated\":" + changed + "}");
  }

  /** Applies the patch of a response, and returns whether that changed the object. */
  private boolean patch(Invocation invocation, ReviewResponse response)
      throws CallFailure, NotAllowed {
    String name = invocation.webhook().name();
    if (response.patch().isEmpty() || isEmptyList(name, response.patch())) {
      return false;
    }
    if (call.attributes().object().isEmpty()) {
      throw new NotAllowed(Status.internalError("admission webhook " + GoText.quote(name)
          + " attempted to modify the object, which is not supported for this operation"));
    }
    if (!response.patchType().equals("JSONPatch")) {
      throw new CallFailure(name, "unsupported patch type " + GoText.quote(response.patchType()));
    }
    MappingValue object = caller.converted(call.object(), invocation.apiVersion());
    MappingValue patched = patched(object, response.patch());
    MappingValue defaulted = versions.withDefaults(patched);
    MappingValue back = caller.converted(defaulted, call.attributes().apiVersion());
    boolean changed = isFresh() || !patched.equals(object);
    reinvocation = reinvocation.onPatch();
    call = call.with(first.attributes().withObject(back));
    return changed;
  }

  /**
   * Returns whether the first patch counts as a change, whatever it does. The server has noted in the managed fields when it got
   * the object, to the nanosecond, and the first patch leaves the second of it.
   */
  private boolean isFresh() {
    AdmissionAttributes attributes = call.attributes();
    return !reinvocation.patched() && !attributes.object().equals(attributes.oldObject());
  }

  private static boolean isEmptyList(String webhook, String patch) throws CallFailure {
    try {
      Value tree = Value.parseJson(Source.of("patch", patch));
      if (tree.isNull()) {
        return true;
      }
      if (!(tree instanceof SequenceValue list)) {
        throw undecodable(webhook, notOfType(tree, "Patch"));
      }
      for (Value operation : list.items()) {
        if (!operation.isNull() && !(operation instanceof MappingValue)) {
          throw undecodable(webhook, notOfType(operation, "Operation"));
        }
      }
      return list.size() == 0;
    } catch (IllegalArgumentException unreadable) {
      throw undecodable(webhook, GoText.jsonSyntaxError(patch).orElse(""));
    }
  }

  private static String notOfType(Value value, String type) {
    return "json: cannot unmarshal " + value.typeName() + " into Go value of type jsonpatch."
        + type;
  }

  private static CallFailure undecodable(String webhook, String why) {
    return new CallFailure(webhook, "received undecodable patch in webhook response: " + why);
  }

  private MappingValue patched(MappingValue object, String patch) throws NotAllowed {
    PatchResult result = JsonPatch.apply(object, patch);
    if (result instanceof PatchResult.Refused refused) {
      throw new NotAllowed(Status.internalError(refused.message()));
    }
    Value document = ((PatchResult.Patched) result).document();
    if (!(document instanceof MappingValue tree)) {
      throw new NotAllowed(Status.internalError("couldn't get version/kind; json parse error: json:"
          + " cannot unmarshal " + document.typeName() + " into Go value of type struct"));
    }
    try {
      return versions.decode(tree);
    } catch (IllegalArgumentException malformed) {
      throw new NotAllowed(Status.internalError(String.valueOf(malformed.getMessage())));
    }
  }
}
