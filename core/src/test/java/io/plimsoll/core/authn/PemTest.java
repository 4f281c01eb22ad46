package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.testkit.CertificateAuthority;
import io.plimsoll.testkit.JsonWebTokens;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PemTest {

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
    byte[] spki = rsa.getPublic().getEncoded();
    // What follows the algorithm is a string of bits that holds the bare key.
    byte[] bare = Arrays.copyOfRange(spki, 24, spki.length);
    String text = block("PUBLIC KEY", spki)
        + block("PUBLIC KEY", elliptic.getPublic().getEncoded())
        + block("RSA PUBLIC KEY", bare)
        + block("CERTIFICATE", ca.certificate().getEncoded());

    assertThat(Pem.publicKeys(text))
        .containsExactly(
            rsa.getPublic(),
            elliptic.getPublic(),
            rsa.getPublic(),
            ca.certificate().getPublicKey());
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
