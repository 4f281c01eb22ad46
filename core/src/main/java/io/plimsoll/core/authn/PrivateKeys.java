package io.plimsoll.core.authn;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Optional;

/**
 * Private keys in the forms that files have them in, and the public keys that belong to them. Mirrors {@code
 * ParsePKCS1PrivateKey}, {@code ParseECPrivateKey} and {@code ParsePKCS8PrivateKey} of {@code crypto/x509}.
 */
final class PrivateKeys {

  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int CURVE = 0xa0;

  /** How many numbers a bare RSA key of two primes is: its version, and eight that are the key. */
  private static final int NUMBERS_OF_RSA = 9;

  private PrivateKeys() {}

  /** Returns a bare RSA key: PKCS #1. */
  static Optional<PrivateKey> pkcs1(byte[] bytes) {
    Der key = Der.of(bytes);
    List<Der> parts = key.tag() == SEQUENCE ? key.parts() : List.of();
    if (parts.size() != NUMBERS_OF_RSA || parts.stream().anyMatch(part -> part.tag() != INTEGER)) {
      return Optional.empty();
    }
    List<BigInteger> numbers = parts.stream()
        .map(Der::content)
        .map(content -> content.length == 0 ? BigInteger.ZERO : new BigInteger(content))
        .toList();
    boolean positive = numbers.stream().skip(1).allMatch(number -> number.signum() > 0);
    if (!positive || !numbers.get(1).equals(numbers.get(4).multiply(numbers.get(5)))) {
      return Optional.empty();
    }
    return made(() -> KeyFactory.getInstance("RSA")
        .generatePrivate(new RSAPrivateCrtKeySpec(
            numbers.get(1),
            numbers.get(2),
            numbers.get(3),
            numbers.get(4),
            numbers.get(5),
            numbers.get(6),
            numbers.get(7),
            numbers.get(8))));
  }

  /** Returns a bare key of an elliptic curve: SEC 1. The public half that it may name does not count. */
  static Optional<PrivateKey> sec1(byte[] bytes) {
    Der key = Der.of(bytes);
    List<Der> parts = key.tag() == SEQUENCE ? key.parts() : List.of();
    if (parts.size() < 3
        || parts.get(0).tag() != INTEGER
        || parts.get(1).tag() != OCTET_STRING
        || parts.get(2).tag() != CURVE) {
      return Optional.empty();
    }
    BigInteger secret = new BigInteger(1, parts.get(1).content());
    List<Der> curve = parts.get(2).parts();
    String name = curve.isEmpty() ? "" : curve.get(0).oid();
    return made(() -> KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(secret, EllipticCurve.named(name))))
        .filter(PrivateKeys::isWithinItsCurve);
  }

  /** Returns an RSA key that says so: PKCS #8. */
  static Optional<PrivateKey> pkcs8OfRsa(byte[] bytes) {
    return pkcs8("RSA", bytes).filter(RSAPrivateCrtKey.class::isInstance);
  }

  /** Returns a key of any kind that says of which: PKCS #8. */
  static Optional<PrivateKey> pkcs8(byte[] bytes) {
    return pkcs8OfRsa(bytes)
        .or(() -> pkcs8("EC", bytes).filter(PrivateKeys::isWithinItsCurve))
        .or(() -> pkcs8("EdDSA", bytes))
        .or(() -> pkcs8("XDH", bytes));
  }

  private static Optional<PrivateKey> pkcs8(String algorithm, byte[] bytes) {
    return made(
        () -> KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
  }

  private static boolean isWithinItsCurve(PrivateKey key) {
    return key instanceof ECPrivateKey elliptic
        && elliptic.getS().signum() > 0
        && elliptic.getS().compareTo(elliptic.getParams().getOrder()) < 0;
  }

  /**
   * Returns a key with its public half.
   *
   * @throws IllegalArgumentException if tokens cannot be signed with keys of its kind
   */
  static KeyPair withPublic(PrivateKey key) {
    try {
      if (key instanceof RSAPrivateCrtKey rsa) {
        KeySpec spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
        return new KeyPair(KeyFactory.getInstance("RSA").generatePublic(spec), rsa);
      }
      if (key instanceof ECPrivateKey elliptic) {
        ECParameterSpec curve = elliptic.getParams();
        ECPoint point = new EllipticCurve(curve).multiply(elliptic.getS());
        KeySpec spec = new ECPublicKeySpec(point, curve);
        return new KeyPair(KeyFactory.getInstance("EC").generatePublic(spec), elliptic);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a private key without a public half", e);
    }
    throw new IllegalArgumentException(TokenSigner.unknownType(key));
  }

  /** Makes a key. */
  private interface Maker {
    PrivateKey make() throws GeneralSecurityException;
  }

  /** A key that Java cannot make is none of the kind. */
  private static Optional<PrivateKey> made(Maker maker) {
    try {
      return Optional.of(maker.make());
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }
}
