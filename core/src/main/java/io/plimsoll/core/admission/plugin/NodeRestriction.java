package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.Resources;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.User;
import java.util.Optional;

/**
 * Lets kubelets write only what has to do with their own node and the pods on it. Mirrors {@code
 * plugin/pkg/admission/noderestriction} with the feature gates that are on by default.
 */
final class NodeRestriction extends Handler {

  NodeRestriction() {
    super("NodeRestriction", Operation.CREATE, Operation.UPDATE, Operation.DELETE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    User user = call.attributes().user();
    Optional<String> node = user.asNode();
    if (node.isEmpty()) {
      return Admission.UNCHANGED;
    }
    if (node.get().isEmpty()) {
      return call.forbid("could not determine node from user " + GoText.quote(user.name()));
    }
    try {
      check(new NodeRequest(call, node.get()));
      return Admission.UNCHANGED;
    } catch (NotAllowed refused) {
      return Admission.refused(refused.status());
    }
  }

  private static void check(NodeRequest request) throws NotAllowed {
    switch (Resources.qualified(request.call().attributes().resource())) {
      case "pods" -> NodePods.check(request);
      case "nodes" -> NodeSelf.check(request);
      case "persistentvolumeclaims" -> NodeObjects.checkClaim(request);
      case "serviceaccounts" -> NodeTokens.check(request);
      case "podcertificaterequests.certificates.k8s.io" -> NodeCertificates.checkForPod(request);
      case "certificatesigningrequests.certificates.k8s.io" -> NodeCertificates.check(request);
      case "leases.coordination.k8s.io" -> NodeObjects.checkLease(request);
      case "csinodes.storage.k8s.io" -> NodeObjects.checkCsiNode(request);
      case "resourceslices.resource.k8s.io" -> NodeObjects.checkSlice(request);
      default -> {
        // Kubelets are not limited in anything else.
      }
    }
  }
}
