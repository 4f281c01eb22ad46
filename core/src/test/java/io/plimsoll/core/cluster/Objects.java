package io.plimsoll.core.cluster;

import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects for tests of clusters. */
final class Objects {

  private Objects() {}

  /** Returns the objects of a text. */
  static List<KubeObject> of(String yaml) {
    return Manifests.read("test.yaml", yaml).orThrow().objects();
  }

  static KubeObject pod(String namespace, String name, String... label) {
    return object("v1", "Pod", namespace, name, label);
  }

  /** Returns an object; an empty namespace or name is left out. */
  static KubeObject object(
      String apiVersion, String kind, String namespace, String name, String... label) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    put(metadata, "namespace", namespace);
    put(metadata, "name", name);
    if (label.length > 0) {
      metadata.put("labels", Map.of(label[0], label[1]));
    }
    return KubeObject.of((MappingValue)
        Value.from(Map.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata)));
  }

  private static void put(Map<String, Object> map, String key, String value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }
}
