package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.decode.PatchedObjectDecoder;
import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.patch.JsonPatch;
import io.plimsoll.core.patch.PatchResult;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of mutating webhooks for one request. Mirrors {@code Dispatch} of {@code
 * k8s.io/apiserver/pkg/admission/plugin/webhook/mutating}.
 */
final class MutatingRun {

  private static final String NOTES = "mutation.webhook.admission.k8s.io/";

  private final WebhookCaller caller;
  private final ObjectVersions versions;
  private final AdmissionCall first;

  private AdmissionCall call;
  private Reinvocation reinvocation;
  private Admission answer = Admission.UNCHANGED;
  private final List<String> changers = new ArrayList<>();

  /** Why what a patch made cannot be converted to an object of the request's kind, if that is so. */
  private Optional<String> misfit = Optional.empty();

  private String patchedIn = "";

  MutatingRun(WebhookCaller caller, ObjectVersions versions, AdmissionCall call) {
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
        Optional<Invocation> invocation = WebhookMatcher.match(call, webhook);
        boolean due = !call.isAgain() || reinvocation.again().contains(webhook.index());
        if (invocation.isPresent() && due) {
          invoke(invocation.get());
        }
      }
      checkKind();
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
    checkVersion(invocation);
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
    MappingValue object = inVersionOf(invocation);
    MappingValue patched = patched(invocation, object, response.patch());
    MappingValue defaulted = versions.withDefaults(patched);
    misfit = decoder(invocation.apiVersion()).conversionError(patched);
    patchedIn = invocation.apiVersion();
    MappingValue back = misfit.isPresent() || isOfOtherKind(patched)
        ? defaulted
        : caller.converted(call, defaulted, call.attributes().apiVersion());
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
      Value tree =
          Body.readJson(Source.of("patch", patch), Limits.LARGE_DOCUMENT).valueOrThrow();
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

  private MappingValue inVersionOf(Invocation invocation) throws NotAllowed {
    return misfit.isPresent() || isOfOtherKind(call.object())
        ? call.object()
        : caller.converted(call, call.object(), invocation.apiVersion());
  }

  private MappingValue patched(Invocation invocation, MappingValue object, String patch)
      throws NotAllowed {
    PatchResult result = JsonPatch.apply(object, patch);
    if (result instanceof PatchResult.Refused refused) {
      throw new NotAllowed(Status.internalError(refused.message()));
    }
    try {
      return decoder(invocation.apiVersion()).decode(((PatchResult.Patched) result).document());
    } catch (IllegalArgumentException malformed) {
      throw new NotAllowed(Status.internalError(String.valueOf(malformed.getMessage())));
    }
  }

  private PatchedObjectDecoder decoder(String apiVersion) {
    return PatchedObjectDecoder.of(apiVersion, first.attributes().kind());
  }

  /** An object that a patch made one of another kind is in the way once somebody wants it in another version. */
  private void checkVersion(Invocation invocation) throws NotAllowed {
    if (misfit.isPresent() && !invocation.apiVersion().equals(patchedIn)) {
      throw new NotAllowed(Status.internalError(misfit.get()));
    }
  }

  /** In the end the object must be of its kind again, whatever patches made of it. */
  private void checkKind() throws NotAllowed {
    if (misfit.isPresent()) {
      throw new NotAllowed(Status.plain(500, "", misfit.get()));
    }
    AdmissionAttributes attributes = call.attributes();
    if (!patchedIn.isEmpty() && isOfOtherKind(call.object())) {
      String kind = Fields.of(call.object()).text("kind");
      throw new NotAllowed(Status.invalid(
          attributes.resource().group(),
          attributes.kind(),
          attributes.name(),
          List.of(FieldError.invalid(
              FieldPath.ROOT.field("kind"), kind, "must be " + attributes.kind()))));
    }
  }

  private boolean isOfOtherKind(MappingValue object) {
    return !Fields.of(object).text("kind").equals(first.attributes().kind());
  }
}
