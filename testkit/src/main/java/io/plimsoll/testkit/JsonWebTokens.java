package io.plimsoll.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signed tokens of a test, made with the JDK alone, so that what reads them is checked against another's work. */
public final class JsonWebTokens {

  private static final Map<String, String> ALGORITHMS = Map.of(
      "RS256", "SHA256withRSA",
      "RS384", "SHA384withRSA",
      "RS512", "SHA512withRSA",
      "ES256", "SHA256withECDSAinP1363Format",
      "ES384", "SHA384withECDSAinP1363Format",
      "ES512", "SHA512withECDSAinP1363Format");

  private JsonWebTokens() {}

  /** Returns a new key of RSA. */
  public static KeyPair newRsaKey() {
    return newKey("RSA");
  }

  /** Returns a new key of an elliptic curve, such as {@code secp256r1}. */
  public static KeyPair newEllipticKey(String curve) {
    return newKey("EC", curve);
  }

  /** Returns a new key of an algorithm of the JDK, such as {@code Ed25519}. */
  public static KeyPair newKey(String algorithm) {
    return newKey(algorithm, null);
  }

  private static KeyPair newKey(String algorithm, @Nullable String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (curve != null) {
        generator.initialize(new ECGenParameterSpec(curve));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the id by which Kubernetes knows a key of its own: a hash of the key. */
  public static String keyId(PublicKey key) {
    try {
      return encode(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns a token in compact form.
   *
   * @param algorithm what it is signed with; an unknown one leaves the signature empty
   * @param header the header, as JSON
   * @param claims what the token says, as JSON
   */
  public static String sign(String algorithm, String header, String claims, PrivateKey key) {
    String signed = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
        + encode(claims.getBytes(StandardCharsets.UTF_8));
    String name = ALGORITHMS.get(algorithm);
    return signed + "." + (name == null ? "" : encode(signature(name, signed, key)));
  }

  private static byte[] signature(String algorithm, String signed, PrivateKey key) {
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns bytes as tokens have them: in the Base64 of URLs, without padding. */
  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
