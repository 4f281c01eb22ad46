package io.plimsoll.psa;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Namespace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Requests for namespaces: are the labels valid, and would the pods be? Mirrors {@code ValidateNamespace}. */
final class NamespaceReview {

  private final PodSecurityConfiguration configuration;
  private final ExistingPods existingPods;

  NamespaceReview(PodSecurityConfiguration configuration, ExistingPods existingPods) {
    this.configuration = configuration;
    this.existingPods = existingPods;
  }

  AdmissionResponse review(AdmissionRequest request, AdmissionView view) {
    if (!request.subresource().isEmpty()) {
      return AdmissionResponse.ALLOWED;
    }
    Optional<Namespace> namespace = request.object().as(Namespace.KIND);
    if (namespace.isEmpty()) {
      return AdmissionResponse.undecodable(request.object(), "", "namespace");
    }
    if (request.operation() == Operation.CREATE) {
      return create(request, namespace.get());
    }
    Optional<Namespace> old = request.oldObject().as(Namespace.KIND);
    // Upstream lets the double blank stand.
    return old.isEmpty()
        ? AdmissionResponse.undecodable(request.oldObject(), " old ", "namespace")
        : update(request, namespace.get(), old.get(), view);
  }

  private AdmissionResponse create(AdmissionRequest request, Namespace namespace) {
    PolicyLabels labels = labels(namespace);
    if (!labels.errors().isEmpty()) {
      return AdmissionResponse.refused(Statuses.invalid(request, labels));
    }
    return configuration.exemptions().hasNamespace(request.namespace())
        ? AdmissionResponse.allowed(exemptionWarning(namespace, labels.policy()))
        : AdmissionResponse.ALLOWED;
  }

  private AdmissionResponse update(
      AdmissionRequest request, Namespace namespace, Namespace old, AdmissionView view) {
    PolicyLabels labels = labels(namespace);
    PolicyLabels oldLabels = labels(old);
    if (!labels.errors().isEmpty() && !labels.errors().equals(oldLabels.errors())) {
      return AdmissionResponse.refused(Statuses.invalid(request, labels));
    }
    LevelVersion enforce = labels.policy().enforce();
    if (allowsWhatItDid(enforce, oldLabels.policy().enforce())) {
      return AdmissionResponse.ALLOWED;
    }
    return AdmissionResponse.allowed(
        configuration.exemptions().hasNamespace(request.namespace())
            ? exemptionWarning(namespace, labels.policy())
            : existingPods.warnings(namespace.metadata().nameOrEmpty(), enforce, view));
  }

  private PolicyLabels labels(Namespace namespace) {
    return PolicyLabels.of(namespace.metadata().labels(), configuration.defaults());
  }

  /** Whether no pod that was allowed can be forbidden now. Versions are not compared: a newer one need not be stricter. */
  private static boolean allowsWhatItDid(LevelVersion enforce, LevelVersion old) {
    return enforce.level() == Level.PRIVILEGED
        || (enforce.version().equals(old.version()) && enforce.level().compareTo(old.level()) <= 0);
  }

  /** At most one warning: labels that demand something have no effect here. Mirrors {@code exemptNamespaceWarning}. */
  private List<String> exemptionWarning(Namespace namespace, Policy policy) {
    if (policy.isFullyPrivileged() || policy.isEquivalentTo(configuration.defaults())) {
      return List.of();
    }
    Map<String, String> labels = namespace.metadata().labels();
    String ignored = Arrays.stream(Mode.values())
        .filter(mode -> policy.get(mode).level() != Level.PRIVILEGED)
        .filter(mode -> PolicyLabels.mention(labels, mode))
        .map(mode -> mode + "=" + policy.get(mode))
        .collect(Collectors.joining(", "));
    return List.of("namespace " + GoText.quote(namespace.metadata().nameOrEmpty())
        + " is exempt from Pod Security, and the policy (" + ignored + ") will be ignored");
  }
}
