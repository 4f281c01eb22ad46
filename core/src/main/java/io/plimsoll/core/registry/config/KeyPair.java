package io.plimsoll.core.registry.config;

import io.plimsoll.core.manifest.GoText;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A certificate and its private key, as PEM. Mirrors {@code X509KeyPair} of Go's {@code crypto/tls} in what is wrong with the
 * texts; of what is in them, only that the certificate and a key in PKCS #8 belong together.
 */
final class KeyPair {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([^\\r\\n]*)-----[ \\t]*\\r?\\n([^-]*)-----END \\1-----");
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

  private record Block(String type, String base64) {

    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }
  }

  private KeyPair() {}

  /** Returns what is wrong with a pair; the empty text if nothing is. */
  static String error(String certificate, String key) {
    List<Block> certificates = blocks(certificate);
    Block leaf = first(certificates, type -> type.equals(CERTIFICATE));
    if (leaf == null) {
      return noCertificate(types(certificates));
    }
    List<Block> keys = blocks(key);
    Block secret =
        first(keys, type -> type.equals(PRIVATE_KEY) || type.endsWith(" " + PRIVATE_KEY));
    if (secret == null) {
      return noKey(types(keys));
    }
    return mismatch(leaf, secret);
  }

  private static String noCertificate(List<String> skipped) {
    if (skipped.isEmpty()) {
      return "tls: failed to find any PEM data in certificate input";
    }
    if (skipped.size() == 1 && skipped.get(0).endsWith(PRIVATE_KEY)) {
      return "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have"
          + " been switched";
    }
    return "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the following"
        + " types: [" + String.join(" ", skipped) + "]";
  }

  private static String noKey(List<String> skipped) {
    if (skipped.isEmpty()) {
      return "tls: failed to find any PEM data in key input";
    }
    if (skipped.size() == 1 && skipped.get(0).equals(CERTIFICATE)) {
      return "tls: found a certificate rather than a key in the PEM for the private key";
    }
    return "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM blocks of the"
        + " following types: [" + String.join(" ", skipped) + "]";
  }

  private interface TypeTest {
    boolean matches(String type);
  }

  private static @Nullable Block first(List<Block> blocks, TypeTest test) {
    return blocks.stream()
        .filter(block -> test.matches(block.type()))
        .findFirst()
        .orElse(null);
  }

  private static List<String> types(List<Block> blocks) {
    return blocks.stream().map(Block::type).toList();
  }

  private static List<Block> blocks(String pem) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(pem);
    while (matcher.find()) {
      // Headers end at an empty line.
      String body = matcher.group(2);
      int headers = body.indexOf(':') < 0 ? 0 : Math.max(0, body.indexOf("\n\n"));
      String base64 = body.substring(headers).replaceAll("[ \\t\\r\\n]", "");
      // What is no base64 is no block; Go goes on with what follows.
      if (GoText.base64Error(base64).isEmpty()) {
        blocks.add(new Block(matcher.group(1), base64));
      }
    }
    return blocks;
  }

  private static String mismatch(Block leaf, Block secret) {
    PublicKey publicKey;
    try {
      publicKey = CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(leaf.bytes()))
          .getPublicKey();
    } catch (CertificateException malformed) {
      return "x509: malformed certificate";
    }
    if (!secret.type().equals(PRIVATE_KEY)) {
      return "";
    }
    try {
      PrivateKey privateKey = KeyFactory.getInstance(publicKey.getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(secret.bytes()));
      return belong(publicKey, privateKey) ? "" : "tls: private key does not match public key";
    } catch (GeneralSecurityException otherAlgorithm) {
      return "tls: failed to parse private key";
    }
  }

  private static boolean belong(PublicKey publicKey, PrivateKey privateKey)
      throws GeneralSecurityException {
    if (publicKey instanceof RSAPublicKey a && privateKey instanceof RSAPrivateKey b) {
      BigInteger modulus = a.getModulus();
      return modulus.equals(b.getModulus());
    }
    String algorithm = publicKey.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "Ed25519";
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(privateKey);
    signature.update(PROBE);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(PROBE);
    return signature.verify(signed);
  }
}
