package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;

/**
 * A kind with its group and version. Mirrors the type of {@code k8s.io/apimachinery/pkg/runtime/schema}.
 *
 * @param group the API group, empty for the core group
 * @param version the version
 * @param kind the kind
 */
record GroupVersionKind(String group, String version, String kind) {

  /** Mirrors {@code ParseGroupVersion}. */
  static GroupVersionKind of(String apiVersion, String kind) throws DecodeFailure {
    if (apiVersion.equals("/")) {
      return new GroupVersionKind("", "", kind);
    }
    int slash = apiVersion.indexOf('/');
    if (slash != apiVersion.lastIndexOf('/')) {
      throw new DecodeFailure("unexpected GroupVersion string: " + apiVersion);
    }
    return new GroupVersionKind(
        slash < 0 ? "" : apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /**
   * Returns the kind that a caller expects.
   *
   * @throws IllegalArgumentException if the API version has more than one slash
   */
  static GroupVersionKind expected(String apiVersion, String kind) {
    try {
      return of(apiVersion, kind);
    } catch (DecodeFailure e) {
      throw new IllegalArgumentException("not an API version: \"" + apiVersion + "\"", e);
    }
  }

  /** Returns the object with its version and kind, where it does not say them yet. */
  MappingValue name(MappingValue object) {
    return named(named(object, "kind", kind), "apiVersion", apiVersion());
  }

  private static MappingValue named(MappingValue object, String name, String text) {
    return object.get(name) instanceof ScalarValue scalar && scalar.text().equals(text)
        ? object
        : object.with(name, ScalarValue.of(text));
  }

  /** Returns this with what is missing taken from another. Mirrors {@code gvkWithDefaults}. */
  GroupVersionKind withDefaults(GroupVersionKind other) {
    boolean noVersion = version.isEmpty() && (group.isEmpty() || group.equals(other.group));
    return new GroupVersionKind(
        noVersion ? other.group : group,
        noVersion ? other.version : version,
        kind.isEmpty() ? other.kind : kind);
  }

  /** Returns the API version as objects write it. */
  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Returns the type of the internal object as Go prints it: the package is named after the group. */
  String internalType() {
    int dot = group.indexOf('.');
    String domain = dot < 0 ? group : group.substring(0, dot);
    String home = switch (domain) {
      case "", "events" -> "core";
      case "internal" -> "apiserverinternal";
      case "extensions" -> extensionsHome();
      case "apps" -> kind.equals("Scale") ? "autoscaling" : "apps";
      default -> domain;
    };
    return home + "." + kind;
  }

  private String extensionsHome() {
    return kind.startsWith("Ingress") || kind.startsWith("NetworkPolicy")
        ? "networking"
        : kind.equals("Scale") ? "autoscaling" : "apps";
  }
}
