package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.ISSUER;
import static io.plimsoll.core.authn.Requests.NOW;
import static io.plimsoll.core.authn.Requests.object;
import static io.plimsoll.core.authn.Requests.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.authn.ServiceAccountTokens.Answer;
import io.plimsoll.core.authn.ServiceAccountTokens.Answer.Issued;
import io.plimsoll.core.authn.ServiceAccountTokens.Answer.Refused;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import io.plimsoll.testkit.JsonWebTokens;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAccountTokensTest {

  private static final KeyPair KEY = JsonWebTokens.newRsaKey();
  private static final ServiceAccountTokens TOKENS = ServiceAccountTokens.of(ISSUER, KEY);
  private static final String POD = "'boundObjectRef':{'kind':'Pod','apiVersion':'v1','name':'p'}";

  private static final Cluster CLUSTER = Cluster.of(
      object(
          "{'apiVersion':'v1','kind':'ServiceAccount','metadata':{'name':'web','namespace':'shop','uid':'u-sa'}}"),
      object(
          "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'p','namespace':'shop','uid':'u-p'},"
              + "'spec':{'serviceAccountName':'web','nodeName':'n'}}"),
      object("{'apiVersion':'v1','kind':'Node','metadata':{'name':'n','uid':'u-n'}}"));

  private static Answer create(ServiceAccountTokens tokens, String metadata, String spec) {
    MappingValue request = object(
            "{'apiVersion':'authentication.k8s.io/v1','kind':'TokenRequest','metadata':{" + metadata
                + "},'spec':{" + spec + "}}")
        .tree();
    return tokens.create(
        "shop", "web", request, CLUSTER, NOW, new Random(1), tree -> Optional.empty());
  }

  private static String claims(Answer answer) {
    String payload = List.of(token(answer).split("\\.", -1)).get(1);
    return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
  }

  private static String token(Answer answer) {
    return Fields.of(Fields.of(((Issued) answer).tokenRequest()).value("status"))
        .text("token");
  }

  private static String refusal(Answer answer) {
    Status status = ((Refused) answer).status();
    return status.code() + " " + status.message();
  }

  @Test
  void claimsAreInOrder() {
    assertThat(claims(create(TOKENS, "", POD)))
        .isEqualTo(("{'aud':['https://kubernetes.default.svc'],'exp':1785589200,'iat':1785585600,"
                + "'iss':'https://kubernetes.default.svc','jti':'bb1ad573-19b8-4cd8-a8fb-0e6f684df992',"
                + "'kubernetes.io':{'namespace':'shop','node':{'name':'n','uid':'u-n'},'pod':{'name':'p','uid':'u-p'},"
                + "'serviceaccount':{'name':'web','uid':'u-sa'}},'nbf':1785585600,"
                + "'sub':'system:serviceaccount:shop:web'}")
            .replace('\'', '"'));
  }

  @Test
  void theSameIsIssuedTwiceAndTheServerKnowsIt() {
    for (KeyPair key : List.of(KEY, JsonWebTokens.newEllipticKey("secp256r1"))) {
      ServiceAccountTokens tokens = ServiceAccountTokens.of(ISSUER, key);
      String token = token(create(tokens, "", POD));

      assertThat(token(create(tokens, "", POD))).isEqualTo(token);
      Authenticators server = Authenticators.builder()
          .serviceAccountKeys(List.of(key.getPublic()))
          .serviceAccountIssuer(ISSUER)
          .build();
      assertThat(outcome(server.authenticate(Requests.http().withToken(token), CLUSTER, NOW)))
          .isEqualTo(
              "system:serviceaccount:shop:web/u-sa[system:serviceaccounts, system:serviceaccounts:shop,"
                  + " system:authenticated]");
    }
  }

  @Test
  void whatAKubeletAsksForLivesAYear() {
    Answer extended = create(TOKENS, "", "'expirationSeconds':3607," + POD);

    assertThat(claims(extended))
        .contains("\"exp\":" + (NOW.getEpochSecond() + 31_536_000))
        .contains("\"warnafter\":" + (NOW.getEpochSecond() + 3607));
    assertThat(((Issued) extended).tokenRequest().toString())
        .contains("\"expirationTimestamp\":\"2026-08-01T13:00:07Z\"");
    for (Answer plain : List.of(
        create(TOKENS, "", "'expirationSeconds':3607"),
        create(TOKENS, "", "'expirationSeconds':3607,'audiences':['vault']," + POD),
        create(TOKENS.withExtendExpiration(false), "", "'expirationSeconds':3607," + POD))) {
      assertThat(claims(plain))
          .contains("\"exp\":" + (NOW.getEpochSecond() + 3607))
          .doesNotContain("warnafter");
    }
  }

  @Test
  void aLimitShortensAndIsRemarkedOn() {
    Answer answer =
        create(TOKENS.withMaxExpirationSeconds(700), "", "'expirationSeconds':3607," + POD);

    assertThat(((Issued) answer).warnings())
        .containsExactly("requested expiration of 3607 seconds shortened to 700 seconds");
    assertThat(claims(answer)).contains("\"exp\":" + (NOW.getEpochSecond() + 700));
  }

  @Test
  void othersThanTheIssuerMayBeTheAudience() {
    assertThat(claims(create(TOKENS.withApiAudiences(List.of("<api>")), "", "")))
        .startsWith("{\"aud\":[\"\\u003capi\\u003e\"]");
    assertThat(claims(create(TOKENS.withApiAudiences(List.of()), "", ""))).startsWith("{\"exp\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'expirationSeconds':599          | 422 TokenRequest.authentication.k8s.io "" is invalid: spec.expirationSeconds: Invalid value: 599: may not specify a duration less than 10 minutes
      'expirationSeconds':4294967297   | 422 TokenRequest.authentication.k8s.io "" is invalid: spec.expirationSeconds: Invalid value: 4294967297: may not specify a duration larger than 2^32 seconds
      'attestations':{'a':['b']}       | 422 TokenRequest.authentication.k8s.io "" is invalid: spec.attestations: Invalid value: {"a":["b"]}: attestations may only be specified with a webhook bound object reference
      'boundObjectRef':{'kind':'Pod','apiVersion':'v1'}                     | 400 Name parameter required.
      'boundObjectRef':{'kind':'Node','name':'x'}                           | 404 nodes "x" not found
      'boundObjectRef':{'kind':'Node','apiVersion':'v1','name':'n','uid':'x'} | 409 Operation cannot be fulfilled on Node "n": the UID in the bound object reference (x) does not match the UID in record. The object might have been deleted and then recreated
      'boundObjectRef':{'kind':'ConfigMap','apiVersion':'v1','name':'x'}    | 400 cannot bind token to object of type /v1, Kind=ConfigMap
      'boundObjectRef':{'kind':'Pod','apiVersion':'a/v1','name':'x'}        | 400 cannot bind token to object of type a/v1, Kind=Pod
      'boundObjectRef':{'kind':'MutatingWebhookConfiguration','apiVersion':'admissionregistration.k8s.io/v1','name':'x'} | 400 cannot bind token to object of type admissionregistration.k8s.io/v1, Kind=MutatingWebhookConfiguration (feature gate APIServerWebhookAuthenticationToken is disabled)
      """)
  void whatCannotBeIssuedIsRefused(String spec, String refusal) {
    assertThat(refusal(create(TOKENS, "", spec))).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'name':'other'      | 422 TokenRequest.authentication.k8s.io "web" is invalid: metadata.name: Invalid value: "other": must match the service account name if specified
      'namespace':'other' | 422 TokenRequest.authentication.k8s.io "web" is invalid: metadata.namespace: Invalid value: "other": must match the service account namespace if specified
      'uid':'other'       | 409 Operation cannot be fulfilled on TokenRequest.authentication.k8s.io "web": the UID in the token request (other) does not match the UID of the service account (u-sa)
      """)
  void theRequestMustBeAboutTheAccount(String metadata, String refusal) {
    assertThat(refusal(create(TOKENS, metadata, ""))).isEqualTo(refusal);
  }

  @Test
  void admissionIsAskedAboutAValidRequestBeforeAnythingIsLookedUp() {
    MappingValue request = object("{'apiVersion':'authentication.k8s.io/v1','kind':'TokenRequest',"
            + "'spec':{'boundObjectRef':{'kind':'Pod','apiVersion':'v1','name':'gone'}}}")
        .tree();

    Answer answer = TOKENS.create(
        "shop",
        "web",
        request,
        CLUSTER,
        NOW,
        new Random(1),
        tree -> Optional.of(Status.badRequest(String.valueOf(tree.get("spec")))));

    assertThat(refusal(answer))
        .isEqualTo(
            "400 {\"audiences\":[\"https://kubernetes.default.svc\"],\"expirationSeconds\":3600,"
                + "\"boundObjectRef\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"name\":\"gone\"}}");
  }

  @Test
  void otherKeysAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceAccountTokens.of(ISSUER, JsonWebTokens.newKey("Ed25519")))
        .withMessage("unknown private key type ed25519.PrivateKey, must be *rsa.PrivateKey,"
            + " *ecdsa.PrivateKey, or jose.OpaqueSigner");
  }

  @Test
  void theTokenIsNeverShown() {
    assertThat(create(TOKENS, "", "")).hasToString("issued a token");
  }
}
