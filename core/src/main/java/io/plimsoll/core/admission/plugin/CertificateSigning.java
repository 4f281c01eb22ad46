package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * Lets only those sign certificate requests who may sign for the signer. Mirrors {@code
 * plugin/pkg/admission/certificates/signing}.
 */
final class CertificateSigning extends Handler {

  CertificateSigning() {
    super("CertificateSigning", Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (!Signers.isAboutRequests(call, "status")
        || outcome(call.object()).equals(outcome(call.oldObject()))) {
      return Admission.UNCHANGED;
    }
    String signer = Trees.spec(call.oldObject()).text("signerName");
    return Signers.allows(call, "sign", signer)
        ? Admission.UNCHANGED
        : call.forbid(
            "user not permitted to sign requests with signerName " + GoText.quote(signer));
  }

  private static List<Object> outcome(MappingValue request) {
    Fields status = Trees.status(request);
    return List.of(status.text("certificate"), status.list("conditions", Fields::tree));
  }
}
