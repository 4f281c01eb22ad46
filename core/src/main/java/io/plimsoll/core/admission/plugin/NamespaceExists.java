package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.request.Status;

/** Refuses requests in namespaces that do not exist. Mirrors {@code plugin/pkg/admission/namespace/exists}. */
final class NamespaceExists extends Handler {

  NamespaceExists() {
    super("NamespaceExists", Operation.CREATE, Operation.UPDATE, Operation.DELETE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    String name = attributes.namespace();
    boolean fine = name.isEmpty()
        || NamespaceLifecycle.isNamespace(attributes)
        || call.cluster().find(Namespace.KIND, "", name).isPresent();
    return fine ? Admission.UNCHANGED : Admission.refused(Status.notFound("", "namespaces", name));
  }
}
