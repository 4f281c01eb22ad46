package io.plimsoll.core.authn;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;

/**
 * Signs what a token says. Mirrors {@code signerFromRSAPrivateKey} and {@code signerFromECDSAPrivateKey} of {@code
 * pkg/serviceaccount/jwt.go}; the same is always signed alike.
 */
final class TokenSigner {

  private final KeyPair key;
  private final SignatureAlgorithm algorithm;
  private final String header;

  /** Makes one with a key of RSA, or of one of the curves P-256, P-384 and P-521. */
  TokenSigner(KeyPair key) {
    this.key = key;
    this.algorithm = algorithm(key);
    this.header = encode("{\"alg\":\"" + algorithm + "\",\"kid\":\""
        + ServiceAccountKeys.idOf(key.getPublic()) + "\"}");
  }

  private static SignatureAlgorithm algorithm(KeyPair key) {
    if (key.getPrivate() instanceof RSAPrivateKey) {
      return SignatureAlgorithm.RS256;
    }
    if (key.getPublic() instanceof ECPublicKey elliptic) {
      return switch (elliptic.getParams().getOrder().bitLength()) {
        case 256 -> SignatureAlgorithm.ES256;
        case 384 -> SignatureAlgorithm.ES384;
        case 521 -> SignatureAlgorithm.ES512;
        default ->
          throw new IllegalArgumentException("unknown private key curve, must be 256, 384, or 521");
      };
    }
    throw new IllegalArgumentException(
        "unknown private key type: \"" + key.getPrivate().getAlgorithm() + "\"");
  }

  private static String encode(String json) {
    return RawUrlBase64.encode(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the token that says this. */
  String sign(String claims) {
    String signed = header + "." + encode(claims);
    byte[] bytes = signed.getBytes(StandardCharsets.US_ASCII);
    byte[] signature = key.getPrivate() instanceof ECPrivateKey elliptic
        ? DeterministicEcdsa.sign(elliptic, algorithm, bytes)
        : rsa(bytes);
    return signed + "." + RawUrlBase64.encode(signature);
  }

  private byte[] rsa(byte[] bytes) {
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key.getPrivate());
      signer.update(bytes);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the issuer cannot sign", e);
    }
  }
}
