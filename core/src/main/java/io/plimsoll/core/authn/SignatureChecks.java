package io.plimsoll.core.authn;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The checks of certificates' signatures that an authenticator made. */
final class SignatureChecks {

  private final Memo<Pair, Optional<String>> known = new Memo<>();

  /** A certificate, and the one that may have signed it. */
  private record Pair(X509Certificate certificate, X509Certificate parent) {}

  /** Returns why a certificate was not signed by another. */
  Optional<String> error(X509Certificate certificate, X509Certificate parent) {
    return known.get(
        new Pair(certificate, parent),
        pair -> CertificateRules.signatureError(pair.certificate(), pair.parent()));
  }
}
