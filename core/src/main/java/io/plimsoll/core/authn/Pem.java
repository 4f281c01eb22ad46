package io.plimsoll.core.authn;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and public keys in the text form of RFC 7468. Mirrors {@code client-go/util/cert} and {@code util/keyutil}. */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]++)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

  /** What turns a bare RSA key of PKCS #1 into one that says so: {@code SEQUENCE {rsaEncryption, NULL}}. */
  private static final byte[] RSA = {
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };

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
      return (X509Certificate) CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException malformed) {
      throw new IllegalArgumentException("x509: malformed certificate", malformed);
    }
  }

  /**
   * Returns the public keys in a text: bare ones, and those of certificates.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<PublicKey> publicKeys(String text) {
    List<PublicKey> keys = new ArrayList<>();
    for (Block block : blocks(text)) {
      switch (block.type) {
        case "PUBLIC KEY" -> publicKey(block.bytes).ifPresent(keys::add);
        case "RSA PUBLIC KEY" -> publicKey(withAlgorithm(block.bytes)).ifPresent(keys::add);
        case "CERTIFICATE" -> keys.add(certificate(block.bytes).getPublicKey());
        default -> {
          // Something else, such as the parameters of a curve.
        }
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "data does not contain any valid RSA or ECDSA public keys");
    }
    return keys;
  }

  private static Optional<PublicKey> publicKey(byte[] der) {
    return publicKey("RSA", der).or(() -> publicKey("EC", der));
  }

  private static Optional<PublicKey> publicKey(String algorithm, byte[] der) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }

  private static byte[] withAlgorithm(byte[] key) {
    byte[] content = concat(RSA, element(0x03, concat(new byte[] {0}, key)));
    return element(0x30, content);
  }

  private static byte[] element(int tag, byte[] content) {
    int length = content.length;
    byte[] head = length < 0x80
        ? new byte[] {(byte) tag, (byte) length}
        : length < 0x100
            ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return concat(head, content);
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
