package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names of what is counted and limited, such as {@code cpu} and {@code requests.storage}. Mirrors {@code
 * pkg/apis/core/helper/helpers.go} and the rules for such names in {@code pkg/apis/core/validation}.
 */
public final class ResourceNames {

  private static final String HUGE_PAGES = "hugepages-";
  private static final String REQUESTS = "requests.";

  private static final Set<String> CONTAINER = Set.of("cpu", "memory", "ephemeral-storage");

  private static final Set<String> COUNTED = Set.of(
      "pods",
      "resourcequotas",
      "services",
      "replicationcontrollers",
      "secrets",
      "configmaps",
      "persistentvolumeclaims",
      "services.nodeports",
      "services.loadbalancers");

  private static final Set<String> COMPUTE = Set.of(
      "cpu",
      "memory",
      "ephemeral-storage",
      "requests.cpu",
      "requests.memory",
      "requests.storage",
      "requests.ephemeral-storage",
      "limits.cpu",
      "limits.memory",
      "limits.ephemeral-storage");

  private ResourceNames() {}

  /** Returns whether a quota tracks a resource of this name: {@code IsStandardQuotaResourceName}. */
  public static boolean isQuota(String name) {
    return COMPUTE.contains(name)
        || COUNTED.contains(name)
        || isHugePages(name)
        || name.startsWith(REQUESTS + HUGE_PAGES);
  }

  /** Returns whether a container may ask for it: {@code IsStandardContainerResourceName}. */
  public static boolean isContainer(String name) {
    return CONTAINER.contains(name) || isHugePages(name);
  }

  /** Returns whether it is known to the system: {@code IsStandardResourceName}. */
  public static boolean isStandard(String name) {
    return isQuota(name) || name.equals("storage");
  }

  /** Returns whether it is huge pages of some size: {@code IsHugePageResourceName}. */
  public static boolean isHugePages(String name) {
    return name.startsWith(HUGE_PAGES);
  }

  /** Returns whether it is Kubernetes' own: {@code IsNativeResource}. */
  public static boolean isNative(String name) {
    return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
  }

  /** Returns whether more of it may be promised than there is: {@code IsOvercommitAllowed}. */
  public static boolean isOvercommitAllowed(String name) {
    return isNative(name) && !isHugePages(name);
  }

  /** Returns whether it is something that others bring: {@code IsExtendedResourceName}. */
  public static boolean isExtended(String name) {
    return !isNative(name)
        && !name.startsWith(REQUESTS)
        && LabelSyntax.keyErrors(REQUESTS + name).isEmpty();
  }

  /** Returns whether only whole numbers of it exist: {@code IsIntegerResourceName}. */
  public static boolean isInteger(String name) {
    return COUNTED.contains(name) || isExtended(name);
  }

  /** Returns what is wrong with the name of a resource: {@code validateResourceName}. */
  public static List<FieldError> errors(FieldPath path, String name) {
    List<String> malformed = LabelSyntax.keyErrors(name);
    if (!malformed.isEmpty()) {
      return malformed.stream().map(detail -> invalid(path, name, detail)).toList();
    }
    return name.indexOf('/') < 0 && !isStandard(name)
        ? List.of(invalid(path, name, "must be a standard resource type or fully qualified"))
        : List.of();
  }

  /** Returns what is wrong with the name of a resource of a container: {@code ValidateContainerResourceName}. */
  public static List<FieldError> containerErrors(FieldPath path, String name) {
    List<FieldError> errors = shortErrors(
        path, name, ResourceNames::isContainer, "must be a standard resource for containers");
    if (name.indexOf('/') >= 0 && !isNative(name) && !isExtended(name)) {
      errors.add(invalid(path, name, "doesn't follow extended resource name standard"));
    }
    return errors;
  }

  /** Returns what is wrong with the name of a resource of a quota: {@code ValidateResourceQuotaResourceName}. */
  public static List<FieldError> quotaErrors(FieldPath path, String name) {
    return shortErrors(path, name, ResourceNames::isQuota, "must be a standard resource for quota");
  }

  private static List<FieldError> shortErrors(
      FieldPath path, String name, Predicate<String> known, String detail) {
    List<FieldError> errors = new ArrayList<>(errors(path, name));
    if (name.indexOf('/') < 0 && !known.test(name)) {
      errors.add(invalid(path, name, detail));
    }
    return errors;
  }

  /** Upstream prints a name as JSON. */
  private static FieldError invalid(FieldPath path, String name, String detail) {
    return FieldError.invalidPrinted(path, GoText.json(name), detail);
  }
}
