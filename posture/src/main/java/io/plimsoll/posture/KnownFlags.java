package io.plimsoll.posture;

import java.util.List;
import java.util.Set;

/** The flags of kube-apiserver 1.37 and some that it had: which are read here, and which are for other purposes. */
final class KnownFlags {

  private static final Set<String> READ = Set.of(
      "admission-control",
      "admission-control-config-file",
      "allow-privileged",
      "anonymous-auth",
      "api-audiences",
      "authentication-config",
      "authentication-token-webhook-config-file",
      "authorization-config",
      "authorization-mode",
      "authorization-policy-file",
      "authorization-webhook-config-file",
      "basic-auth-file",
      "client-ca-file",
      "default-not-ready-toleration-seconds",
      "default-unreachable-toleration-seconds",
      "disable-admission-plugins",
      "enable-admission-plugins",
      "enable-bootstrap-token-auth",
      "experimental-keystone-url",
      "feature-gates",
      "oidc-client-id",
      "oidc-groups-claim",
      "oidc-groups-prefix",
      "oidc-issuer-url",
      "oidc-required-claim",
      "oidc-signing-algs",
      "oidc-username-claim",
      "oidc-username-prefix",
      "requestheader-allowed-names",
      "requestheader-client-ca-file",
      "requestheader-extra-headers-prefix",
      "requestheader-group-headers",
      "requestheader-uid-headers",
      "requestheader-username-headers",
      "service-account-extend-token-expiration",
      "service-account-issuer",
      "service-account-key-file",
      "service-account-lookup",
      "service-account-max-token-expiration",
      "token-auth-file");

  /** Of those, the switches: without a value they are on. */
  private static final Set<String> SWITCHES = Set.of(
      "allow-privileged",
      "anonymous-auth",
      "enable-bootstrap-token-auth",
      "service-account-extend-token-expiration",
      "service-account-lookup");

  /** The names of flags about addresses, storage, certificates of the server, logs and limits of load; or, with a hyphen at the end, what they begin with. */
  private static final List<String> WITHOUT_EFFECT = List.of(
      "advertise-",
      "aggregator-",
      "allow-metric-labels",
      "allow-metric-labels-manifest",
      "apiserver-count",
      "audit-",
      "authentication-token-webhook-",
      "authorization-webhook-",
      "bind-",
      "cert-dir",
      "contention-profiling",
      "coordinated-leadership-",
      "cors-",
      "debug-",
      "default-watch-cache-size",
      "delete-collection-workers",
      "disable-http2-serving",
      "disabled-metrics",
      "egress-selector-config-file",
      "emulated-version",
      "emulation-forward-compatible",
      "enable-aggregator-routing",
      "enable-garbage-collector",
      "enable-logs-handler",
      "enable-priority-and-fairness",
      "encryption-provider-config",
      "encryption-provider-config-automatic-reload",
      "endpoint-reconciler-type",
      "etcd-",
      "event-ttl",
      "external-hostname",
      "goaway-chance",
      "help",
      "http2-",
      "identity-lease-",
      "kubelet-",
      "kubernetes-service-node-port",
      "lease-reuse-duration-seconds",
      "livez-grace-period",
      "log-",
      "logging-format",
      "max-",
      "min-",
      "oidc-ca-file",
      "peer-",
      "permit-",
      "profiling",
      "proxy-client-",
      "request-timeout",
      "runtime-config",
      "runtime-config-emulation-forward-compatible",
      "secure-port",
      "service-account-jwks-uri",
      "service-account-signing-",
      "service-cluster-ip-range",
      "service-node-port-range",
      "show-hidden-metrics-for-version",
      "shutdown-",
      "storage-",
      "strict-transport-security-directives",
      "target-ram-mb",
      "tls-",
      "tracing-config-file",
      "version",
      "vmodule",
      "watch-cache",
      "watch-cache-sizes");

  private KnownFlags() {}

  /** Throws if there is a flag that no server has. */
  static void check(ServerFlags flags) {
    for (String name : flags.names()) {
      if (!READ.contains(name) && !isWithoutEffect(name)) {
        throw new ServerStartException("unknown flag: --" + name);
      }
      if (SWITCHES.contains(name)) {
        flags.isOn(name, false);
      }
    }
  }

  private static boolean isWithoutEffect(String name) {
    return name.equals("v")
        || WITHOUT_EFFECT.stream()
            .anyMatch(known -> known.endsWith("-") ? name.startsWith(known) : name.equals(known));
  }

  static boolean isSwitch(String name) {
    return SWITCHES.contains(name);
  }

  /** Returns whether a flag must have a value. */
  static boolean needsValue(String name) {
    return READ.contains(name) && !SWITCHES.contains(name);
  }
}
