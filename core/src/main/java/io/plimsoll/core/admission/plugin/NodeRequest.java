package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import java.util.Locale;
import java.util.Optional;

/**
 * A request of a kubelet, and the ways to refuse it.
 *
 * @param call the request
 * @param node the name of the kubelet's node
 */
record NodeRequest(AdmissionCall call, String node) {

  /** Returns the name of the node as messages quote it. */
  String quoted() {
    return GoText.quote(node);
  }

  /** Returns the operation. */
  Operation operation() {
    return call.attributes().operation();
  }

  /** Returns the namespace of the request, or empty. */
  String namespace() {
    return call.attributes().namespace();
  }

  /** Returns the refusal for a reason. */
  NotAllowed refusal(String why) {
    return new NotAllowed(call.attributes().forbidden(why));
  }

  /** Refuses the request unless something holds. */
  void require(boolean holds, String why) throws NotAllowed {
    if (!holds) {
      throw refusal(why);
    }
  }

  /** Returns an object of a kind that listers know by its singular, or refuses the request since it is not there. */
  KubeObject find(String apiVersion, String kind, String namespace, String name) throws NotAllowed {
    ObjectRef ref = new ObjectRef(apiVersion, kind, namespace, name);
    Optional<KubeObject> found = call.cluster().find(ref);
    if (found.isEmpty()) {
      throw new NotAllowed(Status.notFound(ref.group(), kind.toLowerCase(Locale.ROOT), name));
    }
    return found.get();
  }

  /** Returns a pod in the namespace of the request, or refuses the request since it is not there. */
  MappingValue pod(String name) throws NotAllowed {
    return find("v1", "Pod", namespace(), name).tree();
  }

  /** Returns whether the kubelet may do something with what it names. */
  Authorization ask(String verb, String resource, String name) {
    AdmissionAttributes attributes = call.attributes();
    Attributes asked = new Attributes(
        verb,
        attributes.resource().group(),
        attributes.resource().version(),
        resource,
        "",
        attributes.namespace(),
        name,
        "",
        true);
    return call.authorizer().authorize(call.cluster(), attributes.user(), asked);
  }
}
