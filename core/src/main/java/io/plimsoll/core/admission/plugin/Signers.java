package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.request.Attributes;

/** Who may act for a signer of certificates. Mirrors {@code IsAuthorizedForSignerName} of {@code pkg/certauthorization}. */
final class Signers {

  private static final String GROUP = "certificates.k8s.io";

  private Signers() {}

  /** Returns whether the user may do something for a signer, or for all signers of its domain. */
  static boolean allows(AdmissionCall call, String verb, String signer) {
    int slash = signer.indexOf('/');
    String domain = slash < 0 ? signer : signer.substring(0, slash);
    return allowsNamed(call, verb, signer) || allowsNamed(call, verb, domain + "/*");
  }

  private static boolean allowsNamed(AdmissionCall call, String verb, String name) {
    Attributes attributes = Attributes.ofResource(verb, GROUP, "signers").named(name);
    Authorization answer =
        call.authorizer().authorize(call.cluster(), call.attributes().user(), attributes);
    return answer.isAllowed() && answer.error().isEmpty();
  }

  /** Returns whether a request is about certificate signing requests, or a subresource of theirs. */
  static boolean isAboutRequests(AdmissionCall call, String subresource) {
    return call.attributes().isAbout(GROUP, "certificatesigningrequests", subresource);
  }
}
