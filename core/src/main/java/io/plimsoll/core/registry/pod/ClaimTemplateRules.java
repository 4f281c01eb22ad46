package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.storage.ClaimSpecRules;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The template of the claim of an ephemeral volume. Mirrors {@code ValidatePersistentVolumeClaimTemplate}. */
final class ClaimTemplateRules {

  /** What a template may not say of the claim, in Go's order. */
  private static final List<String> NOT_SET = List.of(
      "name",
      "generateName",
      "namespace",
      "selfLink",
      "uid",
      "resourceVersion",
      "generation",
      "creationTimestamp",
      "deletionTimestamp",
      "deletionGracePeriodSeconds",
      "ownerReferences",
      "finalizers",
      "managedFields");

  private ClaimTemplateRules() {}

  static void check(Part source) {
    if (!(source.value("volumeClaimTemplate") instanceof MappingValue)) {
      source.required("volumeClaimTemplate", "");
      return;
    }
    Part template = source.object("volumeClaimTemplate");
    Part metadata = template.object("metadata");
    ObjectMetaRules.annotations(
        metadata.errors(), metadata.at("annotations"), metadata.stringMap("annotations"));
    ObjectMetaRules.labels(metadata.errors(), metadata.at("labels"), metadata.stringMap("labels"));
    for (String field : NOT_SET) {
      if (isSet(metadata.value(field))) {
        // Upstream makes the first letter of Go's name small.
        metadata.forbidden(field.equals("uid") ? "uID" : field, "cannot be set");
      }
    }
    ClaimSpecRules.check(template.object("spec"), ClaimSpecRules.Leniency.NONE);
  }

  private static boolean isSet(@Nullable Value value) {
    return value != null
        && !(value instanceof ScalarValue scalar
            && (scalar.text().isEmpty() || scalar.text().equals("0")));
  }
}
