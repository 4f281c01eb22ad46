package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.validation.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Annotations that mean something for a pod. Mirrors {@code ValidatePodSpecificAnnotations}. */
final class PodAnnotationRules {

  private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";

  private PodAnnotationRules() {}

  /** Returns those annotations that any of the rules or remarks for pods looks at, in their order. */
  static Map<String, String> known(Fields metadata) {
    if (metadata.value("annotations") instanceof MappingValue annotations) {
      for (int i = 0; i < annotations.size(); i++) {
        if (isKnown(annotations.key(i))) {
          Map<String, String> known = new LinkedHashMap<>(metadata.stringMap("annotations"));
          known.keySet().removeIf(key -> !isKnown(key));
          return known;
        }
      }
    }
    return Map.of();
  }

  private static boolean isKnown(String key) {
    return key.contains(".alpha.kubernetes.io/")
        || key.contains(".beta.kubernetes.io/")
        || key.equals(Pod.MIRROR_ANNOTATION)
        || key.equals(DELETION_COST);
  }

  /**
   * Adds what is wrong with the annotations.
   *
   * @param path where they are
   */
  static void check(FieldPath path, Map<String, String> annotations, PodContext pod) {
    if (annotations.isEmpty()) {
      return;
    }
    List<FieldError> errors = pod.spec().errors();
    String mirror = annotations.get(Pod.MIRROR_ANNOTATION);
    if (mirror != null && pod.spec().text("nodeName").isEmpty()) {
      errors.add(FieldError.invalid(
          path.key(Pod.MIRROR_ANNOTATION),
          mirror,
          "must set spec.nodeName if mirror pod annotation is set"));
    }
    TolerationsAnnotation.check(path, annotations, pod);
    String cost = annotations.get(DELETION_COST);
    if (cost != null && !pod.leniency().deletionCost() && !isCost(cost)) {
      errors.add(FieldError.invalid(path.key(DELETION_COST), cost, "must be a 32bit integer"));
    }
    SeccompRules.annotations(errors, path, annotations);
    AppArmorRules.annotations(path, annotations, pod);
  }

  /** Returns whether the cost of deletion that annotations say is none. */
  static boolean hasInvalidCost(Map<String, String> annotations) {
    String cost = annotations.get(DELETION_COST);
    return cost != null && !isCost(cost);
  }

  /** A number of 32 bits without superfluous characters, but for zeros after a sign. */
  private static boolean isCost(String text) {
    if (text.isEmpty() || text.charAt(0) == '+' || (text.charAt(0) == '0' && text.length() > 1)) {
      return false;
    }
    OptionalLong number = GoText.parseInt64(text);
    return number.isPresent() && number.getAsLong() == (int) number.getAsLong();
  }

  /** Some annotations stay what they are: {@code ValidatePodSpecificAnnotationUpdates}. */
  static void checkUpdate(
      FieldPath path, Map<String, String> annotations, Map<String, String> old, PodContext pod) {
    List<FieldError> errors = pod.spec().errors();
    for (Map.Entry<String, String> before : MapOrder.byKey(old)) {
      String key = before.getKey();
      if (before.getValue().equals(annotations.get(key))) {
        continue;
      }
      if (key.startsWith(AppArmorRules.PREFIX)) {
        errors.add(
            FieldError.forbidden(path.key(key), "may not remove or update AppArmor annotations"));
      }
      if (key.equals(Pod.MIRROR_ANNOTATION)) {
        errors.add(
            FieldError.forbidden(path.key(key), "may not remove or update mirror pod annotation"));
      }
    }
    for (Map.Entry<String, String> annotation : MapOrder.byKey(annotations)) {
      String key = annotation.getKey();
      if (old.containsKey(key)) {
        continue;
      }
      if (key.startsWith(AppArmorRules.PREFIX)) {
        errors.add(FieldError.forbidden(path.key(key), "may not add AppArmor annotations"));
      }
      if (key.equals(Pod.MIRROR_ANNOTATION)) {
        errors.add(FieldError.forbidden(path.key(key), "may not add mirror pod annotation"));
      }
    }
    check(path, annotations, pod);
  }
}
