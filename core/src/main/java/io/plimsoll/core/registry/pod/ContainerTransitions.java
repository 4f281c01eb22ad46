package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * Containers that have ended, which run again only if they are to be restarted. Mirrors {@code ValidateContainerStateTransition} of
 * {@code pkg/apis/core/validation}, and {@code ContainerShouldRestart} of {@code pkg/api/v1/pod}.
 *
 * @param status the status
 * @param old the one whose place it takes
 * @param spec what the pod is to run
 */
record ContainerTransitions(Part status, Part old, Part spec) {

  private static final String INIT = "initContainers";
  private static final String CONTAINERS = "containers";

  void check() {
    boolean all = allCouldRestart();
    check("containerStatuses", CONTAINERS, all);
    check("initContainerStatuses", INIT, all);
    check("ephemeralContainerStatuses", "", false);
  }

  /** One container may demand that all are started again. */
  private boolean allCouldRestart() {
    return List.of(INIT, CONTAINERS).stream()
        .flatMap(field -> spec.list(field).stream())
        .flatMap(container -> container.list("restartPolicyRules").stream())
        .anyMatch(rule -> rule.text("action").equals("RestartAllContainers"));
  }

  private void check(String field, String containers, boolean allCouldRestart) {
    List<Part> before = old.list(field);
    for (int i = 0; i < before.size() && !allCouldRestart; i++) {
      String name = before.get(i).text("name");
      if (hasEnded(before.get(i)) && !mayRun(containers, before.get(i)) && runs(field, name)) {
        status.error(FieldError.forbidden(
            status.at(field).index(i).field("state"),
            "may not be transitioned to non-terminated state"));
      }
    }
  }

  private static boolean hasEnded(Part containerStatus) {
    return containerStatus.object("state").has("terminated");
  }

  /** Returns whether the first status of a container says that it has not ended. */
  private boolean runs(String field, String name) {
    return status.list(field).stream()
        .anyMatch(each -> each.text("name").equals(name) && !hasEnded(each));
  }

  private boolean mayRun(String containers, Part containerStatus) {
    if (containers.isEmpty()) {
      return false;
    }
    long code = containerStatus.object("state").object("terminated").number("exitCode");
    Optional<Part> container = spec.list(containers).stream()
        .filter(each -> each.text("name").equals(containerStatus.text("name")))
        .findFirst();
    return container.isPresent() && shouldRestart(container.get(), code);
  }

  private boolean shouldRestart(Part container, long code) {
    if (!container.has("restartPolicy")) {
      return isRestarted(spec.text("restartPolicy"), code);
    }
    boolean ruled = container.list("restartPolicyRules").stream()
        .anyMatch(rule -> matches(rule.object("exitCodes"), code));
    return ruled || isRestarted(container.text("restartPolicy"), code);
  }

  private static boolean isRestarted(String policy, long code) {
    return switch (policy) {
      case "Never" -> false;
      case "OnFailure" -> code != 0;
      default -> true;
    };
  }

  private static boolean matches(Part codes, long code) {
    boolean listed = codes.value("values") instanceof SequenceValue values
        && values.items().contains(ScalarValue.of(code));
    return switch (codes.text("operator")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      default -> false;
    };
  }
}
