package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the header of a signed token must look like to be read at all. Mirrors {@code rawHeader.sanitized} of {@code go-jose}. */
final class JwsHeader {

  private static final List<String> STRINGS = List.of("kid", "alg", "nonce");

  /** The members of a key that only its owner has, or that only the other side of a shared secret has. */
  private static final Set<String> PRIVATE = Set.of("d", "k");

  private static final Set<String> KEY_TYPES = Set.of("RSA", "EC", "OKP");

  private JwsHeader() {}

  static void check(MappingValue header) throws TokenException {
    for (String name : STRINGS) {
      Value value = header.get(name);
      if (value != null) {
        Members.string(value);
      }
    }
    Value certificates = header.get("x5c");
    if (certificates != null && !certificates.isNull()) {
      for (String certificate : Members.strings(certificates)) {
        checkCertificate(certificate);
      }
    }
    Value key = header.get("jwk");
    if (key != null && !key.isNull()) {
      checkKey(key);
    }
  }

  private static void checkCertificate(String text) throws TokenException {
    Optional<byte[]> der = GoText.base64(text);
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(der.orElse(new byte[0])));
    } catch (CertificateException malformed) {
      throw new TokenException("failed to unmarshal x5c header");
    }
  }

  /** A key in a header is never used; but it must be a public one. */
  private static void checkKey(Value key) throws TokenException {
    boolean isPublic = key instanceof MappingValue members
        && members.get("kty") != null
        && KEY_TYPES.contains(Members.string(members.get("kty")))
        && members.keys().stream().noneMatch(PRIVATE::contains);
    if (!isPublic) {
      throw new TokenException("go-jose/go-jose: invalid embedded jwk, must be public key");
    }
  }
}
