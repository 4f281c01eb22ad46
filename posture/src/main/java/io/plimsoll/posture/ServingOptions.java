package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.CidrText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the numbers, ports and networks that flags set, though nothing here depends on them: no server starts with them.
 * Mirrors {@code Validate} of {@code ServerRunOptions}, {@code SecureServingOptions} and {@code AuditLogOptions} of {@code
 * k8s.io/apiserver/pkg/server/options}, and {@code getServiceIPAndRanges} and {@code validation.go} of {@code
 * cmd/kube-apiserver/app/options}.
 */
final class ServingOptions {

  private static final int HIGHEST_PORT = 65535;
  private static final double MOST_GOAWAY = 0.02;
  private static final String RANGE = "service-cluster-ip-range";

  private final ServerFlags flags;
  private final List<String> errors = new ArrayList<>();

  ServingOptions(ServerFlags flags) {
    this.flags = flags;
  }

  /** Throws if there is something that no server starts with. */
  void check() {
    List<CidrText> ranges = ranges();
    notNegative("max-requests-inflight");
    notNegative("max-mutating-requests-inflight");
    goaway();
    notNegative("min-request-timeout");
    port();
    audit();
    ranges(ranges);
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

  /** Returns the first two networks of services, which alone are read. */
  private List<CidrText> ranges() {
    List<String> texts =
        flags.last(RANGE).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    List<CidrText> ranges = new ArrayList<>();
    for (int i = 0; i < Math.min(2, texts.size()); i++) {
      String why = RANGE + "[" + i + "] is not " + (i == 0 ? "a valid cidr" : "an ip net");
      ranges.add(CidrText.parse(texts.get(i)).orElseThrow(() -> new ServerStartException(why)));
    }
    return ranges;
  }

  private void ranges(List<CidrText> ranges) {
    if (flags.last(RANGE).filter(text -> text.split(",", -1).length > 2).isPresent()) {
      errors.add("--" + RANGE + " must not contain more than two entries");
    }
    if (ranges.size() > 1
        && ranges.get(0).address().v4() == ranges.get(1).address().v4()) {
      errors.add("--" + RANGE + "[0] and --" + RANGE + "[1] must be of different IP family");
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
