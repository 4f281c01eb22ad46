package io.plimsoll.posture;

import io.plimsoll.core.authn.HistoricAuthenticator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The flags of kube-apiserver 1.37, and two that it had: which are read here, and which are for other purposes. */
final class KnownFlags {

  private static final Set<String> READ = Set.of(
      "admission-control",
      "admission-control-config-file",
      "allow-privileged",
      "anonymous-auth",
      "api-audiences",
      "authentication-config",
      "authentication-token-webhook-config-file",
      "authentication-token-webhook-version",
      "authorization-config",
      "authorization-mode",
      "authorization-policy-file",
      "authorization-webhook-config-file",
      "authorization-webhook-version",
      "client-ca-file",
      "default-not-ready-toleration-seconds",
      "default-unreachable-toleration-seconds",
      "disable-admission-plugins",
      "enable-admission-plugins",
      "enable-bootstrap-token-auth",
      "encryption-provider-config",
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
      "service-account-signing-key-file",
      "service-cluster-ip-range",
      "service-node-port-range",
      "token-auth-file");

  /** Those that name a file that is read here. */
  private static final List<String> FILES = List.of(
      "admission-control-config-file",
      "authentication-config",
      "authorization-config",
      "authorization-policy-file",
      "basic-auth-file",
      "client-ca-file",
      "encryption-provider-config",
      "requestheader-client-ca-file",
      "service-account-key-file",
      "service-account-signing-key-file",
      "token-auth-file");

  /** The names, and what the values are. */
  private static final Map<String, String> TYPES = types();

  private KnownFlags() {}

  private static Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    for (List<String> line : Table.read("flags.tsv")) {
      types.put(line.get(0), line.size() > 1 ? line.get(1) : "");
    }
    for (HistoricAuthenticator historic : HistoricAuthenticator.values()) {
      types.put(historic.flag(), "");
    }
    return types;
  }

  /** Returns whether a server has a flag. */
  static boolean contains(String name) {
    return TYPES.containsKey(name);
  }

  /** Returns the flags that name a file which is read here. */
  static List<String> files() {
    return FILES;
  }

  /** Returns whether a flag needs no value. */
  static boolean isSwitch(String name) {
    return name.equals("version") || "bool".equals(TYPES.get(name));
  }

  /** Throws if there is a flag that no server has, or one with a value that makes no sense. */
  static void check(ServerFlags flags) {
    for (String name : flags.names()) {
      if (!contains(name)) {
        throw new ServerStartException("unknown flag: --" + name);
      }
      for (String value : flags.values(name)) {
        FlagValue.check(TYPES.getOrDefault(name, ""), name, value);
      }
    }
  }

  /** Returns which flags have no effect here, and which no server of today has. */
  static List<String> notes(ServerFlags flags) {
    List<String> notes = new ArrayList<>();
    for (String name : flags.names()) {
      Optional<HistoricAuthenticator> historic = Stream.of(HistoricAuthenticator.values())
          .filter(one -> one.flag().equals(name))
          .findFirst();
      if (historic.isPresent()) {
        notes.add("--" + name + " was removed in " + historic.get().removedIn());
      } else if (!READ.contains(name)) {
        notes.add("--" + name + " has no effect here");
      }
    }
    return notes;
  }
}
