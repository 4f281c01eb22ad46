package io.plimsoll.psa;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Workload;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The admission plug-in {@code PodSecurity}: what it says about requests, given its configuration. Mirrors {@code
 * admission/admission.go} of {@code k8s.io/pod-security-admission} and {@code plugin/pkg/admission/security/podsecurity}.
 *
 * <p>It sees the objects as they would be stored, after defaults and other plug-ins have changed them. What it does with a request
 * is decided by the first row that fits:
 *
 * <table>
 * <caption>Which requests are evaluated</caption>
 * <tr><th>request</th><th>answer</th></tr>
 * <tr><td>neither create nor update, or of another resource</td><td>allowed</td></tr>
 * <tr><td>namespaces, any subresource</td><td>allowed</td></tr>
 * <tr><td>namespaces, create</td><td>refused if a label is invalid; warned if the namespace is exempt and its labels say otherwise</td></tr>
 * <tr><td>namespaces, update</td><td>refused if a label has become invalid; warned about pods that violate a stricter or other policy</td></tr>
 * <tr><td>pods, subresource exec, attach, binding, eviction, log, portforward, proxy, status</td><td>allowed</td></tr>
 * <tr><td>controllers, any subresource</td><td>allowed</td></tr>
 * <tr><td>namespace or user is exempt</td><td>allowed, noted</td></tr>
 * <tr><td>namespace is unknown</td><td>pods refused (500), controllers allowed and noted</td></tr>
 * <tr><td>pods, labels are valid and no mode demands anything</td><td>allowed, noted</td></tr>
 * <tr><td>controllers, labels are valid and neither audit nor warn demands anything</td><td>allowed</td></tr>
 * <tr><td>object cannot be used</td><td>pods refused (400), controllers allowed and noted</td></tr>
 * <tr><td>pods, update that changes no image and adds no container</td><td>allowed</td></tr>
 * <tr><td>controllers without a template</td><td>allowed</td></tr>
 * <tr><td>runtime class is exempt</td><td>allowed, noted</td></tr>
 * <tr><td>pods</td><td>evaluated for enforce, audit and warn</td></tr>
 * <tr><td>controllers</td><td>their template is evaluated for audit and warn</td></tr>
 * </table>
 */
public final class PodSecurityAdmission {

  /** The resources whose objects are pods or hold a template of one, by API group. */
  private static final Map<String, Set<String>> RESOURCES = Map.of(
      "", Set.of("namespaces", "pods", "podtemplates", "replicationcontrollers"),
      "apps", Set.of("daemonsets", "deployments", "replicasets", "statefulsets"),
      "batch", Set.of("cronjobs", "jobs"));

  private final PodSecurityConfiguration configuration;
  private final NamespaceReview namespaces;
  private final PodReview pods;
  private final ControllerReview controllers;
  private final Evaluator evaluator;

  private PodSecurityAdmission(PodSecurityConfiguration configuration, Evaluator evaluator) {
    PodEvaluation evaluation = new PodEvaluation(evaluator, configuration.exemptions());
    this.configuration = configuration;
    this.evaluator = evaluator;
    this.namespaces =
        new NamespaceReview(configuration, new ExistingPods(evaluator, configuration.exemptions()));
    this.pods = new PodReview(configuration, evaluation);
    this.controllers = new ControllerReview(configuration, evaluation);
  }

  /** Returns the plug-in with this configuration and the standard checks. */
  public static PodSecurityAdmission of(PodSecurityConfiguration configuration) {
    return of(configuration, PodSecurity.evaluator());
  }

  /** Returns the plug-in with this configuration and other checks, or those of an older release. */
  public static PodSecurityAdmission of(
      PodSecurityConfiguration configuration, Evaluator evaluator) {
    return new PodSecurityAdmission(configuration, evaluator);
  }

  /** Returns whether the objects of a resource are namespaces, pods, or hold a template of one. */
  static boolean concerns(String group, String resource) {
    return RESOURCES.getOrDefault(group, Set.of()).contains(resource);
  }

  /** Returns the answer to a request. */
  public AdmissionResponse review(AdmissionRequest request, AdmissionView view) {
    boolean handled =
        (request.operation() == Operation.CREATE || request.operation() == Operation.UPDATE)
            && concerns(request.group(), request.resource());
    if (!handled) {
      return AdmissionResponse.ALLOWED;
    }
    return switch (request.resource()) {
      case "namespaces" -> namespaces.review(request, view);
      case "pods" -> pods.review(request, view);
      default -> controllers.review(request, view);
    };
  }

  /** Returns what holds in a namespace with these labels, and what is wrong with them. */
  public PolicyLabels policy(Namespace namespace) {
    return PolicyLabels.of(namespace.metadata().labels(), configuration.defaults());
  }

  /**
   * Returns what would change for workloads of a namespace if it enforced something else. Where the namespace is exempt, nothing
   * does; workloads of an exempt runtime class are left out.
   */
  public PolicyChange change(
      Namespace namespace, Collection<Workload> workloads, LevelVersion enforce) {
    Exemptions exemptions = configuration.exemptions();
    Collection<Workload> judged = exemptions.hasNamespace(namespace.metadata().nameOrEmpty())
        ? Set.of()
        : workloads.stream()
            .filter(
                workload -> !exemptions.hasRuntimeClassOf(workload.template().spec()))
            .toList();
    return PolicyChange.of(judged, policy(namespace).policy().enforce(), enforce, evaluator);
  }
}
