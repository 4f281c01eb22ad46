package io.plimsoll.core.authn;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in the text form of RFC 7468. Mirrors {@code client-go/util/cert} and {@code util/keyutil}. */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]++)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

  private Pem() {}

  /** A block: what it holds, by its name, and its bytes. */
  private static final class Block {
    private final String type;
    private final byte[] bytes;

    Block(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }
  }

  private static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(text);
    while (found.find()) {
      decode(found.group(2)).ifPresent(bytes -> blocks.add(new Block(found.group(1), bytes)));
    }
    return blocks;
  }

  /** As in Go, a block that cannot be decoded is text around the others. */
  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Returns why a text holds no certificates that could be trusted; nothing if it does. */
  static Optional<String> certificatesError(String text) {
    try {
      certificates(text);
      return Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.of(String.valueOf(none.getMessage()));
    }
  }

  /**
   * Returns the certificates in a text.
   *
   * @throws IllegalArgumentException if there are none, or one cannot be read
   */
  static List<X509Certificate> certificates(String text) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Block block : blocks(text)) {
      if (block.type.equals("CERTIFICATE")) {
        certificates.add(certificate(block.bytes));
      }
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          "data does not contain any valid RSA or ECDSA certificates");
    }
    return certificates;
  }

  private static X509Certificate certificate(byte[] der) {
    try {
      return parse(der);
    } catch (CertificateException malformed) {
      throw new IllegalArgumentException("x509: malformed certificate", malformed);
    }
  }

  private static X509Certificate parse(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  /**
   * Returns the public keys in a text: bare ones, those of certificates, and those of private keys. What a block is called does
   * not matter, only what it holds. Mirrors {@code ParsePublicKeysPEM}.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<PublicKey> publicKeys(String text) {
    List<PublicKey> keys =
        blocks(text).stream().flatMap(block -> publicKey(block.bytes).stream()).toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "data does not contain any valid RSA or ECDSA public keys");
    }
    return keys;
  }

  /** Of private keys of elliptic curves only bare ones count, as upstream has it. */
  private static Optional<PublicKey> publicKey(byte[] der) {
    return PrivateKeys.pkcs1(der)
        .or(() -> PrivateKeys.pkcs8OfRsa(der))
        .or(() -> PrivateKeys.sec1(der))
        .map(key -> PrivateKeys.withPublic(key).getPublic())
        .or(() -> publicKey("RSA", der))
        .or(() -> publicKey("EC", der))
        .or(() -> ofCertificate(der));
  }

  private static Optional<PublicKey> publicKey(String algorithm, byte[] der) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> ofCertificate(byte[] der) {
    try {
      return Optional.of(parse(der).getPublicKey())
          .filter(key -> key instanceof RSAPublicKey || key instanceof ECPublicKey);
    } catch (CertificateException none) {
      return Optional.empty();
    }
  }

  /**
   * Returns the first private key in a text. Mirrors {@code ParsePrivateKeyPEM}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static PrivateKey privateKey(String text) {
    return blocks(text).stream()
        .flatMap(block -> privateKey(block).stream())
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("data does not contain a valid RSA or ECDSA private key"));
  }

  private static Optional<PrivateKey> privateKey(Block block) {
    return switch (block.type) {
      case "EC PRIVATE KEY" -> PrivateKeys.sec1(block.bytes);
      case "RSA PRIVATE KEY" -> PrivateKeys.pkcs1(block.bytes);
      case "PRIVATE KEY" -> PrivateKeys.pkcs8(block.bytes);
      default -> Optional.empty();
    };
  }
}
