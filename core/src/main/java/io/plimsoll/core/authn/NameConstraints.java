package io.plimsoll.core.authn;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What authorities say about the names they may sign. */
final class NameConstraints {

  static final String ALTERNATIVE_NAMES = "2.5.29.17";
  private static final String CONSTRAINTS = "2.5.29.30";

  private static final String ERROR =
      "x509: a root or intermediate certificate is not authorized to sign for this name: ";

  private NameConstraints() {}

  /** Returns which certificate of a chain has a name that one of the authorities after it must not sign. */
  static Optional<String> error(List<X509Certificate> chain) {
    for (int i = 1; i < chain.size(); i++) {
      byte[] constraints = chain.get(i).getExtensionValue(CONSTRAINTS);
      if (constraints != null && !allows(Der.of(constraints).content(), chain.subList(0, i))) {
        return Optional.of(ERROR + CertificateRules.nameOf(chain.get(i)));
      }
    }
    return Optional.empty();
  }

  private static boolean allows(byte[] constraints, List<X509Certificate> signed) {
    X509CertSelector selector = new X509CertSelector();
    try {
      selector.setNameConstraints(constraints);
    } catch (IOException malformed) {
      return false;
    }
    return signed.stream()
        .filter(certificate -> certificate.getExtensionValue(ALTERNATIVE_NAMES) != null)
        .allMatch(selector::match);
  }
}
