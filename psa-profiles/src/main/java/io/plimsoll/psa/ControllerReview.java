package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodTemplateSpec;
import io.plimsoll.core.pod.Workload;
import java.util.Optional;

/**
 * Requests for objects that make pods from a template: they are never refused, since the pods will be; but whoever writes them
 * should hear of it now. Mirrors {@code ValidatePodController}.
 */
final class ControllerReview {

  private final PodSecurityConfiguration configuration;
  private final PodEvaluation evaluation;

  ControllerReview(PodSecurityConfiguration configuration, PodEvaluation evaluation) {
    this.configuration = configuration;
    this.evaluation = evaluation;
  }

  AdmissionResponse review(AdmissionRequest request, AdmissionView view) {
    if (!request.subresource().isEmpty()) {
      return AdmissionResponse.ALLOWED;
    }
    Optional<String> exemption = configuration.exemptions().of(request);
    if (exemption.isPresent()) {
      return AdmissionResponse.allowed("exempt", exemption.get());
    }
    Optional<Namespace> namespace = view.namespace(request.namespace());
    if (namespace.isEmpty()) {
      return AdmissionResponse.allowed(
          "error",
          "failed to lookup namespace " + GoText.quote(request.namespace()) + ": "
              + PodReview.notFound(request.namespace()));
    }
    PolicyLabels labels =
        PolicyLabels.of(namespace.get().metadata().labels(), configuration.defaults());
    boolean silent = labels.errors().isEmpty()
        && labels.policy().audit().level() == Level.PRIVILEGED
        && labels.policy().warn().level() == Level.PRIVILEGED;
    return silent ? AdmissionResponse.ALLOWED : review(request, labels);
  }

  private AdmissionResponse review(AdmissionRequest request, PolicyLabels labels) {
    RequestObject object = request.object();
    if (object.decodingError().isPresent()) {
      return AdmissionResponse.allowed(
          "error", "failed to decode object: " + object.decodingError().get());
    }
    ObjectRef ref = object.ref();
    Optional<FieldPath> path = Workload.templatePath(ref);
    if (path.isEmpty()) {
      return AdmissionResponse.allowed(
          "error", "failed to extract pod template: unexpected object type: " + goKind(ref));
    }
    if (object instanceof RequestObject.Sent sent
        && path.get().in(sent.written()) instanceof MappingValue template) {
      Optional<AdmissionResponse> glanced = evaluation.ofGlance(template, labels);
      if (glanced.isPresent()) {
        return glanced.get();
      }
    }
    return workload(object, path.get())
        .map(workload -> evaluation.ofTemplate(workload, labels))
        .orElse(AdmissionResponse.ALLOWED);
  }

  /** Only a ReplicationController can be without a template; elsewhere one that is left out is an empty one. */
  private static Optional<Workload> workload(RequestObject object, FieldPath path) {
    Optional<Pod> pod = object.as(Pod.KIND);
    if (pod.isPresent()) {
      return pod.map(Workload::of);
    }
    Optional<KubeObject> sent = object.tree();
    Optional<Value> template = sent.flatMap(tree -> Optional.ofNullable(path.in(tree.tree())))
        .filter(value -> !value.isNull());
    if (template.isEmpty() && object.ref().kind().equals("ReplicationController")) {
      return Optional.empty();
    }
    return Optional.of(new Workload(
        sent.orElseGet(() -> KubeObject.withoutTree(object.ref(), ObjectMeta.EMPTY)),
        path,
        PodTemplateSpec.from(Fields.of(template.orElse(null)))));
  }

  /** {@code apps/v1, Kind=Deployment}. Mirrors {@code GroupVersionKind.String}. */
  private static String goKind(ObjectRef ref) {
    return ref.group() + "/" + ref.version() + ", Kind=" + ref.kind();
  }
}
