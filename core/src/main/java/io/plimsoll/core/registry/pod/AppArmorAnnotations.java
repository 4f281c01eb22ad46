package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Annotations with AppArmor profiles become fields when a pod is created. Mirrors {@code applyAppArmorVersionSkew}. */
final class AppArmorAnnotations {

  private AppArmorAnnotations() {}

  /** Returns whether there is anything to do. */
  private static boolean apply(@Nullable Value metadata, @Nullable Value spec) {
    return metadata instanceof MappingValue map
        && areIn(map)
        && !Fields.of(Fields.of(spec).value("os")).text("name").equals("windows");
  }

  /** Returns whether metadata have any such annotation. */
  static boolean areIn(MappingValue metadata) {
    if (metadata.get("annotations") instanceof MappingValue map) {
      for (int i = 0; i < map.size(); i++) {
        if (map.key(i).startsWith(AppArmorRules.PREFIX)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Sets the fields that annotations stand for. */
  static void toFields(Draft pod) {
    if (!apply(pod.get("metadata"), pod.get("spec"))) {
      return;
    }
    MappingValue before = pod.build();
    Map<String, String> annotations = annotations(before);
    Optional<AppArmorProfile> podProfile = podProfile(before);
    pod.edit("spec", spec -> {
      for (String containers : PodDefaults.CONTAINERS) {
        spec.editEach(containers, container -> {
          Optional<AppArmorProfile> field = newField(annotations, container.build());
          if (field.isPresent() && !field.equals(podProfile)) {
            container.editOrCreate(
                "securityContext", context -> context.set("appArmorProfile", tree(field.get())));
          }
        });
      }
    });
  }

  private static MappingValue tree(AppArmorProfile profile) {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("type", ScalarValue.of(profile.type()));
    if (profile.localhostProfile() != null) {
      tree.put("localhostProfile", ScalarValue.of(profile.localhostProfile()));
    }
    return MappingValue.of(tree);
  }

  /** Returns what is remarked of annotations that a pod should not use any more. */
  static List<String> warnings(MappingValue pod) {
    if (!apply(pod.get("metadata"), pod.get("spec"))) {
      return List.of();
    }
    Map<String, String> annotations = annotations(pod);
    Optional<AppArmorProfile> podProfile = podProfile(pod);
    List<String> warnings = new ArrayList<>();
    Draft spec = Draft.of(Draft.of(pod).object("spec"));
    for (String containers : PodDefaults.CONTAINERS) {
      for (Value container : spec.items(containers)) {
        if (hasAnnotationOnly(annotations, container)) {
          Optional<AppArmorProfile> field = newField(annotations, container);
          if (field.isEmpty() || !field.equals(podProfile)) {
            warnings.add(warning(FieldPath.of("metadata"), key(container)));
          }
        }
      }
    }
    return warnings;
  }

  /** Returns what is remarked of an annotation. */
  static String warning(FieldPath metadata, String key) {
    return metadata.field("annotations").key(key)
        + ": deprecated since v1.30; use the \"appArmorProfile\" field instead";
  }

  private static Map<String, String> annotations(MappingValue pod) {
    return Fields.of(pod.get("metadata")).stringMap("annotations");
  }

  private static Optional<AppArmorProfile> podProfile(MappingValue pod) {
    return profile(Fields.of(pod.get("spec")));
  }

  /** Returns the profile in the security context of a pod or container. */
  static Optional<AppArmorProfile> profile(Fields holder) {
    @Nullable
    AppArmorProfile profile =
        Fields.of(holder.value("securityContext")).object("appArmorProfile", AppArmorProfile::from);
    return Optional.ofNullable(profile);
  }

  private static String key(Value container) {
    return AppArmorRules.PREFIX + Fields.of(container).text("name");
  }

  private static boolean hasAnnotationOnly(Map<String, String> annotations, Value container) {
    return annotations.containsKey(key(container))
        && profile(Fields.of(container)).isEmpty();
  }

  /** Returns the field that an annotation stands for, if there is none yet and it may stand there. */
  private static Optional<AppArmorProfile> newField(
      Map<String, String> annotations, Value container) {
    if (!hasAnnotationOnly(annotations, container)) {
      return Optional.empty();
    }
    return AppArmorRules.fieldFor(annotations.getOrDefault(key(container), ""))
        .filter(field -> field.localhostProfile() == null
            || AppArmorRules.isProfileName(field.localhostProfile()));
  }
}
