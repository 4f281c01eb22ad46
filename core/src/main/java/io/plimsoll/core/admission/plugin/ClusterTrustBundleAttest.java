package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;

/**
 * Lets only those write a trust bundle of a signer who may attest for it. Mirrors {@code
 * plugin/pkg/admission/certificates/ctbattest}.
 */
final class ClusterTrustBundleAttest extends Handler {

  ClusterTrustBundleAttest() {
    super("ClusterTrustBundleAttest", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    String signer = Trees.spec(call.object()).text("signerName");
    boolean about = attributes.resource().name().equals("clustertrustbundles")
        && attributes.resource().group().equals("certificates.k8s.io");
    if (!about
        || signer.isEmpty()
        || (attributes.operation() == Operation.UPDATE
            && rest(call.object()).equals(rest(call.oldObject())))) {
      return Admission.UNCHANGED;
    }
    return Signers.allows(call, "attest", signer)
        ? Admission.UNCHANGED
        : call.forbid("user not permitted to attest for signerName " + GoText.quote(signer));
  }

  /** All but what the garbage collector changes. Mirrors {@code rbac.IsOnlyMutatingGCFields}. */
  private static MappingValue rest(MappingValue object) {
    MappingValue metadata = Trees.metadata(object)
        .tree()
        .without("ownerReferences")
        .without("finalizers")
        .without("managedFields");
    return object.with("metadata", metadata);
  }
}
