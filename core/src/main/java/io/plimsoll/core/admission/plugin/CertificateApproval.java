package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;

/**
 * Lets only those approve certificate requests who may approve for the signer. Mirrors {@code
 * plugin/pkg/admission/certificates/approval}.
 */
final class CertificateApproval extends Handler {

  CertificateApproval() {
    super("CertificateApproval", Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (!Signers.isAboutRequests(call, "approval")) {
      return Admission.UNCHANGED;
    }
    String signer = Trees.spec(call.oldObject()).text("signerName");
    return Signers.allows(call, "approve", signer)
        ? Admission.UNCHANGED
        : call.forbid(
            "user not permitted to approve requests with signerName " + GoText.quote(signer));
  }
}
