package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.testkit.CertificateAuthority;
import io.plimsoll.testkit.JsonWebTokens;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PemTest {

  private static final String ELLIPTIC = """
      -----BEGIN EC PARAMETERS-----
      BggqhkjOPQMBBw==
      -----END EC PARAMETERS-----
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEIFGttR2oXvHU8JNUVCEw6hHi24sCcx4b11XNUeSQCLA6oAoGCCqGSM49
      AwEHoUQDQgAEUIJYnd1E86G09HiExWOuR0nxZHwEHmTRM2mlCB6nugCdH9as2h8j
      iTpYDYR0dU/r5f1bhPXx6ex3YhYeg/of0g==
      -----END EC PRIVATE KEY-----
      """;

  private static final String ELLIPTIC_PUBLIC =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEUIJYnd1E86G09HiExWOuR0nxZHwE"
          + "HmTRM2mlCB6nugCdH9as2h8jiTpYDYR0dU/r5f1bhPXx6ex3YhYeg/of0g==";

  private static String block(String type, byte[] bytes) {
    return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END " + type + "-----\n";
  }

  @Test
  void certificatesAreReadAmongOtherText() throws CertificateEncodingException {
    CertificateAuthority one = CertificateAuthority.root("one", NOW);
    CertificateAuthority two = CertificateAuthority.root("two", NOW);
    String text = "# one\n" + block("CERTIFICATE", one.certificate().getEncoded())
        + block("PRIVATE KEY", new byte[] {1})
        + block("CERTIFICATE", two.certificate().getEncoded());

    assertThat(Pem.certificates(text)).containsExactly(one.certificate(), two.certificate());
  }

  @Test
  void keysAreReadInAllForms() throws CertificateEncodingException {
    KeyPair rsa = JsonWebTokens.newRsaKey();
    KeyPair elliptic = JsonWebTokens.newEllipticKey("secp256r1");
    CertificateAuthority ca = CertificateAuthority.root("ca", NOW);
    String text = block("PUBLIC KEY", rsa.getPublic().getEncoded())
        + block("PUBLIC KEY", elliptic.getPublic().getEncoded())
        + block("WHATEVER", rsa.getPublic().getEncoded())
        + block("CERTIFICATE", ca.certificate().getEncoded());

    assertThat(Pem.publicKeys(text))
        .containsExactly(
            rsa.getPublic(),
            elliptic.getPublic(),
            rsa.getPublic(),
            ca.certificate().getPublicKey());
  }

  @Test
  void privateKeysStandForTheirPublicHalves() {
    KeyPair rsa = JsonWebTokens.newRsaKey();
    String text = block("RSA PRIVATE KEY", bare(rsa.getPrivate()))
        + block("PRIVATE KEY", rsa.getPrivate().getEncoded())
        + ELLIPTIC;

    List<PublicKey> keys = Pem.publicKeys(text);

    assertThat(keys.subList(0, 2)).containsExactly(rsa.getPublic(), rsa.getPublic());
    assertThat(Base64.getEncoder().encodeToString(keys.get(2).getEncoded()))
        .isEqualTo(ELLIPTIC_PUBLIC);
    assertThat(keys).hasSize(3);
  }

  @Test
  void whatUpstreamDoesNotTakeIsNotTakenHere() {
    KeyPair rsa = JsonWebTokens.newRsaKey();
    byte[] spki = rsa.getPublic().getEncoded();
    byte[] privateOnCurve =
        JsonWebTokens.newEllipticKey("secp256r1").getPrivate().getEncoded();
    byte[] edwards = JsonWebTokens.newKey("Ed25519").getPrivate().getEncoded();
    for (String text : List.of(
        // What follows the algorithm is a string of bits that holds the bare key.
        block("RSA PUBLIC KEY", Arrays.copyOfRange(spki, 24, spki.length)),
        block("PRIVATE KEY", privateOnCurve),
        block("PRIVATE KEY", edwards),
        block("RSA PRIVATE KEY", new byte[] {0x30, 0x03, 0x02, 0x01, 0x00}),
        block("EC PRIVATE KEY", new byte[] {0x30, 0x03, 0x02, 0x01, 0x01}))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Pem.publicKeys(text))
          .withMessage("data does not contain any valid RSA or ECDSA public keys");
    }
  }

  @Test
  void theFirstPrivateKeyIsTheOneToSignWith() {
    KeyPair rsa = JsonWebTokens.newRsaKey();
    KeyPair elliptic = JsonWebTokens.newEllipticKey("secp384r1");
    String pkcs8 = block("PRIVATE KEY", elliptic.getPrivate().getEncoded());
    String pkcs1 = block("RSA PRIVATE KEY", bare(rsa.getPrivate()));
    String noise = block("PUBLIC KEY", rsa.getPublic().getEncoded());

    assertThat(ServiceAccountTokens.signingKey("sa.key", noise + pkcs8 + pkcs1).getPublic())
        .isEqualTo(elliptic.getPublic());
    assertThat(ServiceAccountTokens.signingKey("sa.key", pkcs1 + pkcs8).getPublic())
        .isEqualTo(rsa.getPublic());
    assertThat(Base64.getEncoder()
            .encodeToString(
                ServiceAccountTokens.signingKey("sa.key", ELLIPTIC).getPublic().getEncoded()))
        .isEqualTo(ELLIPTIC_PUBLIC);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceAccountTokens.signingKey("sa.key", noise))
        .withMessage("failed to parse service-account-issuer-key-file: error reading private key"
            + " file sa.key: data does not contain a valid RSA or ECDSA private key");
    String edwards =
        block("PRIVATE KEY", JsonWebTokens.newKey("Ed25519").getPrivate().getEncoded());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceAccountTokens.signingKey("sa.key", edwards))
        .withMessage("failed to build token generator: unknown private key type"
            + " ed25519.PrivateKey, must be *rsa.PrivateKey, *ecdsa.PrivateKey, or"
            + " jose.OpaqueSigner");
  }

  /** What PKCS #8 wraps: the third part of it. */
  private static byte[] bare(PrivateKey key) {
    return Der.of(key.getEncoded()).parts().get(2).content();
  }

  @Test
  void aFileWithoutAnyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Authenticators.builder().clientCaFile("x"))
        .withMessage("data does not contain any valid RSA or ECDSA certificates");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Authenticators.builder().clientCaFile(block("CERTIFICATE", new byte[] {1})))
        .withMessage("x509: malformed certificate");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Authenticators.builder().serviceAccountKeyFile(block("PUBLIC KEY", new byte[] {1})))
        .withMessage("data does not contain any valid RSA or ECDSA public keys");
  }
}
