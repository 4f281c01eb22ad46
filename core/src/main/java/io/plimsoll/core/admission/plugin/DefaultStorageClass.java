package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.ClaimClass;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.ScalarValue;

/** Gives claims without a storage class the default one. Mirrors {@code plugin/pkg/admission/storage/storageclass/setdefault}. */
final class DefaultStorageClass extends Handler {

  DefaultStorageClass() {
    super("DefaultStorageClass", Operation.CREATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!call.attributes().isAbout("", "persistentvolumeclaims")
        || ClaimClass.isSet(call.object())) {
      return Admission.UNCHANGED;
    }
    return StorageClass.defaultName(call.cluster())
        .map(name -> Admission.changed(
            Trees.editSpec(
                call.object(), spec -> spec.set("storageClassName", ScalarValue.of(name))),
            "StorageClass " + name + " is the default"))
        .orElse(Admission.UNCHANGED);
  }
}
