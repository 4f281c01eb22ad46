package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.QosClass;
import java.util.stream.Stream;

/** The scopes that a pod is in. Mirrors {@code podMatchesScopeFunc} of {@code pkg/quota/v1/evaluator/core/pods.go}. */
final class PodScopes {

  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  private PodScopes() {}

  /** Returns whether a pod is in a scope. */
  static boolean contains(Scope scope, MappingValue pod) {
    return switch (scope.name()) {
      case "Terminating" -> isTerminating(pod);
      case "NotTerminating" -> !isTerminating(pod);
      case "BestEffort" -> QosClass.of(pod) == QosClass.BEST_EFFORT;
      case "NotBestEffort" -> QosClass.of(pod) != QosClass.BEST_EFFORT;
      case "PriorityClass" -> {
        String name = Trees.spec(pod).text("priorityClassName");
        yield scope.asksForExistence() ? !name.isEmpty() : scope.matches(name);
      }
      case "CrossNamespacePodAffinity" -> reachesOtherNamespaces(pod);
      default -> false;
    };
  }

  /** Returns whether a pod ends by itself after a time. */
  static boolean isTerminating(MappingValue pod) {
    Long deadline = Trees.spec(pod).int64("activeDeadlineSeconds");
    return deadline != null && deadline >= 0;
  }

  private static boolean reachesOtherNamespaces(MappingValue pod) {
    Fields affinity = Trees.object(Trees.spec(pod), "affinity");
    return Stream.of("podAffinity", "podAntiAffinity")
        .map(kind -> Trees.object(affinity, kind))
        .flatMap(rules -> Stream.concat(
            Trees.list(rules, REQUIRED).stream(),
            Trees.list(rules, PREFERRED).stream()
                .map(weighted -> Trees.object(weighted, "podAffinityTerm"))))
        .anyMatch(term -> !term.strings("namespaces").isEmpty() || term.has("namespaceSelector"));
  }
}
