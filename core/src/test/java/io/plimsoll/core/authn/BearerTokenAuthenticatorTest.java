package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.outcome;
import static io.plimsoll.core.authn.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.ApiRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerTokenAuthenticatorTest {

  private static final String PREFIX = "base64url.bearer.authorization.k8s.io.";

  private final TokenAuthenticator file = new TokenFileAuthenticator("t.csv", "good,alice,1,dev\n");

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Bearer good         | alice/1[dev]
      bEARER good         | alice/1[dev]
      ` Bearer good more` | alice/1[dev]
      Bearer bad          | error: invalid bearer token
      Bearer Good         | error: invalid bearer token
      Bearer              | nothing
      good                | nothing
      ``                  | nothing
      Basic good          | nothing
      `Bearer  good`      | nothing
      Bearer\tgood        | nothing
      """)
  void theTokenIsTheSecondWord(String header, String outcome) {
    ApiRequest http = Requests.http().withHeader("authorization", header);

    assertThat(outcome(new BearerTokenAuthenticator(file).authenticate(request(http))))
        .isEqualTo(outcome);
  }

  @Test
  void twoSpacesAreRemarkedOn() {
    ApiRequest http = Requests.http().withHeader("Authorization", "Bearer  good");

    assertThat(new BearerTokenAuthenticator(file).authenticate(request(http)).warnings())
        .containsExactly(
            "the provided Authorization header contains extra space before the bearer token, and is ignored");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      GOOD, v4.channel.k8s.io       | alice/1[dev]
      v4.channel.k8s.io ,  GOOD     | alice/1[dev]
      BAD, v4.channel.k8s.io        | error: invalid bearer token
      v4.channel.k8s.io             | nothing
      GOOD                          | error: missing additional subprotocol
      GOOD, GOOD, x                 | error: multiple base64.bearer.authorization tokens specified
      PREFIX%%, x                   | error: invalid base64.bearer.authorization token encoding
      PREFIXgA, x                   | error: invalid base64.bearer.authorization token
      PREFIX, x                     | nothing
      """)
  void aWebSocketsTokenIsOneOfItsProtocols(String protocols, String outcome) {
    String header = protocols
        .replace("GOOD", PREFIX + encoded("good"))
        .replace("BAD", PREFIX + encoded("bad"))
        .replace("PREFIX", PREFIX);
    ApiRequest http = Requests.http()
        .withHeader("Upgrade", "WebSocket")
        .withHeader("Connection", "keep-alive, Upgrade")
        .withHeader("Sec-WebSocket-Protocol", header);

    assertThat(outcome(new ProtocolAuthenticator(file).authenticate(request(http))))
        .isEqualTo(outcome);
  }

  @Test
  void protocolsOfNoWebSocketAreNotLookedAt() {
    ApiRequest http =
        Requests.http().withHeader("Sec-WebSocket-Protocol", PREFIX + encoded("good") + ", x");

    assertThat(new ProtocolAuthenticator(file).authenticate(request(http)))
        .isSameAs(Authentication.NO_OPINION);
  }

  private static String encoded(String token) {
    return RawUrlBase64.encode(token.getBytes(StandardCharsets.UTF_8));
  }
}
