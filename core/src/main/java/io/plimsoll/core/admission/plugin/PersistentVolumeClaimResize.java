package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.ClaimClass;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.pod.PodResources;

/**
 * Lets claims grow only where their storage class allows it. Mirrors {@code
 * plugin/pkg/admission/storage/persistentvolume/resize}.
 */
final class PersistentVolumeClaimResize extends Handler {

  PersistentVolumeClaimResize() {
    super("PersistentVolumeClaimResize", Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (!call.attributes().isAbout("", "persistentvolumeclaims")
        || size(call.object()).compareTo(size(call.oldObject())) <= 0) {
      return Admission.UNCHANGED;
    }
    if (!Trees.status(call.oldObject()).text("phase").equals("Bound")) {
      return call.forbid("Only bound persistent volume claims can be expanded");
    }
    String name = ClaimClass.of(call.object());
    boolean grows = !name.isEmpty()
        && name.equals(ClaimClass.of(call.oldObject()))
        && call.cluster()
            .find(StorageClass.KIND, "", name)
            .map(StorageClass::allowVolumeExpansion)
            .orElse(false);
    return grows
        ? Admission.UNCHANGED
        : call.forbid("only dynamically provisioned pvc can be resized and the storageclass that"
            + " provisions the pvc must support resize");
  }

  private static Quantity size(MappingValue claim) {
    return PodResources.inResources(Trees.spec(claim), "requests")
        .getOrDefault("storage", Quantity.ZERO);
  }
}
