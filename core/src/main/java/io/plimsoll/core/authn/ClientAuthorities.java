package io.plimsoll.core.authn;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The authorities that an authenticator trusts to sign certificates of clients. */
final class ClientAuthorities {

  private final List<X509Certificate> roots;

  /** When the chains that were found are good: nothing about a chain changes but that. */
  private final Memo<List<X509Certificate>, Span> known = new Memo<>();

  ClientAuthorities(List<X509Certificate> roots) {
    this.roots = List.copyOf(roots);
  }

  /** The time in which all certificates of a chain are good. */
  private record Span(Instant start, Instant end) {

    static Span of(List<X509Certificate> chain) {
      Instant start = Instant.MIN;
      Instant end = Instant.MAX;
      for (X509Certificate certificate : chain) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        start = from.isAfter(start) ? from : start;
        end = until.isBefore(end) ? until : end;
      }
      return new Span(start, end);
    }

    boolean contains(Instant time) {
      return !time.isBefore(start) && !time.isAfter(end);
    }
  }

  /**
   * Returns what is wrong with a client's certificate; nothing if it leads to an authority and is good for a client.
   *
   * @param shown the certificate, and those that may lead from it to an authority
   */
  Optional<String> error(List<X509Certificate> shown, Instant now) {
    Optional<Span> span = known.find(shown);
    if (span.isPresent() && span.get().contains(now)) {
      return Optional.empty();
    }
    try {
      known.put(shown, Span.of(CertificateChains.find(roots, shown, now)));
      return Optional.empty();
    } catch (TokenException wrong) {
      return Optional.of(wrong.text());
    }
  }
}
