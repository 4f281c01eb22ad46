package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import io.plimsoll.testkit.CertificateAuthority;
import io.plimsoll.testkit.JsonWebTokens;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is who on a server, by the flags and files it is started with. */
class AuthenticationFlagsTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final ServerState STATE =
      ServerState.of(Posture.running(Cluster.empty())).at(NOW);

  private static String block(String type, byte[] bytes) {
    return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END " + type + "-----\n";
  }

  private static String userOf(ServerFlags flags, ApiRequest request) {
    Response response = Posture.apiServer(flags).handle(STATE, request);
    return response.audit().user().map(User::name).orElse("nobody");
  }

  @Test
  void aProxyIsBelievedOnlyInHeadersThatAreNamed() throws Exception {
    CertificateAuthority ca = CertificateAuthority.root("ca", NOW);
    ServerFlags flags = ServerFlags.parse(
            "--authorization-mode=RBAC",
            "--client-ca-file=ca.crt",
            "--requestheader-client-ca-file=ca.crt",
            "--requestheader-allowed-names=front-proxy-client")
        .withFile("ca.crt", block("CERTIFICATE", ca.certificate().getEncoded()));
    ApiRequest request = ApiRequest.of("GET", "/api/v1/pods")
        .withCertificates(
            List.of(ca.sign(CertificateAuthority.Subject.client("front-proxy-client", NOW))))
        .withHeader("X-Remote-User", "eve")
        .withHeader("X-Remote-Group", "system:masters");

    assertThat(userOf(flags, request)).isEqualTo("front-proxy-client");
    assertThat(userOf(flags.with("requestheader-username-headers", "X-Remote-User"), request))
        .isEqualTo("eve");
    assertThat(Posture.apiServer(flags.with("requestheader-username-headers", "X-Remote-User"))
            .handle(STATE, request)
            .code())
        .isEqualTo(403);
    assertThat(userOf(
            ServerFlags.kubeadm()
                .with("requestheader-client-ca-file", "ca.crt")
                .withFile("ca.crt", block("CERTIFICATE", ca.certificate().getEncoded())),
            request))
        .isEqualTo("eve");
  }

  private static Response issue(ApiServer server) {
    return server.handle(
        STATE, Request.as(User.of("root", "system:masters")).createToken("default", "default"));
  }

  private static String token(Response issued) {
    return Fields.of(issued.object().orElseThrow().get("status")).text("token");
  }

  @Test
  void tokensAreSignedWithTheKeyOfAFile() {
    KeyPair key = JsonWebTokens.newRsaKey();
    String pem = block("PRIVATE KEY", key.getPrivate().getEncoded());
    ServerFlags flags = ServerFlags.parse(
            "--authorization-mode=RBAC", "--service-account-signing-key-file=sa.key")
        .withFile("sa.key", pem)
        .withFile("sa.pub", block("PUBLIC KEY", key.getPublic().getEncoded()))
        .withFile(
            "other.pub",
            block("PUBLIC KEY", JsonWebTokens.newRsaKey().getPublic().getEncoded()));

    Response issued = issue(Posture.apiServer(flags));
    ApiRequest request = ApiRequest.of("GET", "/api/v1/pods").withToken(token(issued));

    assertThat(issued.code()).isEqualTo(201);
    for (ServerFlags trusting : List.of(
        flags,
        flags.with("service-account-key-file", "sa.pub"),
        flags.with("service-account-key-file", "sa.key"),
        flags
            .without("service-account-signing-key-file")
            .with("service-account-key-file", "sa.key"))) {
      assertThat(userOf(trusting, request)).isEqualTo("system:serviceaccount:default:default");
    }
    assertThat(userOf(flags.with("service-account-key-file", "other.pub"), request))
        .isEqualTo("nobody");
  }

  @Test
  void keysThatTokensCannotBeSignedWithStopTheServer() {
    KeyPair edwards = JsonWebTokens.newKey("Ed25519");
    String why = "failed to build token generator: unknown private key type ed25519.PrivateKey,"
        + " must be *rsa.PrivateKey, *ecdsa.PrivateKey, or jose.OpaqueSigner";
    ServerFlags flags = ServerFlags.parse("--service-account-signing-key-file=sa.key");

    assertThatThrownBy(() ->
            Posture.apiServer(ServerFlags.defaults(), Backends.none().withSigningKey(edwards)))
        .isInstanceOf(ServerStartException.class)
        .hasMessage(why);
    assertThatThrownBy(() -> Posture.apiServer(
            flags.withFile("sa.key", block("PRIVATE KEY", edwards.getPrivate().getEncoded()))))
        .isInstanceOf(ServerStartException.class)
        .hasMessage(why);
    assertThatThrownBy(() -> Posture.apiServer(flags.withFile("sa.key", "S3CR3T")))
        .isInstanceOf(ServerStartException.class)
        .hasMessage("failed to parse service-account-issuer-key-file: error reading private key"
            + " file sa.key: data does not contain a valid RSA or ECDSA private key");
    assertThat(issue(Posture.apiServer(
                flags, Backends.none().withSigningKey(JsonWebTokens.newEllipticKey("secp521r1"))))
            .code())
        .isEqualTo(201);
  }

  @Test
  void theGateOfAllBetaFeaturesDecidesHowUsersAreImpersonated() {
    ApiRequest request = Request.as("alice").impersonating("bob").whoAmI();

    Response constrained = Posture.apiServer(ServerFlags.defaults()).handle(STATE, request);
    List<String> messages = List.of(
        message("ConstrainedImpersonation=false", request),
        message("AllBeta=false", request),
        message("AllBeta=false,ConstrainedImpersonation=true", request));

    assertThat(messages.get(0)).isEqualTo(messages.get(1)).isNotEqualTo(constrained.message());
    assertThat(messages.get(2)).isEqualTo(constrained.message());
  }

  private static String message(String gates, ApiRequest request) {
    return Posture.apiServer(ServerFlags.defaults().with("feature-gates", gates))
        .handle(STATE, request)
        .message();
  }
}
