package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The search for chains from a client's certificate to an authority. Mirrors {@code Certificate.Verify} of Go's {@code
 * crypto/x509}, with its errors, but for certificate policies, which no server asks for.
 */
final class CertificateChains {

  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final String ANY_USAGE = "2.5.29.37.0";
  private static final int MOST_SIGNATURES = 100;
  private static final String TOO_MANY_SIGNATURES =
      "x509: signature check attempts limit reached while verifying certificate chain";

  private final List<X509Certificate> roots;
  private final List<X509Certificate> intermediates;
  private final Instant now;
  private final List<List<X509Certificate>> chains = new ArrayList<>();
  private int signatures;

  private CertificateChains(
      List<X509Certificate> roots, List<X509Certificate> intermediates, Instant now) {
    this.roots = roots;
    this.intermediates = intermediates;
    this.now = now;
  }

  /**
   * Returns a chain from a client's certificate to a root, in which each is good for clients.
   *
   * @param shown the certificate, and those that may lead from it to a root
   * @throws TokenException if there is none
   */
  static List<X509Certificate> find(
      List<X509Certificate> roots, List<X509Certificate> shown, Instant now) throws TokenException {
    return new CertificateChains(roots, shown.subList(1, shown.size()), now).find(shown.get(0));
  }

  private List<X509Certificate> find(X509Certificate leaf) throws TokenException {
    CertificateRules.check(leaf, List.of(), false, now);
    if (roots.contains(leaf)) {
      chains.add(List.of(leaf));
    } else {
      build(leaf, List.of(leaf));
    }
    Optional<String> constraint = Optional.empty();
    for (List<X509Certificate> chain : chains) {
      if (isForClients(chain)) {
        Optional<String> error = NameConstraints.error(chain);
        if (error.isEmpty()) {
          return chain;
        }
        constraint = constraint.or(() -> error);
      }
    }
    throw new TokenException(
        constraint.orElse("x509: certificate specifies an incompatible key usage"));
  }

  /** Adds the chains that go on from a certificate, the last of one. */
  private void build(X509Certificate certificate, List<X509Certificate> chain)
      throws TokenException {
    int before = chains.size();
    Hint hint = new Hint();
    for (X509Certificate root : parents(certificate, roots)) {
      if (isParent(certificate, chain, root, true, hint)) {
        chains.add(append(chain, root));
      }
    }
    for (X509Certificate intermediate : parents(certificate, intermediates)) {
      if (isParent(certificate, chain, intermediate, false, hint)) {
        try {
          build(intermediate, append(chain, intermediate));
        } catch (TokenException deadEnd) {
          hint.last = deadEnd.text();
        }
      }
    }
    if (chains.size() == before) {
      throw hint.error();
    }
  }

  /** What the error is if no chain goes on: that of the last candidate, or that there is none. */
  private static final class Hint {
    private String first = "";
    private String last = "";

    void candidate(String error, X509Certificate certificate) {
      if (first.isEmpty()) {
        first = " (possibly because of " + GoText.quote(error)
            + " while trying to verify candidate authority certificate "
            + GoText.quote(CertificateRules.nameOf(certificate)) + ")";
      }
    }

    TokenException error() {
      return new TokenException(
          last.isEmpty() ? "x509: certificate signed by unknown authority" + first : last);
    }
  }

  private boolean isParent(
      X509Certificate certificate,
      List<X509Certificate> chain,
      X509Certificate candidate,
      boolean isRoot,
      Hint hint) {
    if (++signatures > MOST_SIGNATURES) {
      hint.last = TOO_MANY_SIGNATURES;
      return false;
    }
    if (isInChain(candidate, chain)) {
      return false;
    }
    Optional<String> misfit = CertificateRules.signatureError(certificate, candidate);
    if (misfit.isPresent()) {
      hint.candidate(misfit.get(), candidate);
      return false;
    }
    try {
      CertificateRules.check(candidate, chain, !isRoot, now);
      hint.last = "";
      return true;
    } catch (TokenException invalid) {
      hint.candidate(invalid.text(), candidate);
      hint.last = invalid.text();
      return false;
    }
  }

  /** Those that may have signed a certificate, the likeliest first. Mirrors {@code findPotentialParents}. */
  private static List<X509Certificate> parents(
      X509Certificate certificate, List<X509Certificate> pool) {
    byte[] authority = KeyIdentifiers.authority(certificate);
    List<X509Certificate> same = new ArrayList<>();
    List<X509Certificate> one = new ArrayList<>();
    List<X509Certificate> different = new ArrayList<>();
    for (X509Certificate candidate : pool) {
      if (candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
        byte[] subject = KeyIdentifiers.subject(candidate);
        boolean oneIsMissing = (subject.length == 0) != (authority.length == 0);
        (Arrays.equals(subject, authority) ? same : oneIsMissing ? one : different).add(candidate);
      }
    }
    same.addAll(one);
    same.addAll(different);
    return same;
  }

  private static boolean isInChain(X509Certificate candidate, List<X509Certificate> chain) {
    return chain.stream()
        .anyMatch(one -> one.getSubjectX500Principal().equals(candidate.getSubjectX500Principal())
            && one.getPublicKey().equals(candidate.getPublicKey())
            && Arrays.equals(alternativeNames(one), alternativeNames(candidate)));
  }

  private static byte[] alternativeNames(X509Certificate certificate) {
    return certificate.getExtensionValue(NameConstraints.ALTERNATIVE_NAMES);
  }

  private static List<X509Certificate> append(
      List<X509Certificate> chain, X509Certificate certificate) {
    List<X509Certificate> longer = new ArrayList<>(chain);
    longer.add(certificate);
    return longer;
  }

  /** Every certificate of a chain that says what it is good for must be good for clients. */
  private static boolean isForClients(List<X509Certificate> chain) {
    return chain.stream().allMatch(CertificateChains::isForClients);
  }

  private static boolean isForClients(X509Certificate certificate) {
    try {
      List<String> usages = certificate.getExtendedKeyUsage();
      return usages == null || usages.contains(ANY_USAGE) || usages.contains(CLIENT_AUTH);
    } catch (CertificateParsingException malformed) {
      return false;
    }
  }
}
