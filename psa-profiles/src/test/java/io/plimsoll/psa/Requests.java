package io.plimsoll.psa;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.model.OwnerReference;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects and requests that tests of admission start from. */
final class Requests {

  /** What a bare pod says to whoever wants it restricted. */
  static final String BARE_POD_RESTRICTED =
      "allowPrivilegeEscalation != false (container \"nginx\" must set securityContext.allowPrivilegeEscalation=false), "
          + "unrestricted capabilities (container \"nginx\" must set securityContext.capabilities.drop=[\"ALL\"]), "
          + "runAsNonRoot != true (pod or container \"nginx\" must set securityContext.runAsNonRoot=true), "
          + "seccompProfile (pod or container \"nginx\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")";

  static final String PRIVILEGED_POD_BASELINE =
      "privileged (container \"nginx\" must not set securityContext.privileged=true)";

  private Requests() {}

  /** Labels below Pod Security's prefix: {@code labels("enforce", "baseline")}. */
  static Map<String, String> labels(String... keysAndValues) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      labels.put("pod-security.kubernetes.io/" + keysAndValues[i], keysAndValues[i + 1]);
    }
    return labels;
  }

  /** {@code enforce=baseline,warn=restricted} as {@link #labels} wants it. */
  static String[] keysAndValues(String text) {
    return text.isEmpty() ? new String[0] : text.split("[=,]", -1);
  }

  static Namespace namespace(String name, String... labels) {
    return new Namespace(ObjectMeta.builder().name(name).labels(labels(labels)).build(), null);
  }

  /** A pod that baseline allows and restricted does not. */
  static Pod pod(String name) {
    return pod(
        name, PodSpec.builder().containers(Container.builder("nginx").build()).build());
  }

  static Pod pod(String name, PodSpec spec) {
    return Pod.of(ObjectMeta.builder().name(name).namespace("shop").build(), spec);
  }

  /** A pod that baseline does not allow. */
  static Pod privilegedPod(String name) {
    return pod(
        name,
        PodSpec.builder()
            .containers(Container.builder("nginx")
                .securityContext(SecurityContext.builder().privileged(true).build())
                .build())
            .build());
  }

  static Pod controlledBy(String uid, Pod pod) {
    OwnerReference owner = new OwnerReference("owner", "apps/v1", "ReplicaSet", uid, null, true);
    return Pod.of(pod.metadata().toBuilder().ownerReferences(List.of(owner)).build(), pod.spec());
  }

  static Pod withRuntimeClass(String runtimeClass, Pod pod) {
    return Pod.of(
        pod.metadata(), pod.spec().toBuilder().runtimeClassName(runtimeClass).build());
  }

  static AdmissionRequest.Builder createPod(Pod pod) {
    return AdmissionRequest.builder(Operation.CREATE, "pods")
        .kind("Pod")
        .namespace("shop")
        .name(pod.metadata().nameOrEmpty())
        .user("alice")
        .object(pod);
  }

  static AdmissionRequest.Builder updatePod(Pod old, Pod pod) {
    return AdmissionRequest.builder(Operation.UPDATE, "pods")
        .kind("Pod")
        .namespace("shop")
        .name(pod.metadata().nameOrEmpty())
        .user("alice")
        .object(pod)
        .oldObject(old);
  }

  static AdmissionRequest.Builder createNamespace(Namespace namespace) {
    return AdmissionRequest.builder(Operation.CREATE, "namespaces")
        .kind("Namespace")
        .namespace(namespace.metadata().nameOrEmpty())
        .name(namespace.metadata().nameOrEmpty())
        .object(namespace);
  }

  static AdmissionRequest.Builder updateNamespace(Namespace old, Namespace namespace) {
    return AdmissionRequest.builder(Operation.UPDATE, "namespaces")
        .kind("Namespace")
        .namespace(namespace.metadata().nameOrEmpty())
        .name(namespace.metadata().nameOrEmpty())
        .object(namespace)
        .oldObject(old);
  }

  /** A request for an object that makes pods. */
  static AdmissionRequest.Builder controller(String group, String resource, Value object) {
    return AdmissionRequest.builder(Operation.CREATE, resource)
        .group(group)
        .namespace("shop")
        .name("web")
        .user("alice")
        .object(object);
  }

  /** An object of this kind with these other fields. */
  static Value object(String apiVersion, String kind, Map<String, ?> fields) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", apiVersion);
    tree.put("kind", kind);
    tree.put("metadata", Map.of("name", "web", "namespace", "shop"));
    tree.putAll(fields);
    return Value.from(tree);
  }

  /** A template of a pod as {@link #pod} makes it. */
  static Map<String, Object> template() {
    return Map.of("spec", Map.of("containers", List.of(Map.of("name", "nginx"))));
  }

  static AdmissionView view(Namespace namespace, Pod... pods) {
    return AdmissionView.of(List.of(namespace), Arrays.asList(pods));
  }

  static PodSecurityAdmission standard() {
    return exempting(Exemptions.NONE);
  }

  static PodSecurityAdmission exempting(Exemptions exemptions) {
    return PodSecurityAdmission.of(PodSecurityConfiguration.DEFAULT.withExemptions(exemptions));
  }
}
