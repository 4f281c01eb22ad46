package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedFlagsTest {

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

  /** The flags of kube-apiserver 1.37.2. */
  private static final String KUBE_APISERVER = """
      admission-control admission-control-config-file advertise-address
      aggregator-reject-forwarding-redirect allow-metric-labels allow-metric-labels-manifest
      allow-privileged anonymous-auth api-audiences apiserver-count audit-log-batch-buffer-size
      audit-log-compress audit-log-format audit-log-maxage audit-log-maxbackup audit-log-maxsize
      audit-log-mode audit-log-path audit-log-version audit-policy-file audit-webhook-batch-max-size
      audit-webhook-config-file audit-webhook-initial-backoff audit-webhook-version authentication-config
      authentication-token-webhook-cache-ttl authentication-token-webhook-config-file
      authentication-token-webhook-version authorization-config authorization-mode
      authorization-policy-file authorization-webhook-cache-authorized-ttl
      authorization-webhook-cache-unauthorized-ttl authorization-webhook-config-file
      authorization-webhook-version bind-address cert-dir client-ca-file contention-profiling
      coordinated-leadership-lease-duration coordinated-leadership-renew-deadline
      coordinated-leadership-retry-period cors-allowed-origins debug-socket-path
      default-not-ready-toleration-seconds default-unreachable-toleration-seconds default-watch-cache-size
      delete-collection-workers disable-admission-plugins disable-http2-serving disabled-metrics
      egress-selector-config-file emulated-version emulation-forward-compatible enable-admission-plugins
      enable-aggregator-routing enable-bootstrap-token-auth enable-garbage-collector enable-logs-handler
      enable-priority-and-fairness encryption-provider-config encryption-provider-config-automatic-reload
      endpoint-reconciler-type etcd-cafile etcd-certfile etcd-compaction-interval
      etcd-count-metric-poll-period etcd-db-metric-poll-interval etcd-healthcheck-timeout etcd-keyfile
      etcd-prefix etcd-readycheck-timeout etcd-servers etcd-servers-overrides event-ttl external-hostname
      feature-gates goaway-chance http2-max-streams-per-connection kubelet-certificate-authority
      kubelet-client-certificate kubelet-client-key kubelet-preferred-address-types kubelet-timeout
      kubernetes-service-node-port lease-reuse-duration-seconds livez-grace-period log-flush-frequency
      log-json-info-buffer-size log-json-split-stream log-text-info-buffer-size log-text-split-stream
      logging-format max-connection-bytes-per-sec max-mutating-requests-inflight max-requests-inflight
      min-compatibility-version min-request-timeout oidc-ca-file oidc-client-id oidc-groups-claim
      oidc-groups-prefix oidc-issuer-url oidc-required-claim oidc-signing-algs oidc-username-claim
      oidc-username-prefix peer-advertise-ip peer-advertise-port peer-ca-file permit-address-sharing
      permit-port-sharing profiling proxy-client-cert-file proxy-client-key-file request-timeout
      requestheader-allowed-names requestheader-client-ca-file requestheader-extra-headers-prefix
      requestheader-group-headers requestheader-uid-headers requestheader-username-headers runtime-config
      runtime-config-emulation-forward-compatible secure-port service-account-extend-token-expiration
      service-account-issuer service-account-jwks-uri service-account-key-file service-account-lookup
      service-account-max-token-expiration service-account-signing-endpoint
      service-account-signing-key-file service-cluster-ip-range service-node-port-range
      show-hidden-metrics-for-version shutdown-delay-duration shutdown-send-retry-after
      shutdown-watch-termination-grace-period storage-backend storage-initialization-timeout
      storage-media-type strict-transport-security-directives tls-cert-file tls-cipher-suites
      tls-min-version tls-private-key-file tls-sni-cert-key token-auth-file tracing-config-file v version
      vmodule watch-cache watch-cache-sizes
      """;

  static Stream<String> flagsOfKubeApiserver() {
    return Stream.of(KUBE_APISERVER.strip().split("\\s+", -1));
  }

  @ParameterizedTest
  @MethodSource("flagsOfKubeApiserver")
  void aFlagThatKubeApiserverHasIsKnown(String name) {
    assertThat(KnownFlags.contains(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic-auth-file", "experimental-keystone-url"})
  void aFlagThatItHadIsKnownToo(String name) {
    KnownFlags.check(ServerFlags.parse("--" + name + "=x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"authorization-modes", "profilings", "kubelt-client-key", "versions", "x"})
  void aFlagThatNoServerHasIsNot(String name) {
    assertThatThrownBy(() -> Posture.apiServer(ServerFlags.parse("--" + name + "=x")))
        .isInstanceOf(ServerStartException.class)
        .hasMessage("unknown flag: --" + name);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--anonymous-auth=maybe|invalid argument \"maybe\" for \"--anonymous-auth\" flag: strconv.ParseBool: parsing \"maybe\": invalid syntax",
        "--allow-privileged=|invalid argument \"\" for \"--allow-privileged\" flag: strconv.ParseBool: parsing \"\": invalid syntax",
        "--feature-gates=A|missing bool value for A",
        "--feature-gates=A=yes|invalid value of A=yes, err: strconv.ParseBool: parsing \"yes\": invalid syntax",
        "--service-account-max-token-expiration=1x|invalid argument \"1x\" for \"--service-account-max-token-expiration\" flag: time: unknown unit \"x\" in duration \"1x\"",
        "--service-account-max-token-expiration=30m|the service-account-max-token-expiration must be between 1 hour and 2^32 seconds",
        "--default-not-ready-toleration-seconds=x|invalid argument \"x\" for \"--default-not-ready-toleration-seconds\" flag: strconv.ParseInt: parsing \"x\": invalid syntax",
        "--authorization-mode=Magic|authorization-mode \"Magic\" is not a valid mode",
        "--authorization-mode=RBAC,RBAC|authorization-mode [\"RBAC\" \"RBAC\"] has mode specified more than once",
        "--authorization-mode=ABAC|authorization-mode ABAC's authorization policy file not passed",
        "--authorization-mode=Webhook|authorization-mode Webhook's authorization config file not passed",
        "--token-auth-file=none.csv|open none.csv: no such file or directory",
        "--enable-admission-plugins=Nonsense|enable-admission-plugins plugin \"Nonsense\" is unknown",
        "--service-cluster-ip-range=x|service-cluster-ip-range[0] is not a valid cidr",
        "--service-cluster-ip-range=10.0.0.0/24,x|service-cluster-ip-range[1] is not an ip net",
        "--service-cluster-ip-range=10.0.0.0/30|error determining service IP ranges for primary service cidr: the service cluster IP range must be at least 8 IP addresses",
        "--service-cluster-ip-range=10.0.0.0/24,10.1.0.0/24|--service-cluster-ip-range[0] and --service-cluster-ip-range[1] must be of different IP family",
        "--service-cluster-ip-range=10.0.0.0/24,fd00::/112,fd01::/112|--service-cluster-ip-range must not contain more than two entries",
        "--service-node-port-range=9-8|invalid argument \"9-8\" for \"--service-node-port-range\" flag: end port cannot be less than start port: 9-8",
        "--service-node-port-range=70000|invalid argument \"70000\" for \"--service-node-port-range\" flag: the port range cannot be greater than 65535: 70000",
        "--service-node-port-range=a-8|invalid argument \"a-8\" for \"--service-node-port-range\" flag: strconv.Atoi: parsing \"a\": invalid syntax",
        "--service-node-port-range=1-2+3|invalid argument \"1-2+3\" for \"--service-node-port-range\" flag: unable to parse port range: 1-2+3",
        "--oidc-required-claim=a|invalid argument \"a\" for \"--oidc-required-claim\" flag: malformed pair, expect string=string",
      })
  void aBadValueStopsTheServerInUpstreamsWords(String flag, String message) {
    ServerFlags flags = flag.contains("oidc")
        ? ServerFlags.parse("--oidc-issuer-url=https://i", "--oidc-client-id=c", flag)
        : ServerFlags.parse(flag);

    assertThatThrownBy(() -> Posture.apiServer(flags))
        .isInstanceOf(ServerStartException.class)
        .hasMessage(message);
  }

  @Test
  void theSameFilesMayNotBeMeantTwice() {
    ServerFlags flags = ServerFlags.parse(
            "--authorization-mode=RBAC", "--authorization-config=a.yaml")
        .withFile("a.yaml", "");

    assertThatThrownBy(() -> Posture.apiServer(flags))
        .hasMessage("--authorization-config can not be specified when --authorization-mode or"
            + " --authorization-webhook-* flags are defined");
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
  void theDefaultsAreThoseOfMostClusters() {
    assertThat(ServerFlags.defaults())
        .hasToString("--authorization-mode=Node,RBAC --allow-privileged=true"
            + " --service-cluster-ip-range=10.96.0.0/12");
    assertThat(ServerFlags.kubeadm())
        .hasToString("--authorization-mode=Node,RBAC --allow-privileged=true"
            + " --service-cluster-ip-range=10.96.0.0/12"
            + " --enable-admission-plugins=NodeRestriction --enable-bootstrap-token-auth=true");
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
}
