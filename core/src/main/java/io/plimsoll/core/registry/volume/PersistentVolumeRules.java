package io.plimsoll.core.registry.volume;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.pod.NodeSelectorRules;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Map;

/**
 * What a persistent volume must say, on its own or in an attachment. Mirrors {@code ValidatePersistentVolumeSpec} of {@code
 * pkg/apis/core/validation}.
 */
final class PersistentVolumeRules {

  private static final List<String> ACCESS_MODES =
      List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
  private static final String ALONE = "ReadWriteOncePod";
  private static final List<String> RECLAIM_POLICIES = List.of("Delete", "Recycle", "Retain");
  private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");
  private static final String ATTRIBUTES_CLASS = "volumeAttributesClassName";
  private static final String RECLAIM_POLICY = "persistentVolumeReclaimPolicy";
  private static final String INLINE = "may not be specified in the context of inline volumes";

  private final Part spec;
  private final boolean inline;
  private final boolean anyNodeLabelValue;

  PersistentVolumeRules(Part spec, boolean inline, boolean anyNodeLabelValue) {
    this.spec = spec;
    this.inline = inline;
    this.anyNodeLabelValue = anyNodeLabelValue;
  }

  void check(String volume) {
    if (inline) {
      forbidInline("claimRef");
      if (!spec.quantities("capacity").isEmpty()) {
        spec.forbidden("capacity", INLINE);
      }
      if (!spec.has("csi")) {
        spec.required("csi", "has to be specified in the context of inline volumes");
      }
    }
    checkModes();
    if (!inline) {
      checkCapacity();
    }
    checkReclaimPolicy();
    if (inline) {
      forbidInline("nodeAffinity");
    } else if (spec.has("nodeAffinity")) {
      checkAffinity(spec.object("nodeAffinity"));
    }
    new PersistentVolumeSources(spec, !inline && spec.has("nodeAffinity")).check(volume);
    checkClass();
    checkVolumeMode();
    checkAttributesClass();
  }

  private void forbidInline(String field) {
    if (spec.has(field)) {
      spec.forbidden(field, INLINE);
    }
  }

  private void checkModes() {
    List<String> modes = spec.strings("accessModes");
    FieldPath path = spec.at("accessModes");
    if (modes.isEmpty()) {
      spec.required("accessModes", "");
    }
    for (String mode : modes) {
      if (!ACCESS_MODES.contains(mode)) {
        spec.error(FieldError.notSupported(path, mode, ACCESS_MODES));
      }
    }
    boolean others =
        modes.stream().anyMatch(mode -> ACCESS_MODES.contains(mode) && !mode.equals(ALONE));
    if (modes.contains(ALONE) && others) {
      spec.error(
          FieldError.forbidden(path, "may not use ReadWriteOncePod with other access modes"));
    }
  }

  private void checkCapacity() {
    Map<String, Quantity> capacity = spec.quantities("capacity");
    if (capacity.isEmpty()) {
      spec.required("capacity", "");
    }
    if (!capacity.containsKey("storage") || capacity.size() > 1) {
      spec.notSupported("capacity", List.of("storage"));
    }
    for (Map.Entry<String, Quantity> entry : MapOrder.byKey(capacity)) {
      FieldPath path = spec.at("capacity").key(entry.getKey());
      Quantity amount = entry.getValue();
      long value = amount.value().orElse(0);
      if (value < 0) {
        spec.error(FieldError.invalid(path, value, "must be a valid resource quantity"));
      }
      if (amount.sign() <= 0) {
        spec.error(FieldError.invalid(path, amount.toString(), Messages.NOT_POSITIVE));
      }
    }
  }

  private void checkReclaimPolicy() {
    String policy = spec.text(RECLAIM_POLICY);
    if (policy.isEmpty()) {
      return;
    }
    if (!inline && !RECLAIM_POLICIES.contains(policy)) {
      spec.notSupported(RECLAIM_POLICY, RECLAIM_POLICIES);
    } else if (inline && !policy.equals("Retain")) {
      spec.forbidden(RECLAIM_POLICY, "may only be Retain in the context of inline volumes");
    }
  }

  private void checkAffinity(Part affinity) {
    if (affinity.has("required")) {
      NodeSelectorRules.check(affinity.object("required"), anyNodeLabelValue);
    } else {
      affinity.required("required", "must specify required node constraints");
    }
  }

  private void checkClass() {
    String name = spec.text("storageClassName");
    if (inline && !name.isEmpty()) {
      spec.forbidden("storageClassName", INLINE);
    } else if (!name.isEmpty()) {
      spec.invalid("storageClassName", Names.dnsSubdomainErrors(name));
    }
  }

  private void checkVolumeMode() {
    String mode = spec.text("volumeMode");
    if (!spec.has("volumeMode")) {
      return;
    }
    if (!inline && !VOLUME_MODES.contains(mode)) {
      spec.notSupported("volumeMode", VOLUME_MODES);
    } else if (inline && !mode.equals("Filesystem")) {
      spec.forbidden(
          "volumeMode",
          "may not specify volumeMode other than Filesystem in the context of inline volumes");
    }
  }

  /** An inline volume of an attachment may say anything here, as upstream does not look. */
  private void checkAttributesClass() {
    if (inline || !spec.has(ATTRIBUTES_CLASS)) {
      return;
    }
    String name = spec.text(ATTRIBUTES_CLASS);
    if (name.isEmpty()) {
      spec.required(ATTRIBUTES_CLASS, "an empty string is disallowed");
    } else {
      spec.invalid(ATTRIBUTES_CLASS, Names.dnsSubdomainErrors(name));
    }
    if (!spec.has("csi")) {
      spec.required("csi", "has to be specified when using volumeAttributesClassName");
    }
  }
}
