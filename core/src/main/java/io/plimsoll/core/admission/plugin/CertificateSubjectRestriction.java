package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.User;

/**
 * Lets nobody have a client certificate of the group that may do everything. Mirrors {@code
 * plugin/pkg/admission/certificates/subjectrestriction}.
 */
final class CertificateSubjectRestriction extends Handler {

  private static final String SIGNER = "kubernetes.io/kube-apiserver-client";

  CertificateSubjectRestriction() {
    super("CertificateSubjectRestriction", Operation.CREATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    Fields spec = Trees.spec(call.object());
    if (!Signers.isAboutRequests(call, "") || !spec.text("signerName").equals(SIGNER)) {
      return Admission.UNCHANGED;
    }
    try {
      CertificateSubject subject = CertificateSubject.ofRequest(spec.text("request"));
      return subject.organizations().contains(User.MASTERS)
          ? call.forbid("use of " + SIGNER + " signer with system:masters group is not allowed")
          : Admission.UNCHANGED;
    } catch (IllegalArgumentException unreadable) {
      return call.forbid("failed to parse CSR: " + unreadable.getMessage());
    }
  }
}
