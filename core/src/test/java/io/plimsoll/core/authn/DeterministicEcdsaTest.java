package io.plimsoll.core.authn;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testkit.JsonWebTokens;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeterministicEcdsaTest {

  /** The examples of RFC 6979, A.2.5 to A.2.7, for the text {@code sample}. */
  @ParameterizedTest
  @CsvSource({
    "ES256, secp256r1, C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721, EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
    "ES384, secp384r1, 6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5, 94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE4699EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8"
  })
  void signaturesAreThoseOfTheStandard(
      String algorithm, String curve, String secret, String signature)
      throws GeneralSecurityException {
    ECPublicKey any = (ECPublicKey) JsonWebTokens.newEllipticKey(curve).getPublic();
    ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC")
        .generatePrivate(new ECPrivateKeySpec(new BigInteger(secret, 16), any.getParams()));

    byte[] signed = DeterministicEcdsa.sign(
        key, SignatureAlgorithm.valueOf(algorithm), "sample".getBytes(StandardCharsets.UTF_8));

    assertThat(HexFormat.of().withUpperCase().formatHex(signed)).isEqualTo(signature);
  }

  @Test
  void theJdkFindsThemGood() {
    KeyPair key = JsonWebTokens.newEllipticKey("secp521r1");
    for (int i = 0; i < 5; i++) {
      byte[] text = ("text " + i).getBytes(StandardCharsets.UTF_8);
      byte[] signature =
          DeterministicEcdsa.sign((ECPrivateKey) key.getPrivate(), SignatureAlgorithm.ES512, text);

      assertThat(SignatureAlgorithm.ES512.verifies(key.getPublic(), text, signature))
          .isTrue();
      signature[100] ^= 1;
      assertThat(SignatureAlgorithm.ES512.verifies(key.getPublic(), text, signature))
          .isFalse();
    }
  }
}
