package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send: upstream's code and message, never an exception, and never a secret in what is said. */
class BadInputTest {

  private static final String ISSUER = "https://kubernetes.default.svc";
  private static final String SECRET = "S3CR3T";
  private static final Cluster CLUSTER = Posture.running(Cluster.empty());
  private static final KeyPair KEY = key();

  private static final ApiServer SERVER = Posture.apiServer(
      ServerFlags.kubeadm()
          .with("token-auth-file", "tokens.csv")
          .withFile("tokens.csv", "t-root,root,1,system:masters\n")
          .with("oidc-issuer-url", "https://issuer.example")
          .with("oidc-client-id", "cluster"),
      Backends.none().withSigningKey(KEY));

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1e9999 | 1e9999
      1e999999 | 1e999999
      1e2147483646 | 1e2147483646
      1e99999999999 | 10e1215752190
      """)
  void absurdAmountsCostNothing(String amount, String printed) {
    Cluster cluster = Posture.running(Cluster.of(
        TestObjects.of("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}"),
        TestObjects.of("{apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: shop},"
            + " spec: {hard: {requests.memory: 1Gi, requests.cpu: 1m}}}")));
    Response refused = assertTimeout(
        Duration.ofSeconds(20),
        () -> Posture.apiServer()
            .handle(
                cluster,
                Request.as("admin", User.MASTERS)
                    .create(TestObjects.of("{apiVersion: v1, kind: Pod, metadata: {name: p,"
                        + " namespace: shop}, spec: {containers: [{name: a, image: b, resources:"
                        + " {requests: {memory: '" + amount + "', cpu: '" + amount
                        + "'}}}, {name: c,"
                        + " image: b, resources: {requests: {memory: 1Ki, cpu: 1m}}}]}}"))));
    assertThat(refused.code()).isEqualTo(403);
    assertThat(refused.message()).contains("exceeded quota: q").contains(printed);
  }

  private static Response pods(ApiRequest request) {
    return SERVER.handle(CLUSTER, request);
  }

  private static ApiRequest pods() {
    return ApiRequest.of("GET", "/api/v1/pods");
  }

  /** Returns all that a server says of a request but the object that it answers with. */
  static String said(Response response) {
    return response.code()
        + response.message()
        + response.warnings()
        + response.audit()
        + response.trace()
        + response.status();
  }

  private static void assertUnauthorized(Response response) {
    assertThat(response.code()).isEqualTo(401);
    assertThat(response.message()).isEqualTo("Unauthorized");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S3CR3T",
        "S3CR3T.b",
        "S3CR3T.b.c",
        "a.b.S3CR3T",
        "..",
        ".S3CR3T.",
        "S3CR3T\u0000x",
        "ß.S3CR3T.漢字",
        "S3CR3T.S3CR3T.S3CR3T.S3CR3T",
        "abcdef.0123456789abcdeS",
        "eyJhbGciOiJSUzI1NiJ9.S3CR3T.x",
        "eyJhbGciOiJSUzI1NiJ9.e30.S3CR3T",
      })
  void aTokenThatIsNoneIsUnauthorizedAndNotRepeated(String token) {
    Response refused = pods(pods().withToken(token));

    assertUnauthorized(refused);
    assertThat(said(refused)).doesNotContain(SECRET).doesNotContain("0123456789abcdeS");
  }

  @Test
  void aTokenAfterTwoSpacesIsIgnoredWithAWarning() {
    Response anonymous = pods(pods().withHeader("Authorization", "Bearer  t-root"));

    assertThat(anonymous.code()).isEqualTo(403);
    assertThat(anonymous.warnings())
        .containsExactly("the provided Authorization header contains extra"
            + " space before the bearer token, and is ignored");
    assertThat(said(anonymous)).contains("system:anonymous").doesNotContain("t-root");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic S3CR3T", "Bearer", "Bearer ", "S3CR3T", "Negotiate S3CR3T==", "\t"})
  void anotherSchemeIsNobodys(String header) {
    Response anonymous = pods(pods().withHeader("Authorization", header));

    assertThat(anonymous.code()).isEqualTo(403);
    assertThat(said(anonymous)).doesNotContain(SECRET);
  }

  private static String jwt(String header, String claims, KeyPair key)
      throws GeneralSecurityException {
    String signed = base64(header) + "." + base64(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  private static String claims(String issuer) {
    return "{\"iss\":\"" + issuer
        + "\",\"sub\":\"system:serviceaccount:default:default\",\"aud\":[\"" + ISSUER
        + "\",\"cluster\"],\"exp\":4000000000}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ISSUER, "https://issuer.example", "kubernetes/serviceaccount", "https://other", ""
      })
  void aTokenOfTheAlgorithmNoneIsUnauthorized(String issuer) {
    for (String algorithm : List.of("none", "None", "HS256", "", "RS999")) {
      String token = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "."
          + base64(claims(issuer)) + ".";

      Response refused = pods(pods().withToken(token));

      assertUnauthorized(refused);
      assertThat(said(refused)).doesNotContain(token);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ISSUER, "https://issuer.example", "kubernetes/serviceaccount"})
  void aTokenOfAnotherKeyIsUnauthorized(String issuer) throws GeneralSecurityException {
    String token = jwt("{\"alg\":\"RS256\"}", claims(issuer), key());

    Response refused = pods(pods().withToken(token));

    assertUnauthorized(refused);
    assertThat(said(refused)).doesNotContain(token).doesNotContain(token.split("\\.", -1)[2]);
  }

  @Test
  void aHugeTokenIsUnauthorized() throws GeneralSecurityException {
    String huge = "{\"iss\":\"" + ISSUER + "\",\"x\":\"" + "y".repeat(1 << 20) + "\"}";
    String deep = "[".repeat(100_000);

    assertUnauthorized(pods(pods().withToken("z".repeat(1 << 21))));
    assertUnauthorized(pods(pods().withToken(jwt("{\"alg\":\"RS256\"}", huge, KEY))));
    assertUnauthorized(pods(pods().withToken(jwt(deep, claims(ISSUER), KEY))));
    assertUnauthorized(pods(pods().withToken(jwt("{\"alg\":\"RS256\"}", deep, KEY))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"iss\":1}",
        "{\"iss\":\"https://kubernetes.default.svc\",\"exp\":\"x\"}",
        "{\"iss\":\"https://kubernetes.default.svc\",\"exp\":1}",
        "{\"iss\":\"https://kubernetes.default.svc\",\"aud\":7}",
        "{\"iss\":\"https://kubernetes.default.svc\",\"kubernetes.io\":[]}",
        "null",
        "[]",
        "{",
        "\"x\"",
      })
  void claimsThatAreNoneAreUnauthorized(String claims) throws GeneralSecurityException {
    assertUnauthorized(pods(pods().withToken(jwt("{\"alg\":\"RS256\"}", claims, KEY))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "S3CR3T,bob|token file 'tokens.csv' must have at least 3 columns (token, user name, user uid), found 2",
        "S3CR3T,bob,1,\"g|parse error on line 1, column 17: extraneous or missing \" in quoted-field",
        "S3CR3T,b\"ob,1|parse error on line 1, column 9: bare \" in non-quoted-field",
      })
  void aRowOfTokensThatIsNoneStopsTheServerAndIsNotRepeated(String row, String message) {
    ServerFlags flags = ServerFlags.defaults()
        .with("token-auth-file", "tokens.csv")
        .withFile("tokens.csv", row + "\n");

    assertThatThrownBy(() -> Posture.apiServer(flags))
        .isInstanceOf(ServerStartException.class)
        .hasMessage(message)
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "S3CR3T",
        "-----BEGIN CERTIFICATE-----\nS3CR3T\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN PRIVATE KEY-----\nS3CR3T00\n-----END PRIVATE KEY-----\n",
      })
  void certificatesAndKeysThatAreNoneStopTheServerAndAreNotRepeated(String pem) {
    for (String flag :
        List.of("client-ca-file", "service-account-key-file", "requestheader-client-ca-file")) {
      ServerFlags flags = ServerFlags.defaults().with(flag, "f.pem").withFile("f.pem", pem);

      assertThatThrownBy(() -> Posture.apiServer(flags))
          .isInstanceOf(ServerStartException.class)
          .hasMessageNotContaining(SECRET)
          .hasMessageNotContaining("AAAA");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{broken|invalid authorization config: error reading policy file abac.jsonl, line 1: {broken: couldn't get version/kind; json parse error: invalid character 'b' looking for beginning of object key string",
        "7|invalid authorization config: error reading policy file abac.jsonl, line 1: 7: couldn't get version/kind; json parse error: json: cannot unmarshal number into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }",
      })
  void aLineOfPoliciesThatIsNoneStopsTheServer(String line, String message) {
    ServerFlags flags = ServerFlags.parse(
            "--authorization-mode=ABAC", "--authorization-policy-file=abac.jsonl")
        .withFile("abac.jsonl", line + "\n");

    assertThatThrownBy(() -> Posture.apiServer(flags)).hasMessage(message);
  }

  @Test
  void headersCannotBeInjected() {
    ApiRequest request = pods()
        .withToken("t-root")
        .withHeader("Impersonate-User", "bob\r\nX-Remote-User: root")
        .withHeader("Impersonate-Group", "devs\r\nImpersonate-Group: system:masters");

    Response refused = pods(request);

    assertThat(refused.code()).isEqualTo(403);
    assertThat(refused.message()).doesNotContain("\r").doesNotContain("\n");
    assertThat(refused.audit().impersonated().map(User::groups).orElseThrow())
        .doesNotContain("system:masters");
    assertThat(refused.warnings()).allMatch(text -> !text.contains("\n"));
  }

  @Test
  void aProxyThatNobodyKnowsSpeaksForNobody() {
    Response anonymous = pods(
        pods().withHeader("X-Remote-User", "root").withHeader("X-Remote-Group", "system:masters"));

    assertThat(anonymous.code()).isEqualTo(403);
    assertThat(anonymous.message()).startsWith("pods is forbidden: User \"system:anonymous\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/v1/namespaces/default/pods/..|400|Name parameter invalid: \"..\": may not be '..'",
        "/api/v1/namespaces/default/pods/.|400|Name parameter invalid: \".\": may not be '.'",
        "/api/v1/namespaces/default/pods/a%2fb|400|Name parameter invalid: \"a%2fb\": may not contain '%'",
        "/api/v1/namespaces/default/pods/a/b|404|the server could not find the requested resource",
        "/api/v1/namespaces/../secrets|200|",
        "//api/v1/pods|404|404 page not found",
        "/api/v1/pods/|200|",
        "/api//v1/pods|404|the server could not find the requested resource",
        "/api/v1//pods|404|the server could not find the requested resource",
        "/api/v1/watch|500|Internal Server Error: \"/api/v1/watch\": failed to create RequestInfo: unable to determine kind and namespace from url, /api/v1/watch",
        "/|501|the path \"/\" is not supported",
        "//|404|404 page not found",
        "/../etc/passwd|404|404 page not found",
        "/version/../livez|404|the server could not find the requested resource",
        "/metrics|501|the path \"/metrics\" is not supported",
      })
  void pathsThatLeadAstrayAreAnsweredAsTheyAre(String path, int code, String message) {
    Response response = pods(ApiRequest.of("GET", path).withToken("t-root"));

    assertThat(response.code()).isEqualTo(code);
    assertThat(response.message().strip()).isEqualTo(message == null ? "" : message);
  }

  @Test
  void tenThousandGroupsAreNotTooMany() {
    List<String> groups = new ArrayList<>();
    ApiRequest impersonating = pods().withToken("t-root").withHeader("Impersonate-User", "bob");
    for (int i = 0; i < 10_000; i++) {
      groups.add("group-" + i);
      impersonating =
          i < 2_000 ? impersonating.withHeader("Impersonate-Group", "group-" + i) : impersonating;
    }

    Response own =
        pods(Request.as(User.of("bob", groups.toArray(String[]::new))).list("pods", ""));
    Response other = pods(impersonating);

    assertThat(own.code()).isEqualTo(403);
    assertThat(own.message())
        .isEqualTo("pods is forbidden: User \"bob\" cannot list resource \"pods\""
            + " in API group \"\" at the cluster scope");
    assertThat(own.audit().user().orElseThrow().groups()).hasSize(10_001);
    assertThat(other.code()).isEqualTo(403);
    assertThat(other.audit().impersonated().orElseThrow().groups()).hasSize(2_001);
  }
}
