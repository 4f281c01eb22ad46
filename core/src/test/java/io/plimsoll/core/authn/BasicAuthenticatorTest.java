package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.outcome;
import static io.plimsoll.core.authn.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.request.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasicAuthenticatorTest {

  private final PasswordChecker file =
      new PasswordFile("users.csv", "old,alice,1\ns3:cret,alice,2,\"dev,ops\"\n");

  private static String ask(PasswordChecker passwords, String scheme, String pair) {
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    ApiRequest http = Requests.http().withHeader("Authorization", scheme + encoded);
    return outcome(new BasicAuthenticator(passwords).authenticate(request(http)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `Basic ` | alice:s3:cret | alice/2[dev, ops]
      `bASIC ` | alice:s3:cret | alice/2[dev, ops]
      `Basic ` | alice:old     | error: invalid username/password combination
      `Basic ` | bob:s3:cret   | error: invalid username/password combination
      `Basic ` | alice         | nothing
      `Basic%` | alice:s3:cret | nothing
      `Bearer `| alice:s3:cret | nothing
      """)
  void aPasswordOfTheFileIsKnown(String scheme, String pair, String outcome) {
    assertThat(ask(file, scheme, pair)).isEqualTo(outcome);
  }

  @Test
  void whatIsNoBase64IsNoPassword() {
    ApiRequest http = Requests.http().withHeader("Authorization", "Basic YWxpY2U6czM6Y3JldA");

    assertThat(new BasicAuthenticator(file).authenticate(request(http)))
        .isSameAs(Authentication.NO_OPINION);
  }

  @Test
  void threeColumnsAreNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordFile("users.csv", "secret\n"))
        .withMessage(
            "password file 'users.csv' must have at least 3 columns (password, user name, user uid), found 1");
  }

  @Test
  void keystoneKnowsTheNameOnly() {
    PasswordChecker keystone = new KeystoneAuthenticator(
        "https://keystone.example", (name, password) -> password.equals("right"));

    assertThat(ask(keystone, "Basic ", "alice:right")).isEqualTo("alice/[]");
    assertThat(ask(keystone, "Basic ", "alice:wrong")).isEqualTo("error: Failed to authenticate");
  }

  @Test
  void keystoneMustBeSecure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeystoneAuthenticator("http://x", (name, password) -> true))
        .withMessage("Auth URL should be secure and start with https");
  }

  @Test
  void bothAreGoneForLong() {
    assertThat(HistoricAuthenticator.BASIC_AUTH_FILE.flag()).isEqualTo("basic-auth-file");
    assertThat(HistoricAuthenticator.BASIC_AUTH_FILE.removedIn()).isEqualTo("1.19");
    assertThat(HistoricAuthenticator.KEYSTONE.flag()).isEqualTo("experimental-keystone-url");
    assertThat(HistoricAuthenticator.KEYSTONE.removedIn()).isEqualTo("1.10");
  }
}
