package io.plimsoll.core.admission.support;

import io.plimsoll.core.schema.ApiResource;

/** Names of resources with their group. */
public final class Resources {

  private Resources() {}

  /** Returns {@code pods}, {@code deployments.apps}: {@code schema.GroupResource.String}. */
  public static String qualified(ApiResource resource) {
    return resource.group().isEmpty()
        ? resource.name()
        : resource.name().concat(".").concat(resource.group());
  }
}
