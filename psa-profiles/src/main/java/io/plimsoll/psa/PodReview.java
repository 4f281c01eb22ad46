package io.plimsoll.psa;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.request.Status;
import java.util.Optional;
import java.util.Set;

/** Requests for pods: may this one run here? Mirrors {@code ValidatePod}. */
final class PodReview {

  /** Whatever else there may be is a pod: an API of tomorrow must not be a way around. */
  private static final Set<String> IGNORED_SUBRESOURCES =
      Set.of("exec", "attach", "binding", "eviction", "log", "portforward", "proxy", "status");

  private static final AdmissionResponse NOTHING_DEMANDED =
      AdmissionResponse.allowed("enforce-policy", Policy.PRIVILEGED.enforce().toString());

  private final PodSecurityConfiguration configuration;
  private final PodEvaluation evaluation;
  private final Latest<Namespace, PolicyLabels> known = new Latest<>();

  PodReview(PodSecurityConfiguration configuration, PodEvaluation evaluation) {
    this.configuration = configuration;
    this.evaluation = evaluation;
  }

  AdmissionResponse review(AdmissionRequest request, AdmissionView view) {
    if (IGNORED_SUBRESOURCES.contains(request.subresource())) {
      return AdmissionResponse.ALLOWED;
    }
    Optional<String> exemption = configuration.exemptions().of(request);
    if (exemption.isPresent()) {
      return AdmissionResponse.allowed("exempt", exemption.get());
    }
    Optional<Namespace> namespace = view.namespace(request.namespace());
    if (namespace.isEmpty()) {
      return unknownNamespace(request.namespace());
    }
    PolicyLabels labels = known.get(request.namespace().hashCode(), namespace.get(), this::labels);
    if (labels.errors().isEmpty() && labels.policy().isFullyPrivileged()) {
      return NOTHING_DEMANDED;
    }
    return review(request, labels);
  }

  private PolicyLabels labels(Namespace namespace) {
    return PolicyLabels.of(namespace.metadata().labels(), configuration.defaults());
  }

  private AdmissionResponse review(AdmissionRequest request, PolicyLabels labels) {
    if (request.operation() == Operation.CREATE
        && request.object() instanceof RequestObject.Sent sent
        && sent.is(Pod.KIND)) {
      Optional<AdmissionResponse> glanced = evaluation.ofGlance(request, sent.written(), labels);
      if (glanced.isPresent()) {
        return glanced.get();
      }
    }
    Optional<Pod> pod = request.object().as(Pod.KIND);
    if (pod.isEmpty()) {
      return AdmissionResponse.undecodable(request.object(), "", "pod");
    }
    if (request.operation() == Operation.UPDATE) {
      Optional<Pod> old = request.oldObject().as(Pod.KIND);
      if (old.isEmpty()) {
        return AdmissionResponse.undecodable(request.oldObject(), "old ", "pod");
      }
      if (!SignificantPodUpdate.isSignificant(pod.get().spec(), old.get().spec())) {
        return AdmissionResponse.ALLOWED;
      }
    }
    return evaluation.ofPod(request, pod.get(), labels);
  }

  private static AdmissionResponse unknownNamespace(String name) {
    return AdmissionResponse.failed(
        Status.internalError("failed to lookup namespace " + GoText.quote(name)),
        Optional.of(notFound(name)));
  }

  /** What the API says about a namespace that does not exist. */
  static String notFound(String namespace) {
    return "namespaces " + GoText.quote(namespace) + " not found";
  }
}
