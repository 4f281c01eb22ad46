package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;

/**
 * A signed token in compact form, of which nothing is proved yet. Mirrors {@code jose.JSONWebSignature} of {@code
 * gopkg.in/go-jose/go-jose.v2}.
 */
final class Jws {

  /** What the error of a signature that does not fit says, whatever the cause. */
  static final String CRYPTO_FAILURE = "go-jose/go-jose: error in cryptographic primitive";

  private final MappingValue header;
  private final byte[] protectedHeader;
  private final byte[] payload;
  private final byte[] signature;

  private Jws(MappingValue header, byte[] protectedHeader, byte[] payload, byte[] signature) {
    this.header = header;
    this.protectedHeader = protectedHeader;
    this.payload = payload;
    this.signature = signature;
  }

  /** Takes a token apart; fails where {@code jose.ParseSigned} does. */
  static Jws parse(String token) throws TokenException {
    String text = token.chars().anyMatch(Character::isWhitespace)
        ? token.replaceAll("[\\s\\u0085\\u00a0\\p{Z}]", "")
        : token;
    List<String> parts = List.of(text.split("\\.", -1));
    if (parts.size() != 3 || text.startsWith("{")) {
      throw new TokenException("go-jose/go-jose: compact JWS format must have three parts");
    }
    byte[] protectedHeader = RawUrlBase64.decode(parts.get(0));
    byte[] payload = RawUrlBase64.decode(parts.get(1));
    byte[] signature = RawUrlBase64.decode(parts.get(2));
    MappingValue header = protectedHeader.length == 0
        ? MappingValue.empty()
        : Members.parseExactly(protectedHeader).tree();
    JwsHeader.check(header);
    return new Jws(header, protectedHeader, payload, signature);
  }

  /** Returns what the header says of the algorithm, or the empty text. */
  String algorithm() {
    return text("alg");
  }

  /** Returns the name of the key, or the empty text. */
  String keyId() {
    return text("kid");
  }

  private String text(String name) {
    return header.get(name) instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : "";
  }

  /** Returns what is signed. */
  byte[] payload() {
    return payload;
  }

  /** Returns whether the token was signed with the private half of a key. */
  boolean isSignedBy(PublicKey key) {
    return SignatureAlgorithm.named(algorithm())
        .filter(algorithm -> understandsCritical())
        .filter(algorithm -> algorithm.verifies(key, signed(), signature))
        .isPresent();
  }

  /** What a header calls critical must be understood; only {@code b64} is. */
  private boolean understandsCritical() {
    Value critical = header.get("crit");
    if (critical == null || critical.isNull()) {
      return true;
    }
    return critical instanceof SequenceValue list
        && list.items().stream()
            .allMatch(item -> item instanceof ScalarValue name
                && name.isString()
                && name.text().equals("b64"));
  }

  private byte[] signed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii(RawUrlBase64.encode(protectedHeader) + "."));
    boolean plain = header.get("b64") instanceof ScalarValue flag
        && flag.isBoolean()
        && flag.text().equals("false");
    out.writeBytes(plain ? payload : ascii(RawUrlBase64.encode(payload)));
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns the algorithm, and nothing of what the token says. */
  @Override
  public String toString() {
    return "token signed with "
        + SignatureAlgorithm.named(algorithm()).map(Enum::name).orElse("?");
  }
}
