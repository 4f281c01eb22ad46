package io.plimsoll.core.authn;

import java.util.Optional;

/** Who a token says it is from, before anything about it is proved. Mirrors {@code hasCorrectIssuer} and {@code untrustedIssuer}. */
final class UntrustedIssuer {

  private UntrustedIssuer() {}

  /** Returns the issuer of what looks like a signed token in compact form. */
  static Optional<String> of(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0
        || second < 0
        || token.indexOf('.', second + 1) >= 0
        || token.strip().startsWith("{")) {
      return Optional.empty();
    }
    try {
      byte[] payload = RawUrlBase64.decode(token.substring(first + 1, second));
      return Optional.of(Members.parse(payload).string("iss"));
    } catch (TokenException malformed) {
      return Optional.empty();
    }
  }
}
