package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of features that are off by default: they are dropped unless the old pod has one of the same feature. Mirrors {@code
 * dropDisabledFields} of {@code pkg/api/pod/util.go}.
 */
final class DisabledFields {

  /** Annotations that were init containers once are dropped, too. */
  private static final Set<String> INIT_CONTAINERS = Set.of(
      "pod.beta.kubernetes.io/init-containers",
      "pod.alpha.kubernetes.io/init-containers",
      "pod.beta.kubernetes.io/init-container-statuses",
      "pod.alpha.kubernetes.io/init-container-statuses");

  /** The fields of each feature, as ways through a specification; {@code *} stands for each item of a list. */
  private static final List<List<String[]>> FEATURES = List.of(
      userFields(),
      ways("schedulingGroup"),
      inContainers("livenessProbe.grpc.mode", "readinessProbe.grpc.mode", "startupProbe.grpc.mode"),
      ways("evictionResponders"),
      ways("volumes.*.emptyDir.mode"),
      inContainers("volumeMounts.*.bindMountOptions"),
      inContainers("lifecycle.stopSignal"),
      inContainers(
          "livenessProbe.httpGet.protocol",
          "readinessProbe.httpGet.protocol",
          "startupProbe.httpGet.protocol",
          "lifecycle.postStart.httpGet.protocol",
          "lifecycle.preStop.httpGet.protocol"));

  /** All ways of all features at once: nearly no pod has any of them, which one walk along what is there tells. */
  private static final FieldWays ALL =
      FieldWays.of(FEATURES.stream().flatMap(List::stream).toList());

  private DisabledFields() {}

  private static List<String[]> ways(String... ways) {
    List<String[]> split = new ArrayList<>();
    for (String way : ways) {
      split.add(way.split("\\."));
    }
    return split;
  }

  private static List<String[]> inContainers(String... ways) {
    List<String[]> split = new ArrayList<>();
    for (String containers : PodDefaults.CONTAINERS) {
      for (String way : ways) {
        split.addAll(ways(containers + ".*." + way));
      }
    }
    return split;
  }

  /** The owners of files: {@code AtomicWriteVolumeUserFields}. */
  private static List<String[]> userFields() {
    List<String[]> ways = new ArrayList<>();
    for (String source : List.of("secret", "configMap", "downwardAPI")) {
      ways.addAll(ways(
          "volumes.*." + source + ".defaultUser",
          "volumes.*." + source + ".items.*.user",
          "volumes.*.projected.sources.*." + source + ".items.*.user"));
    }
    ways.addAll(ways("volumes.*.projected.defaultUser"));
    for (String source : List.of("serviceAccountToken", "clusterTrustBundle", "podCertificate")) {
      ways.addAll(ways("volumes.*.projected.sources.*." + source + ".user"));
    }
    return ways;
  }

  /**
   * Drops the fields from a pod or template.
   *
   * @param old what it replaces; an empty object if it is new
   */
  static void drop(Draft pod, MappingValue old) {
    MappingValue spec = pod.object("spec");
    if (!areIn(pod.object("metadata"), spec)) {
      return;
    }
    pod.edit(
        "metadata",
        metadata -> metadata.edit("annotations", a -> INIT_CONTAINERS.forEach(a::remove)));
    Value oldSpec = old.get("spec");
    for (List<String[]> feature : FEATURES) {
      for (String[] way : feature) {
        if (isSet(spec, way, 0) && !isInUse(oldSpec, feature)) {
          pod.edit("spec", draft -> remove(draft, way, 0));
        }
      }
    }
  }

  /** Returns whether a pod or template has any of the fields, or annotations that took the place of fields once. */
  static boolean areIn(MappingValue metadata, MappingValue spec) {
    return hasInitContainers(metadata) || ALL.isAnySet(spec);
  }

  private static boolean hasInitContainers(MappingValue metadata) {
    if (metadata.get("annotations") instanceof MappingValue annotations) {
      for (int i = 0; i < annotations.size(); i++) {
        if (INIT_CONTAINERS.contains(annotations.key(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isInUse(@Nullable Value oldSpec, List<String[]> feature) {
    return feature.stream().anyMatch(way -> isSet(oldSpec, way, 0));
  }

  private static boolean isSet(@Nullable Value value, String[] way, int at) {
    if (value == null || value.isNull()) {
      return false;
    }
    if (at == way.length) {
      return !(value instanceof SequenceValue list && list.size() == 0);
    }
    if (!way[at].equals("*")) {
      return value instanceof MappingValue map && isSet(map.get(way[at]), way, at + 1);
    }
    if (value instanceof SequenceValue list) {
      for (Value item : list.items()) {
        if (isSet(item, way, at + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void remove(Draft draft, String[] way, int at) {
    if (at == way.length - 1) {
      draft.remove(way[at]);
    } else if (way[at + 1].equals("*")) {
      draft.editEach(way[at], item -> remove(item, way, at + 2));
    } else {
      draft.edit(way[at], part -> remove(part, way, at + 1));
      // A lifecycle that said nothing else is gone.
      if (way[at].equals("lifecycle") && draft.object(way[at]).size() == 0) {
        draft.remove(way[at]);
      }
    }
  }
}
