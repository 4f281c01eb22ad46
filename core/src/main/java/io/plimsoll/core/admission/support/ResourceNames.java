package io.plimsoll.core.admission.support;

import io.plimsoll.core.model.LabelSyntax;

/** Names of resources that containers ask for. Mirrors {@code pkg/apis/core/helper} of Kubernetes. */
public final class ResourceNames {

  private static final String REQUESTS = "requests.";

  private ResourceNames() {}

  /** Returns whether a name is that of a resource that Kubernetes itself does not know: {@code IsExtendedResourceName}. */
  public static boolean isExtended(String name) {
    return !isNative(name)
        && !name.startsWith(REQUESTS)
        && LabelSyntax.keyErrors(REQUESTS.concat(name)).isEmpty();
  }

  /** Returns whether a name is that of a resource that Kubernetes itself knows: {@code IsNativeResource}. */
  public static boolean isNative(String name) {
    return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
  }
}
