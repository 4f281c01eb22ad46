package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Resources;
import io.plimsoll.core.admission.support.Trees;
import java.util.Map;

/**
 * Gives new objects the finalizers that keep them while they are in use. Mirrors {@code
 * plugin/pkg/admission/storage/storageobjectinuseprotection} and {@code plugin/pkg/admission/scheduling/podgroupprotection}.
 */
final class FinalizerPlugin extends Handler {

  private final Map<String, String> finalizers;

  /**
   * Makes the plug-in.
   *
   * @param finalizers the finalizer for each resource, named as in {@code volumeattributesclasses.storage.k8s.io}
   */
  private FinalizerPlugin(String name, Map<String, String> finalizers) {
    super(name, Operation.CREATE);
    this.finalizers = finalizers;
  }

  /** Returns the plug-in for volumes and claims. */
  static FinalizerPlugin storageObjectInUseProtection() {
    return new FinalizerPlugin(
        "StorageObjectInUseProtection",
        Map.of(
            "persistentvolumes",
            "kubernetes.io/pv-protection",
            "persistentvolumeclaims",
            "kubernetes.io/pvc-protection",
            "volumeattributesclasses.storage.k8s.io",
            "kubernetes.io/vac-protection"));
  }

  /**
   * Returns the plug-in for groups of pods.
   *
   * @param genericWorkload the feature gate {@code GenericWorkload}, which is off by default: then the plug-in does nothing
   */
  static FinalizerPlugin podGroupProtection(boolean genericWorkload) {
    return new FinalizerPlugin(
        "PodGroupProtection",
        genericWorkload
            ? Map.of("podgroups.scheduling.k8s.io", "scheduling.k8s.io/podgroup-protection")
            : Map.of());
  }

  @Override
  public Admission admit(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    String finalizer = finalizers.get(Resources.qualified(attributes.resource()));
    if (finalizer == null || !attributes.subresource().isEmpty()) {
      return Admission.UNCHANGED;
    }
    return Trees.withFinalizer(call.object(), finalizer)
        .map(object -> Admission.changed(object, "it must not go while it is in use"))
        .orElse(Admission.UNCHANGED);
  }
}
