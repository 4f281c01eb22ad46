package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the numbers, ports and networks that flags set, though nothing here depends on them: no server starts with them.
 * Mirrors {@code Validate} of {@code ServerRunOptions}, {@code SecureServingOptions} and {@code AuditLogOptions} of {@code
 * k8s.io/apiserver/pkg/server/options}, and {@code validation.go} of {@code cmd/kube-apiserver/app/options}.
 */
final class ServingOptions {

  private static final int HIGHEST_PORT = 65535;
  private static final double MOST_GOAWAY = 0.02;

  private final ServerFlags flags;
  private final List<String> errors = new ArrayList<>();

  ServingOptions(ServerFlags flags) {
    this.flags = flags;
  }

  /** Throws if there is something that no server starts with. */
  void check() {
    List<String> networks = ServiceFlags.errors(flags);
    notNegative("max-requests-inflight");
    notNegative("max-mutating-requests-inflight");
    goaway();
    notNegative("min-request-timeout");
    port();
    audit();
    errors.addAll(networks);
    nodePort();
    number("apiserver-count")
        .filter(count -> count <= 0)
        .ifPresent(count -> errors.add(
            "--apiserver-count should be a positive number, but value '" + count + "' provided"));
    if (!errors.isEmpty()) {
      throw new ServerStartException(GoText.aggregate(errors));
    }
  }

  private Optional<Long> number(String flag) {
    return flags.last(flag).map(text -> FlagValue.int64(flag, text));
  }

  private void notNegative(String flag) {
    if (number(flag).filter(number -> number < 0).isPresent()) {
      errors.add("--" + flag + " can not be negative value");
    }
  }

  private void goaway() {
    double chance = flags.last("goaway-chance").map(FlagNumber::fraction).orElse(0.0);
    if (chance < 0 || chance > MOST_GOAWAY) {
      errors.add("--goaway-chance can not be less than 0 or greater than 0.02");
    }
  }

  private void port() {
    number("secure-port")
        .filter(port -> port < 1 || port > HIGHEST_PORT)
        .ifPresent(port -> errors.add("--secure-port " + port
            + " must be between 1 and 65535, inclusive. It cannot be turned off with 0"));
  }

  /** What is kept of a log matters only if there is one. */
  private void audit() {
    if (flags.last("audit-log-path").isEmpty()) {
      return;
    }
    for (String flag : List.of("audit-log-maxage", "audit-log-maxbackup", "audit-log-maxsize")) {
      number(flag)
          .filter(number -> number < 0)
          .ifPresent(
              number -> errors.add("--" + flag + " " + number + " can't be a negative number"));
    }
  }

  private void nodePort() {
    number("kubernetes-service-node-port")
        .filter(port -> port < 0 || port > HIGHEST_PORT)
        .ifPresent(port -> errors.add("--kubernetes-service-node-port " + port
            + " must be between 0 and 65535, inclusive. If 0, the Kubernetes master service will be"
            + " of type ClusterIP"));
  }
}
