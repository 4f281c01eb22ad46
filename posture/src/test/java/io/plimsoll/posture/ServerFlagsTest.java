package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How flags are read, and what they have to do with files. */
class ServerFlagsTest {

  @Test
  void aCommandLineIsPastedAsItIs() {
    ServerFlags flags = ServerFlags.parse(List.of(
        "/usr/local/bin/kube-apiserver",
        "--authorization-mode=Node,RBAC",
        "--token-auth-file",
        "tokens.csv",
        "--anonymous-auth",
        "--etcd-servers=https://127.0.0.1:2379",
        "--enable-admission-plugins=A",
        "--enable-admission-plugins=B,C",
        "-v=2"));

    assertThat(flags.names())
        .containsExactly(
            "authorization-mode",
            "token-auth-file",
            "anonymous-auth",
            "etcd-servers",
            "enable-admission-plugins",
            "v");
    assertThat(flags.list("enable-admission-plugins")).containsExactly("A", "B", "C");
    assertThat(flags)
        .hasToString("--authorization-mode=Node,RBAC --token-auth-file=tokens.csv"
            + " --anonymous-auth=true --etcd-servers=https://127.0.0.1:2379"
            + " --enable-admission-plugins=A --enable-admission-plugins=B,C --v=2");
  }

  @Test
  void aManifestIsPastedAsItIs() {
    assertThat(ServerFlags.parse("""
            - kube-apiserver
            - --authorization-mode=Node,RBAC
            - "--oidc-required-claim=team=dev ops"
            - '--v=2'

            - --anonymous-auth
            """))
        .hasToString("--authorization-mode=Node,RBAC --oidc-required-claim=team=dev ops --v=2"
            + " --anonymous-auth=true");
    assertThat(ServerFlags.parse(
            "    - kube-apiserver", "    - --authorization-mode=RBAC", "    - --v=2"))
        .hasToString("--authorization-mode=RBAC --v=2");
  }

