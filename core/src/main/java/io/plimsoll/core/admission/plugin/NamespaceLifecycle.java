package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.request.Status;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps objects out of namespaces that do not exist or are being deleted, and some namespaces from being deleted. Mirrors {@code
 * k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle}.
 */
final class NamespaceLifecycle extends Handler {

  private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

  NamespaceLifecycle() {
    super("NamespaceLifecycle", Operation.CREATE, Operation.UPDATE, Operation.DELETE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    if (isNamespace(attributes)) {
      boolean dies =
          attributes.operation() == Operation.DELETE && IMMORTAL.contains(attributes.name());
      return dies ? call.forbid("this namespace may not be deleted") : Admission.UNCHANGED;
    }
    if (attributes.operation() != Operation.CREATE
        || attributes.namespace().isEmpty()
        || attributes.isAbout("authorization.k8s.io", "localsubjectaccessreviews")) {
      return Admission.UNCHANGED;
    }
    String name = attributes.namespace();
    Optional<Namespace> namespace = call.cluster().find(Namespace.KIND, "", name);
    if (namespace.isEmpty()) {
      return Admission.refused(Status.notFound("", "namespaces", name));
    }
    return "Terminating".equals(namespace.get().phase())
        ? Admission.refused(terminating(attributes, name))
        : Admission.UNCHANGED;
  }

  /** Returns whether a request is about a namespace. */
  static boolean isNamespace(AdmissionAttributes attributes) {
    return attributes.kind().equals(Namespace.KIND.kind())
        && ObjectRef.groupOf(attributes.apiVersion()).isEmpty();
  }

  private static Status terminating(AdmissionAttributes attributes, String name) {
    Status status = attributes.forbidden(
        "unable to create new content in namespace " + name + " because it is being terminated");
    return status.withCause(new Status.Cause(
        "NamespaceTerminating",
        "namespace " + name + " is being terminated",
        "metadata.namespace"));
  }
}
