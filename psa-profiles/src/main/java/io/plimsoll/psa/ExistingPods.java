package io.plimsoll.psa;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.pod.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pods a namespace has already, judged by what it is about to enforce. Mirrors {@code EvaluatePodsInNamespace} of {@code
 * admission/admission.go}.
 */
final class ExistingPods {

  /** How many pods are looked at. Mirrors {@code defaultNamespaceMaxPodsToCheck}. */
  static final int LIMIT = 3000;

  private final Evaluator evaluator;
  private final Exemptions exemptions;

  ExistingPods(Evaluator evaluator, Exemptions exemptions) {
    this.evaluator = evaluator;
    this.exemptions = exemptions;
  }

  /** What the user is told: how far the check came, that there are violations, and one line for pods with the same reasons. */
  List<String> warnings(String namespace, LevelVersion enforce, AdmissionView view) {
    Optional<List<Pod>> listed = view.pods(namespace);
    if (listed.isEmpty()) {
      return List.of("failed to list pods while checking new PodSecurity enforce level");
    }
    List<Pod> pods = prioritized(listed.get());
    Map<String, Group> violations = new LinkedHashMap<>();
    int checked = 0;
    boolean timeUp = false;
    while (checked < Math.min(LIMIT, pods.size()) && !timeUp) {
      Pod pod = pods.get(checked++);
      PodSecurityResult result = evaluator.evaluate(pod, enforce);
      if (!result.allowed()) {
        violations.merge(
            result.forbiddenReason(), new Group(pod.metadata().nameOrEmpty(), 1), Group::and);
      }
      timeUp = view.isTimeUp();
    }

    List<String> warnings = new ArrayList<>();
    if (checked < pods.size()) {
      warnings.add("new PodSecurity enforce level only checked against the first " + checked
          + " of " + pods.size() + " existing pods");
    }
    if (!violations.isEmpty()) {
      warnings.add("existing pods in namespace " + GoText.quote(namespace)
          + " violate the new PodSecurity enforce level \"" + enforce + "\"");
    }
    violations.entrySet().stream()
        .map(entry -> entry.getValue() + ": " + entry.getKey())
        .sorted(GoText::compare)
        .forEach(warnings::add);
    return warnings;
  }

  /** Pods nobody controls and the first of each controller's, then the other replicas. Mirrors {@code prioritizePods}. */
  private List<Pod> prioritized(List<Pod> pods) {
    List<Pod> first = new ArrayList<>(pods.size());
    List<Pod> replicas = new ArrayList<>();
    Set<String> controllers = new HashSet<>();
    for (Pod pod : pods) {
      if (!exemptions.hasRuntimeClassOf(pod.spec())) {
        boolean replica = pod.metadata()
            .controller()
            .filter(controller -> !controllers.add(controller.uid()))
            .isPresent();
        (replica ? replicas : first).add(pod);
      }
    }
    first.addAll(replicas);
    return first;
  }

  /** Pods with the same reasons: the least of their names, and how many they are. */
  private record Group(String name, int pods) {

    Group and(Group other) {
      return new Group(
          GoText.compare(name, other.name) <= 0 ? name : other.name, pods + other.pods);
    }

    @Override
    public String toString() {
      return switch (pods) {
        case 1 -> name;
        case 2 -> name + " (and 1 other pod)";
        default -> name + " (and " + (pods - 1) + " other pods)";
      };
    }
  }
}
