package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.outcome;
import static io.plimsoll.core.authn.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TokenFileAuthenticatorTest {

  private static String ask(String csv, String token) {
    return outcome(new TokenFileAuthenticator("tokens.csv", csv)
        .authenticate(token, request(Requests.http())));
  }

  @Test
  void theLaterOfTwoRowsWithOneTokenCounts() {
    assertThat(ask("t,first,1\nt,second,2\n", "t")).isEqualTo("second/2[]");
  }

  @Test
  void groupsAreWhatIsBetweenCommas() {
    assertThat(ask("t,a,1,\"dev, ops,\"\n", "t")).isEqualTo("a/1[dev,  ops, ]");
    assertThat(ask("t,a,1,\"\"\n", "t")).isEqualTo("a/1[]");
    assertThat(ask("t,a,1\n", "t")).isEqualTo("a/1[]");
  }

  @Test
  void anEmptyTokenIsNobodys() {
    assertThat(ask(",nobody,1\n", "")).isEqualTo("nothing");
  }

  @Test
  void threeColumnsAreNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ask("t,a,1\nsecret,b\n", "t"))
        .withMessage(
            "token file 'tokens.csv' must have at least 3 columns (token, user name, user uid), found 2");
  }
}
