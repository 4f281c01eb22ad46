package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tokens of service accounts a kubelet may ask for. Mirrors {@code admitServiceAccount} of {@code
 * plugin/pkg/admission/noderestriction}.
 */
final class NodeTokens {

  private NodeTokens() {}

  static void check(NodeRequest request) throws NotAllowed {
    if (request.operation() != Operation.CREATE
        || !request.call().attributes().subresource().equals("token")) {
      return;
    }
    Fields spec = Trees.spec(request.call().object());
    Fields bound = Trees.object(spec, "boundObjectRef");
    request.require(
        bound.text("apiVersion").equals("v1")
            && bound.text("kind").equals("Pod")
            && !bound.text("name").isEmpty(),
        "node requested token not bound to a pod");
    String uid = bound.text("uid");
    request.require(!uid.isEmpty(), "node requested token with a pod binding without a uid");
    MappingValue pod = request.pod(bound.text("name"));
    request.require(
        uid.equals(Trees.metadata(pod).text("uid")),
        "the UID in the bound object reference (" + uid + ") does not match the UID in record."
            + " The object might have been deleted and then recreated");
    request.require(
        Trees.spec(pod).text("nodeName").equals(request.node()),
        "node requested token bound to a pod scheduled on a different node");
    checkAudience(request, spec.strings("audiences"), pod);
  }

  private static void checkAudience(NodeRequest request, List<String> audiences, MappingValue pod)
      throws NotAllowed {
    request.require(audiences.size() <= 1, "node may only request 0 or 1 audiences");
    String audience = audiences.isEmpty() ? "" : audiences.get(0);
    List<String> errors = new ArrayList<>();
    if (new PodAudiences(request, pod).have(audience, errors)) {
      return;
    }
    request.require(
        errors.isEmpty(),
        "error validating audience " + GoText.quote(audience) + ": " + GoText.aggregate(errors));
    Authorization answer = request.ask(
        "request-serviceaccounts-token-audience",
        audience,
        request.call().attributes().name());
    if (answer.isAllowed()) {
      return;
    }
    String user = request.call().attributes().user().name();
    throw request.refusal(answer
        .error()
        .map(error -> "error authorizing " + user + " to request tokens for audience "
            + GoText.quote(audience) + ": " + error)
        .orElse(
            user + " is not authorized to request tokens for audience " + GoText.quote(audience)));
  }
}
