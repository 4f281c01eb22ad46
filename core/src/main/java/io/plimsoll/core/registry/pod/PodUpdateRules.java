package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.ObjectDiff;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may change in a pod that is there already: next to nothing. Mirrors the second half of {@code ValidatePodUpdate}. */
final class PodUpdateRules {

  private static final long MAX_DEADLINE = Integer.MAX_VALUE;

  private static final String DEADLINE = "activeDeadlineSeconds";
  private static final String PERIOD = "terminationGracePeriodSeconds";

  /** The first line of what upstream says. */
  private static final String IMMUTABLE = "pod updates may not change fields other than"
      + " `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only"
      + " additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously"
      + " negative)\n";

  private PodUpdateRules() {}

  static void check(PodContext pod, Part old) {
    Part spec = pod.spec();
    if (!deadline(spec, old)) {
      return;
    }
    tolerations(pod, old);
    gates(spec, old);
    if (isSame(spec.tree(), old.tree())) {
      return;
    }
    Draft munged = Draft.of(spec.tree());
    keepImages(munged, old, "containers");
    keepImages(munged, old, "initContainers");
    keep(munged, old, DEADLINE);
    keep(munged, old, "schedulingGates");
    keep(munged, old, "tolerations");
    if (old.number(PERIOD) < 0 && spec.number(PERIOD) == 1) {
      keep(munged, old, PERIOD);
    }
    if (!old.list("schedulingGates").isEmpty()) {
      GatedPodRules.check(spec, munged, old);
    }
    MappingValue rest = munged.build();
    if (!isSame(rest, old.tree())) {
      String difference = ObjectDiff.of(old.json(), spec.replacedBy(rest).json());
      spec.error(FieldError.forbidden(spec.path(), IMMUTABLE + difference));
    }
  }

  static boolean isSame(MappingValue spec, MappingValue old) {
    return WireForm.isSame(spec, old, PodTypes.SPEC);
  }

  static void keep(Draft spec, Part old, String field) {
    Value value = old.value(field);
    if (value == null) {
      spec.remove(field);
    } else {
      spec.set(field, value);
    }
  }

  private static void keepImages(Draft spec, Part old, String field) {
    List<Part> before = old.list(field);
    int[] next = {0};
    spec.editEach(field, container -> {
      int at = next[0]++;
      if (at < before.size()) {
        keep(container, before.get(at), "image");
      }
    });
  }

  /** The deadline may only come nearer; returns whether to go on. */
  private static boolean deadline(Part spec, Part old) {
    if (!spec.has(DEADLINE)) {
      if (old.has(DEADLINE)) {
        spec.error(FieldError.invalidPrinted(
            spec.at(DEADLINE), "null", "must not update from a positive integer to nil value"));
      }
      return true;
    }
    long deadline = spec.number(DEADLINE);
    if (deadline < 0 || deadline > MAX_DEADLINE) {
      spec.invalid(DEADLINE, "must be between 0 and " + MAX_DEADLINE + ", inclusive");
      return false;
    }
    if (old.has(DEADLINE) && old.number(DEADLINE) < deadline) {
      spec.invalid(DEADLINE, "must be less than or equal to previous value");
      return false;
    }
    return true;
  }

  /** Tolerations may be added: {@code validateOnlyAddedTolerations}. */
  private static void tolerations(PodContext pod, Part old) {
    Part spec = pod.spec();
    List<Part> tolerations = spec.list("tolerations");
    for (Part before : old.list("tolerations")) {
      if (tolerations.stream().noneMatch(after -> isSameToleration(before, after))) {
        spec.forbidden(
            "tolerations", "existing toleration can not be modified except its tolerationSeconds");
        return;
      }
    }
    for (Part toleration : tolerations) {
      TolerationRules.check(toleration, pod.leniency().comparingTolerations());
    }
  }

  private static boolean isSameToleration(Part a, Part b) {
    return List.of("key", "operator", "value", "effect").stream()
        .allMatch(field -> a.text(field).equals(b.text(field)));
  }

  /** Gates may be taken away: {@code validateOnlyDeletedSchedulingGates}. */
  private static void gates(Part spec, Part old) {
    Map<String, FieldPath> added = new LinkedHashMap<>();
    for (Part gate : spec.list("schedulingGates")) {
      added.put(gate.text("name"), gate.at("name"));
    }
    old.list("schedulingGates").forEach(gate -> added.remove(gate.text("name")));
    added.forEach((name, path) -> spec.error(FieldError.forbidden(
        path, "only deletion is allowed, but found new scheduling gate '" + name + "'")));
  }
}
