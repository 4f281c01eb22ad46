package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which flags a server starts with, and what it says of those it does not. */
class ServerStartTest {

  private static final String KEYS = """
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
      - resources: [secrets]
        providers: [%s]
      """;

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
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      --anonymous-auth=maybe | invalid argument "maybe" for "--anonymous-auth" flag: strconv.ParseBool: parsing "maybe": invalid syntax
      --allow-privileged= | invalid argument "" for "--allow-privileged" flag: strconv.ParseBool: parsing "": invalid syntax
      --profiling=yes | invalid argument "yes" for "--profiling" flag: strconv.ParseBool: parsing "yes": invalid syntax
      --request-timeout=60 | invalid argument "60" for "--request-timeout" flag: time: missing unit in duration "60"
      --service-account-max-token-expiration=1x | invalid argument "1x" for "--service-account-max-token-expiration" flag: time: unknown unit "x" in duration "1x"
      --service-account-max-token-expiration=99999999999999999999h | invalid argument "99999999999999999999h" for "--service-account-max-token-expiration" flag: time: invalid duration "99999999999999999999h"
      --service-account-max-token-expiration=59m59.9s | the service-account-max-token-expiration must be between 1 hour and 2^32 seconds
      --service-account-max-token-expiration=1193046h28m17s | the service-account-max-token-expiration must be between 1 hour and 2^32 seconds
      --service-account-max-token-expiration=-2h | the service-account-max-token-expiration must be between 1 hour and 2^32 seconds
      --default-not-ready-toleration-seconds=x | invalid argument "x" for "--default-not-ready-toleration-seconds" flag: strconv.ParseInt: parsing "x": invalid syntax
      --max-requests-inflight=abc | invalid argument "abc" for "--max-requests-inflight" flag: strconv.ParseInt: parsing "abc": invalid syntax
      --max-requests-inflight= | invalid argument "" for "--max-requests-inflight" flag: strconv.ParseInt: parsing "": invalid syntax
      --max-requests-inflight=08 | invalid argument "08" for "--max-requests-inflight" flag: strconv.ParseInt: parsing "08": invalid syntax
      --max-requests-inflight=9223372036854775808 | invalid argument "9223372036854775808" for "--max-requests-inflight" flag: strconv.ParseInt: parsing "9223372036854775808": value out of range
      --max-requests-inflight=-1 | --max-requests-inflight can not be negative value
      --max-mutating-requests-inflight=-0x1 | --max-mutating-requests-inflight can not be negative value
      --min-request-timeout=-1 | --min-request-timeout can not be negative value
      --audit-log-maxage=x | invalid argument "x" for "--audit-log-maxage" flag: strconv.ParseInt: parsing "x": invalid syntax
      --audit-webhook-batch-throttle-qps=1e39 | invalid argument "1e39" for "--audit-webhook-batch-throttle-qps" flag: strconv.ParseFloat: parsing "1e39": value out of range
      --goaway-chance=often | invalid argument "often" for "--goaway-chance" flag: strconv.ParseFloat: parsing "often": invalid syntax
      --goaway-chance=0.03 | --goaway-chance can not be less than 0 or greater than 0.02
      --kubelet-port=-1 | invalid argument "-1" for "--kubelet-port" flag: strconv.ParseUint: parsing "-1": invalid syntax
      --v=high | invalid argument "high" for "-v, --v" flag: strconv.ParseUint: parsing "high": invalid syntax
      --v=2147483648 | invalid argument "2147483648" for "-v, --v" flag: strconv.ParseUint: parsing "2147483648": value out of range
      --secure-port=99999999 | --secure-port 99999999 must be between 1 and 65535, inclusive. It cannot be turned off with 0
      --secure-port=0 | --secure-port 0 must be between 1 and 65535, inclusive. It cannot be turned off with 0
      --kubernetes-service-node-port=65536 | --kubernetes-service-node-port 65536 must be between 0 and 65535, inclusive. If 0, the Kubernetes master service will be of type ClusterIP
      --apiserver-count=0 | --apiserver-count should be a positive number, but value '0' provided
      --bind-address=1.2.3 | invalid argument "1.2.3" for "--bind-address" flag: failed to parse IP: "1.2.3"
      --advertise-address=10.0.0.01 | invalid argument "10.0.0.01" for "--advertise-address" flag: failed to parse IP: "10.0.0.01"
      --service-node-port-range=1-2-3 | invalid argument "1-2-3" for "--service-node-port-range" flag: strconv.Atoi: parsing "2-3": invalid syntax
      --service-node-port-range=1-2+3 | invalid argument "1-2+3" for "--service-node-port-range" flag: unable to parse port range: 1-2+3
      --service-node-port-range=30000+40000 | invalid argument "30000+40000" for "--service-node-port-range" flag: the port range cannot be greater than 65535: 30000+40000
      --service-node-port-range=20-10 | invalid argument "20-10" for "--service-node-port-range" flag: end port cannot be less than start port: 20-10
      --service-cluster-ip-range=foo | service-cluster-ip-range[0] is not a valid cidr
      --service-cluster-ip-range=10.0.0.0/30 | error determining service IP ranges for primary service cidr: the service cluster IP range must be at least 8 IP addresses
      --service-cluster-ip-range=10.0.0.0/24,foo | service-cluster-ip-range[1] is not an ip net
      --service-cluster-ip-range=10.0.0.0/24,10.1.0.0/24 | --service-cluster-ip-range[0] and --service-cluster-ip-range[1] must be of different IP family
      --service-cluster-ip-range=10.0.0.0/24,fd00::/112,foo | --service-cluster-ip-range must not contain more than two entries
      --tls-curve-preferences=29,x | invalid argument "29,x" for "--tls-curve-preferences" flag: strconv.ParseInt: parsing "x": invalid syntax
      --api-audiences=a"b | invalid argument "a\\"b" for "--api-audiences" flag: parse error on line 1, column 2: bare " in non-quoted-field
      --requestheader-username-headers=X-Remote-User, | empty value in "requestheader-username-headers"
      --requestheader-group-headers=a,,b | empty value in "requestheader-group-headers"
      --requestheader-uid-headers=X-Foo | --requestheader-uid-headers is set without specifying the standard X-Remote-Uid header - API aggregation will not work
      --oidc-groups-claim=groups | oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set
      --oidc-issuer-url= | oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set
      --oidc-ca-file=ca.crt | oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set
      --feature-gates=Foo=true | unrecognized feature gate: Foo
      --feature-gates=ConstrainedImpersonation | missing bool value for ConstrainedImpersonation
      --feature-gates=ConstrainedImpersonation=maybe | invalid value of ConstrainedImpersonation=maybe, err: strconv.ParseBool: parsing "maybe": invalid syntax
      --feature-gates=wardle:Foo=true | component not registered: wardle
      --feature-gates=AggregatedDiscoveryRemoveBetaType=false | cannot set feature gate AggregatedDiscoveryRemoveBetaType to false, feature is locked to true
      --audit-nonsense=1 | unknown flag: --audit-nonsense
      --tls-cert-files=x | unknown flag: --tls-cert-files
      --identity-lease-duration-seconds=1 | unknown flag: --identity-lease-duration-seconds
      --authorization-mode=Magic | authorization-mode "Magic" is not a valid mode
      --authorization-mode=RBAC, | authorization-mode "" is not a valid mode
      --authorization-mode=RBAC,RBAC | authorization-mode ["RBAC" "RBAC"] has mode specified more than once
      --authorization-mode=ABAC | authorization-mode ABAC's authorization policy file not passed
      --authorization-mode=Webhook | authorization-mode Webhook's authorization config file not passed
      --token-auth-file=none.csv | open none.csv: no such file or directory
      --service-account-signing-key-file=none.key | failed to parse service-account-issuer-key-file: open none.key: no such file or directory
      --encryption-provider-config=none.yaml | error while parsing file: error while loading file: error reading encryption provider configuration file "none.yaml": open none.yaml: no such file or directory
      --enable-admission-plugins=Ghost | enable-admission-plugins plugin "Ghost" is unknown
      --enable-admission-plugins=PodSecurityPolicy | enable-admission-plugins plugin "PodSecurityPolicy" is unknown
      --admission-control=Ghost | admission-control plugin "Ghost" is unknown
      """)
  void aServerDoesNotStartWithWhatMakesNoSense(String flag, String why) {
    assertThatThrownBy(() -> Posture.apiServer(ServerFlags.parse(flag)))
        .isInstanceOf(ServerStartException.class)
        .hasMessage(why);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      --oidc-issuer-url=https://i --oidc-client-id=c --oidc-required-claim=a | invalid argument "a" for "--oidc-required-claim" flag: malformed pair, expect string=string
      --oidc-client-id=c --authentication-config=broken.yaml | authentication-config file and oidc-* flags are mutually exclusive
      --oidc-username-claim=email --authentication-config=broken.yaml | authentication-config file and oidc-* flags are mutually exclusive
      --audit-log-path=- --audit-log-maxage=-1 --audit-log-maxsize=-2 | [--audit-log-maxage -1 can't be a negative number, --audit-log-maxsize -2 can't be a negative number]
      --feature-gates=AllBeta=false --requestheader-uid-headers=X-Remote-Uid | --requestheader-uid-headers requires the "RemoteRequestHeaderUID" feature to be enabled
      --authorization-mode=RBAC --authorization-config=broken.yaml | --authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined
      --authorization-webhook-version=v1 --authorization-config=broken.yaml | --authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined
      --authentication-token-webhook-version=v2 --authentication-token-webhook-config-file=h.yaml | unsupported authentication webhook version "v2", supported versions are "v1", "v1beta1"
      """)
  void aServerDoesNotStartWithWhatDoesNotGoTogether(String line, String why) {
    ServerFlags flags = ServerFlags.parse(line.split(" ", -1)).withFile("broken.yaml", "nonsense");

    assertThatThrownBy(() -> Posture.apiServer(flags))
        .isInstanceOf(ServerStartException.class)
        .hasMessage(why);
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
        "--encryption-provider-config=",
        "--service-account-max-token-expiration=1.5h",
        "--service-account-max-token-expiration=0",
        "--feature-gates=kube:ConstrainedImpersonation=F,AllAlpha=false",
        "--etcd-servers=https://127.0.0.1:2379",
        "--audit-webhook-truncate-max-event-size=5",
        "--v=2",
        "--max-requests-inflight=0x1_0",
        "--audit-log-maxage=-1",
        "--audit-log-batch-throttle-qps=.5e1",
        "--goaway-chance=0.02",
        "--bind-address=::",
        "--advertise-address=",
        "--service-node-port-range=30000-32767",
        "--service-node-port-range=30000+10",
        "--service-node-port-range=",
        "--service-cluster-ip-range=10.96.0.0/12,fd00::/108",
        "--api-audiences=\"a,b\",c",
        "--requestheader-username-headers=",
        "--requestheader-uid-headers=X-Uid,x-remote-uid",
        "--authorization-webhook-version=v9",
        "--authentication-token-webhook-version=v9",
        "--admission-control=NamespaceLifecycle,PodSecurityPolicy,PodPreset"
      })
  void aServerStartsAsUpstreamDoes(String flag) {
    assertThatCode(() -> Posture.apiServer(ServerFlags.parse(flag))).doesNotThrowAnyException();
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
}
