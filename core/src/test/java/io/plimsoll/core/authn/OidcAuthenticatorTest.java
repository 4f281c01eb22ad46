package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.NOW;
import static io.plimsoll.core.authn.Requests.outcome;
import static io.plimsoll.core.authn.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testkit.JsonWebTokens;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcAuthenticatorTest {

  private static final KeyPair KEY = JsonWebTokens.newRsaKey();
  private static final Map<String, PublicKey> KEYS = Map.of("k1", KEY.getPublic());
  private static final long TIME = NOW.getEpochSecond();
  private static final String URL = "https://issuer.example";

  private static String configuration(String mappings, String more) {
    return ("{'apiVersion':'apiserver.config.k8s.io/v1','kind':'AuthenticationConfiguration','jwt':[{'issuer':{'url':'"
            + URL + "','audiences':['a']},'claimMappings':{" + mappings + "}" + more + "}]}")
        .replace('\'', '"');
  }

  private static Authentication ask(String configuration, String token) {
    return new OidcAuthenticator(
            AuthenticationConfiguration.parse("c", configuration).jwt().get(0),
            SignatureAlgorithm.names(),
            KEYS)
        .authenticate(token, request(Requests.http()));
  }

  private static String token(String claims) {
    return JsonWebTokens.sign(
        "RS256", "{\"alg\":\"RS256\",\"kid\":\"k1\"}", claims.replace('\'', '"'), KEY.getPrivate());
  }

  private static String claims(String more) {
    return "{'iss':'" + URL + "','aud':'a','exp':" + (TIME + 10) + more + "}";
  }

  private static final String SUB = "'username':{'claim':'sub','prefix':''}";
  private static final String EMAIL = "'username':{'claim':'email','prefix':'e:'}";

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      ,'email':'a@b'                          | e:a@b/[]
      ,'email':'a@b','email_verified':true    | e:a@b/[]
      ,'email':'a@b','email_verified':null    | error: oidc: email not verified
      ,'email':'a@b','email_verified':'true'  | error: oidc: parse 'email_verified' claim: json: cannot unmarshal string into Go value of type bool
      ,'email':['a@b']                        | error: oidc: parse username claims "email": json: cannot unmarshal array into Go value of type string
      ,'Email':'a@b'                          | error: oidc: parse username claims "email": claim not present
      ,'email':''                             | e:/[]
      """)
  void anEmailMustBeVerifiedIfTheTokenSaysSo(String more, String outcome) {
    assertThat(outcome(ask(configuration(EMAIL, ""), token(claims(more))))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'g':['x','y'] | u/[g:x, g:y]
      'g':'x'       | u/[g:x]
      'g':[]        | u/[]
      'g':null      | u/[]
      'g':[null]    | u/[g:]
      'h':['x']     | u/[]
      'g':[1]       | error: oidc: parse groups claim "g": json: cannot unmarshal array into Go value of type string
      'g':{}        | error: oidc: parse groups claim "g": json: cannot unmarshal object into Go value of type string
      """)
  void groupsAreAListOrAText(String more, String outcome) {
    String mappings = SUB + ",'groups':{'claim':'g','prefix':'g:'}";

    assertThat(outcome(ask(configuration(mappings, ""), token(claims(",'sub':'u'," + more)))))
        .isEqualTo(outcome);
  }

  @Test
  void groupsThatAreElsewhereAreNotFetched() {
    String mappings = SUB + ",'groups':{'claim':'g','prefix':''}";
    String elsewhere =
        ",'sub':'u','_claim_names':{'g':'s'},'_claim_sources':{'s':{'endpoint':'https://x.example'}}";

    assertThat(outcome(ask(configuration(mappings, ""), token(claims(elsewhere)))))
        .isEqualTo(
            "undecided: whether a token of issuer \"https://issuer.example\" is accepted depends on the claim"
                + " \"g\" at another server, which is not evaluated: \"https://x.example\"");
    assertThat(outcome(ask(configuration(SUB, ""), token(claims(elsewhere))))).isEqualTo("u/[]");
    assertThat(outcome(
            ask(configuration(mappings, ""), token(claims(",'sub':'u','_claim_names':{'g':'s'}")))))
        .isEqualTo("error: oidc: verify token: oidc: source does not exist");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'username':{'expression':'claims.sub'}                                            | | claimMappings.username
      'username':{'claim':'sub','prefix':''},'groups':{'expression':'[]'}               | | claimMappings.groups
      'username':{'claim':'sub','prefix':''},'uid':{'expression':'claims.sub'}          | | claimMappings.uid
      'username':{'claim':'sub','prefix':''},'extra':[{'key':'a/b','valueExpression':'x'}] | | claimMappings.extra
      'username':{'claim':'sub','prefix':''} | `,'claimValidationRules':[{'expression':'true'}]` | claimValidationRules
      'username':{'claim':'sub','prefix':''} | `,'userValidationRules':[{'expression':'true'}]`  | userValidationRules
      """)
  void anExpressionIsNeverGuessed(String mappings, String more, String field) {
    String rest = more == null ? "" : more;

    assertThat(outcome(ask(configuration(mappings, rest), token(claims(",'sub':'u'")))))
        .startsWith(
            "undecided: whether a token of issuer \"" + URL + "\" is accepted depends on " + field);
  }

  @Test
  void whatIsWrongBeforeAnExpressionIsAnErrorAllTheSame() {
    String expression = configuration("'username':{'expression':'claims.sub'}", "");
    String late = claims("").replace(String.valueOf(TIME + 10), String.valueOf(TIME - 1));

    assertThat(outcome(ask(expression, token(late))))
        .isEqualTo(
            "error: oidc: verify token: oidc: token is expired (Token Expiry: 2026-08-01 11:59:59 +0000 UTC)");
    String required = configuration(
        SUB, ",'claimValidationRules':[{'claim':'t','requiredValue':'1'},{'expression':'true'}]");
    assertThat(outcome(ask(required, token(claims(",'sub':'u'")))))
        .isEqualTo("error: oidc: required claim t not present in ID token");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'exp':'soon'  | oidc: failed to unmarshal claims: json: cannot unmarshal string into Go value of type json.Number
      'exp':null    | oidc: token is expired (Token Expiry: 0001-01-01 00:00:00 +0000 UTC)
      'aud':7       | oidc: failed to unmarshal claims: json: cannot unmarshal number into Go value of type []string
      'aud':null    | oidc: expected audience "a" got []
      'aud':[]      | oidc: expected audience "a" got []
      'aud':['b']   | oidc: expected audience "a" got ["b"]
      'sub':7       | oidc: failed to unmarshal claims: json: cannot unmarshal number into Go value of type string
      """)
  void oddClaimsAreErrors(String claim, String error) {
    String claims = "{'iss':'" + URL + "','aud':'a','exp':" + (TIME + 10) + "," + claim + "}";

    assertThat(outcome(ask(configuration(SUB, ""), token(claims))))
        .isEqualTo("error: oidc: verify token: " + error);
  }

  @Test
  void aNullLeavesWhatCameBeforeIt() {
    String claims =
        "{'exp':" + (TIME + 10) + ",'EXP':null,'iss':'" + URL + "','aud':'a','sub':'u'}";

    assertThat(outcome(ask(configuration(SUB, ""), token(claims)))).isEqualTo("u/[]");
  }

  @Test
  void withoutKeysTheIssuerCannotBeAsked() {
    OidcAuthenticator authenticator = new OidcAuthenticator(
        AuthenticationConfiguration.parse("c", configuration(SUB, "")).jwt().get(0),
        List.of("RS256"),
        Map.of());

    assertThat(outcome(authenticator.authenticate(token(claims("")), request(Requests.http()))))
        .isEqualTo("error: oidc: authenticator not initialized");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `{"alg":"none"}`  | oidc: id token signed with unsupported algorithm, expected ["ES256" "ES384" "ES512" "PS256" "PS384" "PS512" "RS256" "RS384" "RS512"] got "none"
      `{"alg":"HS256"}` | oidc: id token signed with unsupported algorithm, expected ["ES256" "ES384" "ES512" "PS256" "PS384" "PS512" "RS256" "RS384" "RS512"] got "HS256"
      `{"alg":"RS256"}` | failed to verify signature: failed to verify id token signature
      `{"alg":"ES256"}` | failed to verify signature: failed to verify id token signature
      `{"alg":"PS256"}` | failed to verify signature: failed to verify id token signature
      """)
  void aTokenWithoutASignatureIsRefused(String header, String error) {
    String token =
        JsonWebTokens.sign("none", header, claims("").replace('\'', '"'), KEY.getPrivate());

    assertThat(outcome(ask(configuration(SUB, ""), token)))
        .isEqualTo("error: oidc: verify token: " + error);
  }

  @Test
  void aHeaderThatCannotBeReadIsMalformed() {
    String token = token(claims(""));
    String payload = token.substring(token.indexOf('.'));

    assertThat(outcome(ask(configuration(SUB, ""), "e30=" + payload)))
        .isEqualTo(
            "error: oidc: verify token: oidc: malformed jwt: illegal base64 data at input byte 3");
    assertThat(outcome(ask(configuration(SUB, ""), "e30" + payload + "*")))
        .startsWith(
            "error: oidc: verify token: oidc: malformed jwt: illegal base64 data at input byte ");
  }
}
