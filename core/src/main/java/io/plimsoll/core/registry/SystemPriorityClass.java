package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.KubeObject;
import java.util.List;
import java.util.Optional;

/**
 * A priority class that an API server makes when it starts. Mirrors {@code SystemPriorityClasses} of {@code
 * pkg/apis/scheduling/v1/helpers.go}.
 *
 * @param name its name
 * @param value the priority
 * @param description what it is for
 */
public record SystemPriorityClass(String name, int value, String description) {

  /** The highest priority that a class of a user may have. */
  public static final int HIGHEST_OF_USERS = 1_000_000_000;

  private static final List<SystemPriorityClass> ALL = List.of(
      new SystemPriorityClass(
          "system-node-critical",
          2 * HIGHEST_OF_USERS + 1000,
          "Used for system critical pods that must not be moved from their current node."),
      new SystemPriorityClass(
          "system-cluster-critical",
          2 * HIGHEST_OF_USERS,
          "Used for system critical pods that must run in the cluster, but can be moved to another"
              + " node if necessary."));

  /** Returns all, in upstream's order. */
  public static List<SystemPriorityClass> all() {
    return ALL;
  }

  /** Returns the class of a name, if it is one of these. */
  public static Optional<SystemPriorityClass> find(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Returns the class as the server asks itself to create it. */
  public KubeObject object() {
    return KubeObject.of(MappingValue.empty()
        .with("apiVersion", ScalarValue.of("scheduling.k8s.io/v1"))
        .with("kind", ScalarValue.of("PriorityClass"))
        .with("metadata", MappingValue.empty().with("name", ScalarValue.of(name)))
        .with("value", ScalarValue.of(value))
        .with("description", ScalarValue.of(description)));
  }
}
