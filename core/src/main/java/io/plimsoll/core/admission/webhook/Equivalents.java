package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.support.Resources;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The resources that are the same objects in another version. Mirrors {@code EquivalentResourceRegistry} of {@code
 * k8s.io/apimachinery/pkg/runtime}.
 */
final class Equivalents {

  private static final ClusterIndex<Equivalents> INDEX = CustomKinds.index(Equivalents::new);

  private final Map<String, List<ApiResource>> byName = new HashMap<>();

  /** Returns those among the resources that a cluster serves, custom ones included. */
  static Equivalents in(Cluster cluster) {
    return cluster.index(INDEX);
  }

  private Equivalents(ResourceCatalog catalog) {
    for (ApiResource resource : catalog.resources()) {
      byName.computeIfAbsent(key(resource), any -> new ArrayList<>()).add(resource);
    }
  }

  /** Events are stored once for two groups. */
  private static String key(ApiResource resource) {
    String key = Resources.qualified(resource);
    return key.equals("events.events.k8s.io") ? "events" : key;
  }

  /** Returns the other versions of a resource, in order. */
  List<ApiResource> of(ApiResource resource) {
    return byName.getOrDefault(key(resource), List.of()).stream()
        .filter(one -> !one.apiVersion().equals(resource.apiVersion()))
        .toList();
  }
}
