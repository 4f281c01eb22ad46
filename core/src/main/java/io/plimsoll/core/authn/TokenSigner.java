package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.XECPrivateKey;

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
          throw new IllegalArgumentException("could not generate signer for ECDSA keypair: "
              + "unknown private key curve, must be 256, 384, or 521");
      };
    }
    throw new IllegalArgumentException(unknownType(key.getPrivate()));
  }

  /** Returns that keys of this kind cannot sign tokens. Mirrors {@code JWTTokenGenerator}, which names Go's types. */
  static String unknownType(PrivateKey key) {
    String type = key instanceof EdECPrivateKey
        ? "ed25519.PrivateKey"
        : key instanceof XECPrivateKey ? "*ecdh.PrivateKey" : GoText.quote(key.getAlgorithm());
    return "unknown private key type " + type
        + ", must be *rsa.PrivateKey, *ecdsa.PrivateKey, or jose.OpaqueSigner";
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
