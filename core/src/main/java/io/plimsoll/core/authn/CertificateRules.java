package io.plimsoll.core.authn;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one certificate of a chain must be like. Mirrors {@code isValid} and {@code CheckSignatureFrom} of Go's {@code crypto/x509}. */
final class CertificateRules {

  /** The critical extensions that Go understands. */
  private static final Set<String> UNDERSTOOD = Set.of(
      "2.5.29.14",
      "2.5.29.15",
      "2.5.29.17",
      "2.5.29.19",
      "2.5.29.30",
      "2.5.29.31",
      "2.5.29.32",
      "2.5.29.35",
      "2.5.29.37",
      "1.3.6.1.5.5.7.1.1");

  private static final int CERTIFICATE_SIGN = 5;
  private static final int VERSION_3 = 3;

  private CertificateRules() {}

  /**
   * Checks a certificate that would follow a chain.
   *
   * @param intermediate whether it is neither the first nor an authority that is trusted
   * @throws TokenException if it must not
   */
  static void check(
      X509Certificate certificate, List<X509Certificate> chain, boolean intermediate, Instant now)
      throws TokenException {
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    if (critical != null && !UNDERSTOOD.containsAll(critical)) {
      throw new TokenException("x509: unhandled critical extension");
    }
    Instant notBefore = certificate.getNotBefore().toInstant();
    Instant notAfter = certificate.getNotAfter().toInstant();
    if (now.isBefore(notBefore)) {
      throw expired(now, "before", notBefore);
    }
    if (now.isAfter(notAfter)) {
      throw expired(now, "after", notAfter);
    }
    boolean isAuthority = certificate.getBasicConstraints() >= 0;
    if (!chain.isEmpty() && intermediate && !isAuthority) {
      throw new TokenException("x509: certificate is not authorized to sign other certificates");
    }
    if (isAuthority && chain.size() - 1 > certificate.getBasicConstraints()) {
      throw new TokenException("x509: too many intermediates for path length constraint");
    }
  }

  private static TokenException expired(Instant now, String relation, Instant limit) {
    return new TokenException("x509: certificate has expired or is not yet valid: current time "
        + GoTimes.rfc3339(now) + " is " + relation + " " + GoTimes.rfc3339(limit));
  }

  /** Returns why a certificate was not signed by another. */
  static Optional<String> signatureError(X509Certificate certificate, X509Certificate parent) {
    boolean[] usage = parent.getKeyUsage();
    boolean isAuthority = parent.getBasicConstraints() >= 0;
    boolean saysSo = parent.getExtensionValue("2.5.29.19") != null;
    if (((parent.getVersion() == VERSION_3 || saysSo) && !isAuthority)
        || (usage != null && !usage[CERTIFICATE_SIGN])) {
      return Optional.of(
          "x509: invalid signature: parent certificate cannot sign this kind of certificate");
    }
    String algorithm = certificate.getSigAlgName();
    if (algorithm.startsWith("SHA1") || algorithm.startsWith("MD")) {
      String name = algorithm.endsWith("ECDSA") ? "ECDSA-SHA1" : algorithm.replace("with", "-");
      return Optional.of("x509: cannot verify signature: insecure algorithm " + name);
    }
    try {
      certificate.verify(parent.getPublicKey());
      return Optional.empty();
    } catch (GeneralSecurityException wrong) {
      return Optional.of(
          parent.getPublicKey().getAlgorithm().equals("RSA")
              ? "crypto/rsa: verification error"
              : "x509: ECDSA verification failure");
    }
  }

  /** Returns how an error calls an authority. */
  static String nameOf(X509Certificate certificate) {
    DistinguishedName name = DistinguishedName.of(certificate.getSubjectX500Principal());
    if (!name.commonName().isEmpty()) {
      return name.commonName();
    }
    return name.organizations().isEmpty()
        ? "serial:" + certificate.getSerialNumber()
        : name.organizations().get(0);
  }
}
