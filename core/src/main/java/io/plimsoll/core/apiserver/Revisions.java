package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.math.BigInteger;
import java.util.List;

/**
 * The versions that reads ask for, against the only one that a state has: older ones are as gone as those that etcd has compacted,
 * and newer ones never come. Mirrors {@code k8s.io/apiserver/pkg/storage}.
 */
final class Revisions {

  static final String LIST_TOO_OLD = "The resourceVersion for the provided list is too old.";

  private static final int RETRY_SECONDS = 1;
  private static final BigInteger LARGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private Revisions() {}

  /** Returns what is wrong with the text of a version, or empty. Mirrors {@code ParseResourceVersion}. */
  static String error(String version) {
    String why;
    if (version.isEmpty()) {
      return "";
    } else if (!version.chars().allMatch(c -> c >= '0' && c <= '9')) {
      why = "invalid syntax";
    } else if (new BigInteger(version).compareTo(LARGEST) > 0) {
      why = "value out of range";
    } else {
      return "";
    }
    return FieldError.aggregate(List.of(FieldError.invalid(
        FieldPath.of("resourceVersion"),
        version,
        "strconv.ParseUint: parsing " + GoText.quote(version) + ": " + why)));
  }

  /** Refuses a version that is no number, or newer than the state. */
  static void checkReached(Exchange exchange, String version) throws Refusal {
    String error = error(version);
    if (!error.isEmpty()) {
      throw Refusal.of(Status.plain(500, "", error));
    }
    if (compare(exchange, version) > 0) {
      Status late = Status.timeout(
          "Too large resource version: " + new BigInteger(version) + ", current: "
              + exchange.state().revision(),
          RETRY_SECONDS);
      throw Refusal.of(late.withCause(
          new Status.Cause("ResourceVersionTooLarge", "Too large resource version", "")));
    }
  }

  /** Compares a version with that of the state; none, and zero, are the state's own. */
  static int compare(Exchange exchange, String version) {
    BigInteger wanted = version.isEmpty() ? BigInteger.ZERO : new BigInteger(version);
    return wanted.signum() == 0
        ? 0
        : wanted.compareTo(BigInteger.valueOf(exchange.state().revision()));
  }
}
