package io.plimsoll.core.registry.volume;

import io.plimsoll.core.registry.NodeLabels;
import io.plimsoll.core.registry.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is remarked of a persistent volume. Mirrors {@code GetWarningsForPersistentVolume} of {@code pkg/api/persistentvolume}. */
final class PersistentVolumeWarnings {

  private static final Map<String, String> ANNOTATIONS = new LinkedHashMap<>();
  private static final Map<String, String> SOURCES = new LinkedHashMap<>();

  static {
    ANNOTATIONS.put(
        "volume.beta.kubernetes.io/storage-class",
        "deprecated since v1.8; use \"storageClassName\" attribute instead");
    ANNOTATIONS.put(
        "volume.beta.kubernetes.io/mount-options",
        "deprecated since v1.31; use \"mountOptions\" attribute instead");
    SOURCES.put("cephfs", "spec.cephfs: deprecated in v1.28, non-functional in v1.31+");
    SOURCES.put(
        "photonPersistentDisk",
        "spec.photonPersistentDisk: deprecated in v1.11, non-functional in v1.16+");
    SOURCES.put("scaleIO", "spec.scaleIO: deprecated in v1.16, non-functional in v1.22+");
    SOURCES.put("storageos", "spec.storageOS: deprecated in v1.22, non-functional in v1.25+");
    SOURCES.put("glusterfs", "spec.glusterfs: deprecated in v1.25, non-functional in v1.26+");
    SOURCES.put("rbd", "spec.rbd: deprecated in v1.28, non-functional in v1.31+");
  }

  private PersistentVolumeWarnings() {}

  static List<String> of(Part volume) {
    List<String> warnings = new ArrayList<>();
    Part metadata = volume.object("metadata");
    Map<String, String> annotations = metadata.stringMap("annotations");
    ANNOTATIONS.forEach((key, text) -> {
      if (annotations.containsKey(key)) {
        warnings.add(metadata.at("annotations").key(key) + ": " + text);
      }
    });
    Part spec = volume.object("spec");
    if (spec.text("persistentVolumeReclaimPolicy").equals("Recycle")) {
      warnings.add(spec.at("persistentVolumeReclaimPolicy")
          + ": The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use"
          + " dynamic provisioning.");
    }
    for (Part term : spec.object("nodeAffinity").object("required").list("nodeSelectorTerms")) {
      for (Part expression : term.list("matchExpressions")) {
        String key = expression.text("key");
        NodeLabels.deprecated(key)
            .ifPresent(text -> warnings.add(expression.at("key") + ": " + key + " is " + text));
      }
    }
    SOURCES.forEach((name, warning) -> {
      if (spec.has(name)) {
        warnings.add(warning);
      }
    });
    return warnings;
  }
}
