package io.plimsoll.core.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind in a version of the API that Kubernetes served once, from its deprecated API migration guide.
 *
 * @param apiVersion the version that is gone
 * @param kind the kind
 * @param release the first release without it
 * @param instead the API version that has the kind now, empty if none has
 */
record RemovedApi(String apiVersion, String kind, String release, String instead) {

  /** Release, the version to use now or {@code -}, the version that is gone, its kinds. */
  private static final String TABLE = """
      1.16 apps/v1 extensions/v1beta1 DaemonSet Deployment ReplicaSet
      1.16 apps/v1 apps/v1beta1 ControllerRevision Deployment StatefulSet
      1.16 apps/v1 apps/v1beta2 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
      1.16 networking.k8s.io/v1 extensions/v1beta1 NetworkPolicy
      1.16 - extensions/v1beta1 PodSecurityPolicy
      1.21 batch/v1 batch/v2alpha1 CronJob
      1.22 admissionregistration.k8s.io/v1 admissionregistration.k8s.io/v1beta1 \
      MutatingWebhookConfiguration ValidatingWebhookConfiguration
      1.22 apiextensions.k8s.io/v1 apiextensions.k8s.io/v1beta1 CustomResourceDefinition
      1.22 apiregistration.k8s.io/v1 apiregistration.k8s.io/v1beta1 APIService
      1.22 authentication.k8s.io/v1 authentication.k8s.io/v1beta1 TokenReview
      1.22 authorization.k8s.io/v1 authorization.k8s.io/v1beta1 \
      LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview
      1.22 certificates.k8s.io/v1 certificates.k8s.io/v1beta1 CertificateSigningRequest
      1.22 coordination.k8s.io/v1 coordination.k8s.io/v1beta1 Lease
      1.22 networking.k8s.io/v1 extensions/v1beta1 Ingress
      1.22 networking.k8s.io/v1 networking.k8s.io/v1beta1 Ingress IngressClass
      1.22 rbac.authorization.k8s.io/v1 rbac.authorization.k8s.io/v1beta1 \
      ClusterRole ClusterRoleBinding Role RoleBinding
      1.22 scheduling.k8s.io/v1 scheduling.k8s.io/v1beta1 PriorityClass
      1.22 storage.k8s.io/v1 storage.k8s.io/v1beta1 CSIDriver CSINode StorageClass VolumeAttachment
      1.23 rbac.authorization.k8s.io/v1 rbac.authorization.k8s.io/v1alpha1 \
      ClusterRole ClusterRoleBinding Role RoleBinding
      1.23 scheduling.k8s.io/v1 scheduling.k8s.io/v1alpha1 PriorityClass
      1.25 autoscaling/v2 autoscaling/v2beta1 HorizontalPodAutoscaler
      1.25 batch/v1 batch/v1beta1 CronJob
      1.25 discovery.k8s.io/v1 discovery.k8s.io/v1beta1 EndpointSlice
      1.25 events.k8s.io/v1 events.k8s.io/v1beta1 Event
      1.25 node.k8s.io/v1 node.k8s.io/v1beta1 RuntimeClass
      1.25 policy/v1 policy/v1beta1 Eviction PodDisruptionBudget
      1.25 - policy/v1beta1 PodSecurityPolicy
      1.26 autoscaling/v2 autoscaling/v2beta2 HorizontalPodAutoscaler
      1.26 flowcontrol.apiserver.k8s.io/v1 flowcontrol.apiserver.k8s.io/v1beta1 \
      FlowSchema PriorityLevelConfiguration
      1.27 storage.k8s.io/v1 storage.k8s.io/v1beta1 CSIStorageCapacity
      1.29 flowcontrol.apiserver.k8s.io/v1 flowcontrol.apiserver.k8s.io/v1beta2 \
      FlowSchema PriorityLevelConfiguration
      1.32 flowcontrol.apiserver.k8s.io/v1 flowcontrol.apiserver.k8s.io/v1beta3 \
      FlowSchema PriorityLevelConfiguration
      """;

  private static final List<RemovedApi> ALL = parse();

  private static List<RemovedApi> parse() {
    List<RemovedApi> all = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      List<String> words = Tables.split(line, ' ');
      String instead = words.get(1).equals("-") ? "" : words.get(1);
      for (String kind : words.subList(3, words.size())) {
        all.add(new RemovedApi(words.get(2), kind, words.get(0), instead));
      }
    }
    return List.copyOf(all);
  }

  static List<RemovedApi> all() {
    return ALL;
  }

  /** Returns what became of a kind, a list of its objects included, or null if the version never had it. */
  static @Nullable RemovedApi find(String apiVersion, String kind) {
    for (RemovedApi removed : ALL) {
      if (removed.apiVersion.equals(apiVersion)
          && (kind.equals(removed.kind) || kind.equals(removed.kind + "List"))) {
        return removed;
      }
    }
    return null;
  }

  /** Returns what to tell somebody who wrote the kind, or the kind of its lists. */
  String message(String written) {
    return apiVersion + " " + written + " was removed in Kubernetes " + release + "; "
        + (instead.isEmpty()
            ? "there is no such kind any more, Pod Security Admission takes its place"
            : "use \"" + instead + "\"");
  }
}
