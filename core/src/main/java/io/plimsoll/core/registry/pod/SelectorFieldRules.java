package io.plimsoll.core.registry.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fields of a pod and resources of a container that files and variables are filled with. Mirrors {@code
 * validateObjectFieldSelector} and {@code validateContainerResourceFieldSelector}.
 */
final class SelectorFieldRules {

  static final List<String> VOLUME_FIELDS = List.of(
      "metadata.annotations",
      "metadata.labels",
      "metadata.name",
      "metadata.namespace",
      "metadata.uid");

  static final List<String> VARIABLE_FIELDS = List.of(
      "metadata.name",
      "metadata.namespace",
      "metadata.uid",
      "spec.nodeName",
      "spec.serviceAccountName",
      "status.hostIP",
      "status.hostIPs",
      "status.podIP",
      "status.podIPs");

  /** What pods could ever be selected by, wherever. */
  private static final Set<String> KNOWN_FIELDS = Set.of(
      "metadata.annotations",
      "metadata.labels",
      "metadata.name",
      "metadata.namespace",
      "metadata.uid",
      "spec.nodeName",
      "spec.restartPolicy",
      "spec.serviceAccountName",
      "spec.schedulerName",
      "status.phase",
      "status.hostIP",
      "status.hostIPs",
      "status.podIP",
      "status.podIPs");

  private static final List<String> RESOURCES = List.of(
      "limits.cpu",
      "limits.ephemeral-storage",
      "limits.memory",
      "requests.cpu",
      "requests.ephemeral-storage",
      "requests.memory");

  private static final Set<String> BYTE_DIVISORS =
      Set.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");
  private static final String ONLY_BYTE_DIVISORS =
      "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the ";

  private SelectorFieldRules() {}

  /** A field of the pod, of those that are allowed here. */
  static void fieldRef(Part selector, List<String> allowed) {
    String version = selector.text("apiVersion");
    String label = selector.text("fieldPath");
    if (version.isEmpty() || label.isEmpty()) {
      selector.required(version.isEmpty() ? "apiVersion" : "fieldPath", "");
      return;
    }
    if (version.equals("v1") && allowed.contains(label)) {
      return;
    }
    String path = pathOf(label);
    boolean subscripted = path.length() < label.length();
    String problem = "";
    if (!version.equals("v1")) {
      problem = "unsupported pod version: " + version;
    } else if (subscripted
        && !path.equals("metadata.annotations")
        && !path.equals("metadata.labels")) {
      problem = "field label does not support subscript: " + label;
    } else if (!subscripted && !KNOWN_FIELDS.contains(label) && !label.equals("spec.host")) {
      problem = "field label not supported: " + label;
    }
    if (!problem.isEmpty()) {
      selector.error(FieldError.invalid(
          selector.at("fieldPath"), label, "error converting fieldPath: " + problem));
    } else if (subscripted) {
      String key = label.substring(path.length() + 2, label.length() - 2);
      boolean anyCase = path.equals("metadata.annotations");
      String checked = anyCase ? key.toLowerCase(Locale.ROOT) : key;
      for (String detail : LabelSyntax.keyErrors(checked)) {
        selector.error(FieldError.invalid(selector.path(), checked, detail));
      }
    } else {
      // What old clients call it.
      String field = label.equals("spec.host") ? "spec.nodeName" : label;
      if (!allowed.contains(field)) {
        selector.error(FieldError.notSupported(selector.at("fieldPath"), field, allowed));
      }
    }
  }

  /** Returns what stands before {@code ['key']}, or all of it: {@code SplitMaybeSubscriptedPath}. */
  private static String pathOf(String label) {
    int bracket = label.endsWith("']") ? label.indexOf("['") : -1;
    return bracket <= 0 || bracket + 2 > label.length() - 2 ? label : label.substring(0, bracket);
  }

  /**
   * A resource of a container.
   *
   * @param volume whether it is for a file, which must say of which container
   */
  static void resourceFieldRef(Part selector, boolean volume) {
    String resource = selector.text("resource");
    if (volume && selector.text("containerName").isEmpty()) {
      selector.required("containerName", "");
    } else if (resource.isEmpty()) {
      selector.required("resource", "");
    } else if (!RESOURCES.contains(resource) && !isHugePages(resource)) {
      selector.error(FieldError.notSupported(selector.at("resource"), resource, RESOURCES));
    }
    divisor(selector, resource);
  }

  private static boolean isHugePages(String resource) {
    return resource.startsWith("limits.hugepages-") || resource.startsWith("requests.hugepages-");
  }

  private static void divisor(Part selector, String resource) {
    Quantity divisor = Fields.of(selector.tree()).quantity("divisor");
    if (divisor == null || divisor.isZero()) {
      return;
    }
    String text = divisor.toString();
    String detail = "";
    switch (resource) {
      case "limits.cpu", "requests.cpu" -> {
        if (!text.equals("1m") && !text.equals("1")) {
          detail = "only divisor's values 1m and 1 are supported with the cpu resource";
        }
      }
      case "limits.memory", "requests.memory" -> detail = bytes(text, "memory resource");
      case "limits.ephemeral-storage", "requests.ephemeral-storage" ->
        detail = bytes(text, "local ephemeral storage resource");
      default -> detail = isHugePages(resource) ? bytes(text, "hugepages resource") : "";
    }
    if (!detail.isEmpty()) {
      selector.error(FieldError.invalid(selector.at("divisor"), resource, detail));
    }
  }

  private static String bytes(String divisor, String resource) {
    return BYTE_DIVISORS.contains(divisor) ? "" : ONLY_BYTE_DIVISORS + resource;
  }
}
