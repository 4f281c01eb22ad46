package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.ISSUER;
import static io.plimsoll.core.authn.Requests.NOW;
import static io.plimsoll.core.authn.Requests.object;
import static io.plimsoll.core.authn.Requests.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.testkit.JsonWebTokens;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTokenAuthenticatorTest {

  private static final KeyPair RSA = JsonWebTokens.newRsaKey();
  private static final KeyPair OTHER = JsonWebTokens.newRsaKey();
  private static final long TIME = NOW.getEpochSecond();
  private static final KubeObject ACCOUNT = object(
      "{'apiVersion':'v1','kind':'ServiceAccount','metadata':{'name':'web','namespace':'shop','uid':'u-sa'}}");
  private static final String USER =
      "system:serviceaccount:shop:web/u-sa[system:serviceaccounts, system:serviceaccounts:shop]";

  private static String claims(String more, String bound) {
    return ("{'iss':'" + ISSUER + "','aud':['" + ISSUER
            + "'],'sub':'system:serviceaccount:shop:web'" + more
            + ",'kubernetes.io':{'namespace':'shop','serviceaccount':{'name':'web','uid':'u-sa'}"
            + bound + "}}")
        .replace('\'', '"');
  }

  private static String token(String claims) {
    return token("RS256", "", RSA, claims);
  }

  private static String token(String algorithm, String header, KeyPair key, String claims) {
    String text = "{\"alg\":\"" + algorithm + "\"" + header.replace('\'', '"') + "}";
    return JsonWebTokens.sign(algorithm, text, claims, key.getPrivate());
  }

  private static Authentication ask(String token, KeyPair key, KubeObject... objects) {
    JwtTokenAuthenticator authenticator = new JwtTokenAuthenticator(
        List.of(ISSUER),
        new ServiceAccountKeys(List.of(key.getPublic(), OTHER.getPublic())),
        List.of(ISSUER),
        new BoundValidator());
    return authenticator.authenticate(
        token, Requests.request(Requests.http(), Cluster.of(objects)));
  }

  @Test
  void keysOfEllipticCurvesAreGoodToo() {
    Map<String, String> curves =
        Map.of("ES256", "secp256r1", "ES384", "secp384r1", "ES512", "secp521r1");
    curves.forEach((algorithm, curve) -> {
      KeyPair key = JsonWebTokens.newEllipticKey(curve);
      String kid = ",'kid':'" + JsonWebTokens.keyId(key.getPublic()) + "'";

      assertThat(outcome(ask(token(algorithm, kid, key, claims("", "")), key, ACCOUNT)))
          .as(algorithm)
          .isEqualTo(USER);
    });
  }

  @Test
  void otherHashesAreGoodToo() {
    for (String algorithm : List.of("RS384", "RS512")) {
      assertThat(outcome(ask(token(algorithm, "", RSA, claims("", "")), RSA, ACCOUNT)))
          .isEqualTo(USER);
    }
  }

  @Test
  void withoutAnIdAllKeysAreTried() {
    assertThat(outcome(ask(token("RS256", "", OTHER, claims("", "")), RSA, ACCOUNT)))
        .isEqualTo(USER);
    KeyPair stranger = JsonWebTokens.newRsaKey();
    assertThat(outcome(ask(token("RS256", "", stranger, claims("", "")), RSA, ACCOUNT)))
        .isEqualTo("error: go-jose/go-jose: error in cryptographic primitive");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      exp | -60 | user
      exp | -61 | error: service account token has expired
      nbf | 60  | user
      nbf | 61  | error: service account token is not valid yet
      iat | 60  | user
      iat | 61  | error: service account token is issued in the future
      """)
  void clocksMayBeAMinuteApart(String claim, long seconds, String outcome) {
    String more = ",'" + claim + "':" + (TIME + seconds);

    assertThat(outcome(ask(token(claims(more, "")), RSA, ACCOUNT)))
        .isEqualTo(outcome.equals("user") ? USER : outcome);
  }

  @Test
  void fractionsOfSecondsAreCutOff() {
    assertThat(outcome(ask(token(claims(",'exp':" + (TIME - 60) + ".9", "")), RSA, ACCOUNT)))
        .isEqualTo(USER);
  }

  private static KubeObject pod(String uid, String more) {
    return object(
        "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'p','namespace':'shop','uid':'" + uid
            + "'" + more + "}}");
  }

  @Test
  void aPodThatIsBeingDeletedCountsForAMinute() {
    String bound = ",'pod':{'name':'p','uid':'u-p'},'node':{'name':'n','uid':'u-n'}";
    KubeObject lately = pod("u-p", ",'deletionTimestamp':'2026-08-01T11:59:00Z'");
    KubeObject gone = pod("u-p", ",'deletionTimestamp':'2026-08-01T11:58:59Z'");

    Authentication answer = ask(token(claims(",'jti':'j'", bound)), RSA, ACCOUNT, lately);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Authenticated.class,
            known -> assertThat(known.user().extra())
                .isEqualTo(Map.of(
                    "authentication.kubernetes.io/pod-name", List.of("p"),
                    "authentication.kubernetes.io/pod-uid", List.of("u-p"),
                    "authentication.kubernetes.io/node-name", List.of("n"),
                    "authentication.kubernetes.io/node-uid", List.of("u-n"),
                    "authentication.kubernetes.io/credential-id", List.of("JTI=j"))));
    assertThat(outcome(ask(token(claims("", bound)), RSA, ACCOUNT, gone)))
        .isEqualTo("error: service account token has been invalidated");
    assertThat(outcome(ask(token(claims("", bound)), RSA, ACCOUNT, pod("other", ""))))
        .isEqualTo("error: pod UID (other) does not match service account pod ref claim (u-p)");
  }

  @Test
  void aNodeWithoutAPodIsLookedUp() {
    String bound = ",'node':{'name':'n','uid':'u-n'}";
    KubeObject node =
        object("{'apiVersion':'v1','kind':'Node','metadata':{'name':'n','uid':'u-n'}}");

    assertThat(outcome(ask(token(claims("", bound)), RSA, ACCOUNT, node))).isEqualTo(USER);
    assertThat(outcome(ask(token(claims("", bound)), RSA, ACCOUNT)))
        .isEqualTo("error: service account token has been invalidated");
  }

  @Test
  void tokensForWebhooksAreNotOnByDefault() {
    String bound = ",'mutatingwebhookconfiguration':{'name':'w','uid':'u'}";

    assertThat(outcome(ask(token(claims("", bound)), RSA, ACCOUNT)))
        .isEqualTo(
            "error: feature gate \"APIServerWebhookAuthenticationToken\" is disabled, but token is webhook bound");
  }

  @Test
  void aStaleTokenIsRemarkedOn() {
    String token = token(claims("", ",'warnafter':" + (TIME - 5)));

    assertThat(ask(token, RSA, ACCOUNT).auditAnnotations())
        .containsOnly(Map.entry(
            "authentication.k8s.io/stale-token",
            "subject: system:serviceaccount:shop:web, seconds after warning threshold: 5"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      ''          | shop | error: resource name may not be empty
      a/b         | shop | error: invalid resource name "a/b": [may not contain '/']
      web         | ''   | error: an empty namespace may not be set when a resource name is provided
      ghost       | shop | error: serviceaccounts "ghost" not found
      """)
  void anAccountThatCannotBeIsNotFound(String name, String namespace, String outcome) {
    String claims = claims("", "")
        .replace("\"name\":\"web\"", "\"name\":\"" + name.replace("''", "") + "\"")
        .replace("\"namespace\":\"shop\"", "\"namespace\":\"" + namespace.replace("''", "") + "\"");

    assertThat(outcome(ask(token(claims), RSA, ACCOUNT))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a.b",
        "a.b.c.d",
        "{\"payload\":\"e30\"}",
        "e30.e30.",
        "e30.!!!.e30",
        "e30.W10.e30",
        "e30.eyJpc3MiOjV9.e30"
      })
  void whatIsNoTokenOfTheIssuerIsLeftToOthers(String token) {
    assertThat(outcome(ask(token, RSA, ACCOUNT))).isEqualTo("nothing");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `{"alg":"none"}`                        | error: go-jose/go-jose: error in cryptographic primitive
      `{"alg":"HS256"}`                       | error: go-jose/go-jose: error in cryptographic primitive
      `{}`                                    | error: go-jose/go-jose: error in cryptographic primitive
      `{"alg":"RS256","crit":["exp"]}`        | error: go-jose/go-jose: error in cryptographic primitive
      `{"alg":"RS256","kid":"no"}`            | error: invalid signature, no keys found
      `{"alg":7}`                             | nothing
      `{"alg":"RS256","kid":{}}`              | nothing
      `{"alg":"RS256","alg":"none"}`          | nothing
      `{"alg":"RS256","x5c":["%"]}`           | nothing
      `{"alg":"RS256","jwk":{"kty":"oct"}}`   | nothing
      `[]`                                    | nothing
      `{`                                     | nothing
      """)
  void oddHeadersAreRefused(String header, String outcome) {
    String token = JsonWebTokens.sign("none", header, claims("", ""), RSA.getPrivate());

    String answer = outcome(ask(token, RSA, ACCOUNT));
    assertThat(answer).isEqualTo(outcome);
  }

  @Test
  void aSignatureOfAnotherTokenIsNone() {
    String good = token(claims("", ""));
    String bad = token(claims(",'jti':'x'", ""));
    String mixed = bad.substring(0, bad.lastIndexOf('.')) + good.substring(good.lastIndexOf('.'));

    assertThat(outcome(ask(mixed, RSA, ACCOUNT)))
        .startsWith("error: go-jose/go-jose: error in cryptographic primitive");
  }

  @Test
  void claimsOfWrongTypesAreErrors() {
    assertThat(outcome(ask(token(claims(",'exp':'soon'", "")), RSA, ACCOUNT)))
        .startsWith(
            "error: [go-jose/go-jose/jwt: expected number value to unmarshal NumericDate, ");
    assertThat(outcome(ask(token(claims(",'jti':7", "")), RSA, ACCOUNT)))
        .startsWith("error: [json: cannot unmarshal number into Go value of type string, ");
    assertThat(outcome(ask(
            token(claims(",'aud':7", "").replace("\"aud\":[\"" + ISSUER + "\"],", "")),
            RSA,
            ACCOUNT)))
        .startsWith(
            "error: [go-jose/go-jose/jwt: expected string or array value to unmarshal to Audience, ");
  }

  @Test
  void aNumberBeyondAllTimesIsLongAgo() {
    assertThat(outcome(ask(token(claims(",'exp':1e300", "")), RSA, ACCOUNT)))
        .isEqualTo("error: service account token has expired");
    assertThat(outcome(ask(token(claims(",'nbf':-1e300,'exp':9e18", "")), RSA, ACCOUNT)))
        .isEqualTo(USER);
  }

  @Test
  void anIssuerInOtherLettersIsNotWhoSigned() {
    String claims = claims("", "").replace("\"iss\"", "\"ISS\"");

    assertThat(outcome(ask(token(claims), RSA, ACCOUNT)))
        .isEqualTo("error: token issuer \"\" is invalid");
  }

  @Test
  void aHugeTokenIsReadInTime() {
    String deep = "[".repeat(9_000) + "]".repeat(9_000);
    assertThat(outcome(ask(token(claims(",'x':" + deep, "")), RSA, ACCOUNT))).isEqualTo(USER);
    String tooDeep = "[".repeat(20_000) + "]".repeat(20_000);
    assertThat(outcome(ask(token(claims(",'x':" + tooDeep, "")), RSA, ACCOUNT)))
        .isEqualTo("nothing");
    assertThat(outcome(ask("a".repeat(3_000_000) + ".b.c", RSA, ACCOUNT))).isEqualTo("nothing");
  }

  @Test
  void neitherTokenNorKeyIsInAMessage() {
    String token = token(claims(",'jti':7", ""));

    assertThat(outcome(ask(token, RSA, ACCOUNT)))
        .doesNotContain(token.substring(token.lastIndexOf('.')));
  }
}
