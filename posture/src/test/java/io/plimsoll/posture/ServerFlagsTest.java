package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFlagsTest {

  private static final String KEYS = """
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
      - resources: [secrets]
        providers: [%s]
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      --anonymous-auth=maybe | invalid argument "maybe" for "--anonymous-auth" flag: strconv.ParseBool: parsing "maybe": invalid syntax
      --allow-privileged= | invalid argument "" for "--allow-privileged" flag: strconv.ParseBool: parsing "": invalid syntax
      --profiling=yes | invalid argument "yes" for "--profiling" flag: strconv.ParseBool: parsing "yes": invalid syntax
      --request-timeout=60 | invalid argument "60" for "--request-timeout" flag: time: missing unit in duration "60"
      --service-account-max-token-expiration=99999999999999999999h | invalid argument "99999999999999999999h" for "--service-account-max-token-expiration" flag: time: invalid duration "99999999999999999999h"
      --service-account-max-token-expiration=59m59.9s | the service-account-max-token-expiration must be between 1 hour and 2^32 seconds
      --service-account-max-token-expiration=1193046h28m17s | the service-account-max-token-expiration must be between 1 hour and 2^32 seconds
      --service-account-max-token-expiration=-2h | the service-account-max-token-expiration must be between 1 hour and 2^32 seconds
      --default-not-ready-toleration-seconds=x | invalid argument "x" for "--default-not-ready-toleration-seconds" flag: strconv.ParseInt: parsing "x": invalid syntax
      --feature-gates=Foo=true | unrecognized feature gate: Foo
      --feature-gates=ConstrainedImpersonation | missing bool value for ConstrainedImpersonation
      --feature-gates=ConstrainedImpersonation=maybe | invalid value of ConstrainedImpersonation=maybe, err: strconv.ParseBool: parsing "maybe": invalid syntax
      --feature-gates=wardle:Foo=true | component not registered: wardle
      --feature-gates=AggregatedDiscoveryRemoveBetaType=false | cannot set feature gate AggregatedDiscoveryRemoveBetaType to false, feature is locked to true
      --audit-nonsense=1 | unknown flag: --audit-nonsense
      --tls-cert-files=x | unknown flag: --tls-cert-files
      --identity-lease-duration-seconds=1 | unknown flag: --identity-lease-duration-seconds
      --token-auth-file=none.csv | open none.csv: no such file or directory
      --encryption-provider-config=none.yaml | error while parsing file: error while loading file: error reading encryption provider configuration file "none.yaml": open none.yaml: no such file or directory
      --admission-control-config-file=/nope | failed to read plugin config: unable to read admission control configuration from "/nope" [open /nope: no such file or directory]
      --enable-admission-plugins=Ghost | enable-admission-plugins plugin "Ghost" is unknown
      --enable-admission-plugins=PodSecurityPolicy | enable-admission-plugins plugin "PodSecurityPolicy" is unknown
      --admission-control=Ghost | admission-control plugin "Ghost" is unknown
      """)
  void aServerDoesNotStartWithWhatMakesNoSense(String flag, String why) {
    assertThatThrownBy(() -> Posture.apiServer(ServerFlags.parse(flag)))
        .isInstanceOf(ServerStartException.class)
        .hasMessage(why);
  }

  @Test
  void whatBecameOfAnUnknownPluginIsNoted() {
    ServerFlags flags = ServerFlags.parse("--enable-admission-plugins=PodSecurityPolicy,Ghost");
    assertThatThrownBy(() -> Posture.apiServer(flags))
        .isInstanceOfSatisfying(
            ServerStartException.class,
            refused -> assertThat(refused.notes())
                .containsExactly(
                    "PodSecurityPolicy was removed in 1.25; PodSecurity: namespaces are"
                        + " labelled with a level"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--anonymous-auth=True",
        "--anonymous-auth=1",
        "--anonymous-auth=t",
        "--anonymous-auth",
        "--anonymous_auth=F",
        "--token-auth-file=",
        "--authorization-config=",
        "--oidc-issuer-url=",
        "--encryption-provider-config=",
        "--service-account-max-token-expiration=1.5h",
        "--service-account-max-token-expiration=0",
        "--feature-gates=kube:ConstrainedImpersonation=F,AllAlpha=false",
        "--etcd-servers=https://127.0.0.1:2379",
        "--audit-webhook-truncate-max-event-size=5",
        "--v=2",
        "--admission-control=NamespaceLifecycle,PodSecurityPolicy,PodPreset"
      })
  void aServerStartsAsUpstreamDoes(String flag) {
    assertThatCode(() -> Posture.apiServer(ServerFlags.parse(flag))).doesNotThrowAnyException();
  }

  @Test
  void switchesAreReadAsGoReadsThem() {
    assertThat(codeOfAnonymous("--anonymous-auth=f")).isEqualTo(401);
    assertThat(codeOfAnonymous("--anonymous-auth=FALSE")).isEqualTo(401);
    assertThat(codeOfAnonymous("--anonymous-auth=T")).isEqualTo(403);
  }

  private static int codeOfAnonymous(String flag) {
    ApiServer server = Posture.apiServer(ServerFlags.parse(flag, "--authorization-mode=RBAC"));
    return server.handle(Cluster.empty(), ApiRequest.of("GET", "/api/v1/pods")).code();
  }

  @Test
  void aCommandLineIsReadAsPflagReadsIt() {
    ServerFlags flags = ServerFlags.parse(
        "kube-apiserver", "--authorization-mode", "RBAC", "--anonymous-auth", "-v", "2");
    assertThat(flags).hasToString("--authorization-mode=RBAC --anonymous-auth=true --v=2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerFlags.parse("--token-auth-file"))
        .withMessage("flag needs an argument: --token-auth-file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerFlags.parse("--anonymous-auth", "false"))
        .withMessage("\"kube-apiserver\" does not take any arguments, got [\"false\"]");
  }

  @Test
  void anEncryptionConfigurationIsRead() {
    ServerFlags flags = ServerFlags.parse("--encryption-provider-config=enc.yaml");
    assertThatCode(
            () -> Posture.apiServer(flags.withFile("enc.yaml", KEYS.formatted("{identity: {}}"))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Posture.apiServer(flags.withFile("enc.yaml", KEYS.formatted(""))))
        .isInstanceOf(ServerStartException.class)
        .hasMessageStartingWith("error while parsing file: resources[0].providers: ");
    assertThatThrownBy(() -> Posture.apiServer(flags.withFile("enc.yaml", "")))
        .hasMessage("error while parsing file: error while loading file: encryption provider"
            + " configuration file \"enc.yaml\" is empty");
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
}