  @Test
  void aShellScriptIsPastedAsItIs() {
    assertThat(ServerFlags.parse("""
            /usr/bin/kube-apiserver \\
              --authorization-mode=RBAC --anonymous-auth \\
              --oidc-username-prefix - \\
              --v 2
            """))
        .hasToString(
            "--authorization-mode=RBAC --anonymous-auth=true --oidc-username-prefix=-" + " --v=2");
    assertThat(ServerFlags.parse(
            "kube-apiserver \\", "--authorization-mode=RBAC \\", "--v", "2", "\\"))
        .hasToString("--authorization-mode=RBAC --v=2");
    assertThat(ServerFlags.parse("--oidc-username-prefix", "-", "--oidc-groups-prefix=a b"))
        .hasToString("--oidc-username-prefix=- --oidc-groups-prefix=a b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RBAC|\"kube-apiserver\" does not take any arguments, got [\"RBAC\"]",
        "--token-auth-file|flag needs an argument: --token-auth-file",
        "-token-auth-file=x|unknown shorthand flag: 't' in -token-auth-file=x",
        "--|\"kube-apiserver\" does not take any arguments, got [\"--\"]",
      })
  void whatIsNoFlagIsRefused(String argument, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerFlags.parse(argument))
        .withMessage(message);
  }

  @Test
  void aSwitchTakesNoValueFromTheNextArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerFlags.parse("--anonymous-auth", "false"))
        .withMessage("\"kube-apiserver\" does not take any arguments, got [\"false\"]");
    assertThat(ServerFlags.parse("--anonymous-auth=f").isOn("anonymous-auth", true))
        .isFalse();
    assertThat(ServerFlags.parse("--anonymous-auth").isOn("anonymous-auth", false))
        .isTrue();
  }

  private static Response list(ServerFlags flags, ApiRequest request) {
    return Posture.apiServer(flags).handle(Posture.running(Cluster.empty()), request);
  }

  @Test
  void theLastOfRepeatedValuesCounts() {
    ServerFlags flags =
        ServerFlags.defaults().with("anonymous-auth", "true").with("anonymous-auth", "false");

    assertThat(list(flags, ApiRequest.of("GET", "/api/v1/pods")).code()).isEqualTo(401);
    assertThat(list(flags.without("anonymous-auth"), ApiRequest.of("GET", "/api/v1/pods"))
            .code())
        .isEqualTo(403);
  }

  @Test
  void theFilesThatFlagsNameAreGivenAsTexts() {
    ServerFlags flags = ServerFlags.defaults()
        .with("token-auth-file", "tokens.csv")
        .withFile("tokens.csv", "t-root,root,1,system:masters\n");

    Response known = list(flags, ApiRequest.of("GET", "/api/v1/pods").withToken("t-root"));
    Response unknown = list(flags, ApiRequest.of("GET", "/api/v1/pods").withToken("t-nobody"));

    assertThat(known.code()).isEqualTo(200);
    assertThat(known.audit().user().orElseThrow().groups())
        .containsExactly("system:masters", "system:authenticated");
    assertThat(unknown.code()).isEqualTo(401);
  }

  @Test
  void aDirectoryStandsForTheFileSystem(@TempDir Path root) throws IOException {
    Path directory = Files.createDirectories(root.resolve("etc/kubernetes"));
    Files.writeString(directory.resolve("tokens.csv"), "t-root,root,1,system:masters\n");
    ServerFlags flags = ServerFlags.defaults().withFilesBelow(root);
    ApiRequest request = ApiRequest.of("GET", "/api/v1/pods").withToken("t-root");

    assertThat(list(flags.with("token-auth-file", "/etc/kubernetes/tokens.csv"), request)
            .code())
        .isEqualTo(200);
    assertThat(list(flags.with("token-auth-file", "../etc/kubernetes/tokens.csv"), request)
            .code())
        .isEqualTo(200);
    assertThat(list(
                flags
                    .with("token-auth-file", "/etc/kubernetes/tokens.csv")
                    .withFile("/etc/kubernetes/tokens.csv", "t-other,root,1"),
                request)
            .code())
        .isEqualTo(401);
    assertThatThrownBy(() -> Posture.apiServer(flags.with("token-auth-file", "/etc/kubernetes")))
        .isInstanceOf(ServerStartException.class)
        .hasMessage("read /etc/kubernetes: is a directory");
  }

  @Test
  void allFilesThatAreMissingAreNoted() {
    ServerFlags flags = ServerFlags.parse("""
            - kube-apiserver
            - --client-ca-file=/pki/ca.crt
            - --etcd-cafile=/pki/etcd/ca.crt
            - --service-account-key-file=/pki/sa.pub
            - --token-auth-file=tokens.csv
            """).withFile("tokens.csv", "");

    assertThatThrownBy(() -> Posture.apiServer(flags))
        .isInstanceOfSatisfying(ServerStartException.class, refused -> {
          assertThat(refused).hasMessage("open /pki/ca.crt: no such file or directory");
          assertThat(refused.notes())
              .containsExactly(
                  "--client-ca-file: open /pki/ca.crt: no such file or directory",
                  "--service-account-key-file: open /pki/sa.pub: no such file or directory");
        });
  }

  @Test
  void theDefaultsAreThoseOfMostClusters() {
    assertThat(ServerFlags.defaults())
        .hasToString("--authorization-mode=Node,RBAC --allow-privileged=true"
            + " --service-cluster-ip-range=10.96.0.0/12");
    assertThat(ServerFlags.kubeadm())
        .hasToString("--authorization-mode=Node,RBAC --allow-privileged=true"
            + " --service-cluster-ip-range=10.96.0.0/12"
            + " --enable-admission-plugins=NodeRestriction --enable-bootstrap-token-auth=true"
            + " --service-account-issuer=https://kubernetes.default.svc.cluster.local"
            + " --requestheader-username-headers=X-Remote-User"
            + " --requestheader-group-headers=X-Remote-Group"
            + " --requestheader-extra-headers-prefix=X-Remote-Extra-"
            + " --requestheader-allowed-names=front-proxy-client");
  }

  @Test
  void kubeadmRestrictsNodesAndTheDefaultsDoNot() {
    ApiRequest request = Request.as(User.of("system:node:n1", "system:nodes"))
        .patch(
            "nodes",
            "",
            "n1",
            "application/merge-patch+json",
            "{\"metadata\": {\"labels\": {\"node-restriction.kubernetes.io/x\": \"y\"}}}");
    Cluster cluster = Posture.running(Cluster.empty())
        .with(TestObjects.of("{apiVersion: v1, kind: Node, metadata: {name: n1}}"));

    Response free = Posture.apiServer().handle(cluster, request);
    Response bound = Posture.apiServer(ServerFlags.kubeadm()).handle(cluster, request);

    assertThat(free.code()).isEqualTo(200);
    assertThat(bound.code()).isEqualTo(403);
    assertThat(bound.message())
        .isEqualTo("nodes \"n1\" is forbidden: is not allowed to modify labels:"
            + " node-restriction.kubernetes.io/x");
  }

  @Test
  void notesSayWhatHasNoEffect() {
    assertThat(Posture.notes(ServerFlags.kubeadm())).isEmpty();
    assertThat(Posture.notes(ServerFlags.parse(
            "--etcd-servers=https://127.0.0.1:2379",
            "--basic-auth-file=b.csv",
            "--feature-gates=ConstrainedImpersonation=false,AtomicFIFO=false,APIServerIdentity=true",
            "--admission-control=Initializers,NamespaceLifecycle,PodSecurityPolicy")))
        .containsExactly(
            "--etcd-servers has no effect here",
            "--basic-auth-file was removed in 1.19",
            "the feature gate AtomicFIFO=false has no effect here",
            "--admission-control: Initializers was removed in 1.14; MutatingAdmissionWebhook:"
                + " webhooks change new objects",
            "--admission-control: PodSecurityPolicy was removed in 1.25; PodSecurity: namespaces"
                + " are labelled with a level");
  }

  @Test
  void aGateOfAllIsNotedWithWhatItDecides() {
    assertThat(Posture.notes(ServerFlags.parse("--feature-gates=AllBeta=false,AllAlpha=true")))
        .containsExactly(
            "the feature gate AllBeta=false has no effect here but on ConstrainedImpersonation and"
                + " GenericWorkload and RemoteRequestHeaderUID",
            "the feature gate AllAlpha=true has no effect here");
  }
}
