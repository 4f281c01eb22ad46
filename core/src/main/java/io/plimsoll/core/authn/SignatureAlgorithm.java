package io.plimsoll.core.authn;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The algorithms that tokens are signed with, by their names of RFC 7518; the ones that prove nothing are not among them. */
enum SignatureAlgorithm {
  ES256("SHA256withECDSAinP1363Format", 32),
  ES384("SHA384withECDSAinP1363Format", 48),
  ES512("SHA512withECDSAinP1363Format", 66),
  PS256("SHA-256", 32),
  PS384("SHA-384", 48),
  PS512("SHA-512", 64),
  RS256("SHA256withRSA", 0),
  RS384("SHA384withRSA", 0),
  RS512("SHA512withRSA", 0);

  private final String jdkName;

  /** How many bytes one half of an elliptic curve's signature has, or the salt of a probabilistic one. */
  private final int size;

  SignatureAlgorithm(String jdkName, int size) {
    this.jdkName = jdkName;
    this.size = size;
  }

  /** Returns the names of all, ordered. */
  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }

  /** Returns the algorithm of a name. */
  static Optional<SignatureAlgorithm> named(String name) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.name().equals(name))
        .findFirst();
  }

  /** Returns whether the signature of some bytes was made with the private half of a key. */
  boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
    boolean elliptic = name().startsWith("ES");
    if (!(elliptic ? key instanceof ECPublicKey : key instanceof RSAPublicKey)
        || (elliptic && signature.length != 2 * size)) {
      return false;
    }
    try {
      Signature verifier = verifier();
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException wrong) {
      // A key that is too small, a curve that is another, a signature of another length.
      return false;
    }
  }

  private Signature verifier() throws GeneralSecurityException {
    return name().startsWith("PS") ? probabilistic() : Signature.getInstance(jdkName);
  }

  private Signature probabilistic() throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(
        new PSSParameterSpec(jdkName, "MGF1", new MGF1ParameterSpec(jdkName), size, 1));
    return verifier;
  }
}
