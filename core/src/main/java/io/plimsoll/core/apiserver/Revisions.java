package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * The versions that reads ask for, against the only one that a state has: older ones are as gone as those that etcd has compacted,
 * and newer ones never come. Mirrors {@code k8s.io/apiserver/pkg/storage}.
 */
final class Revisions {

  static final String LIST_TOO_OLD = "The resourceVersion for the provided list is too old.";

  private static final int RETRY_SECONDS = 1;
  private static final String FIELD = "resourceVersion";

  private Revisions() {}

  /** Returns what is wrong with the text of a version, or empty. Mirrors {@code ParseResourceVersion}. */
  static String error(String version) {
    if (version.isEmpty()) {
      return "";
    }
    return GoText.parseUint64Error(version)
        .map(why ->
            FieldError.aggregate(List.of(FieldError.invalid(FieldPath.of(FIELD), version, why))))
        .orElse("");
  }

  /** Returns the version that an object has, 0 if none. Mirrors {@code APIObjectVersioner.ObjectResourceVersion}. */
  static long of(MappingValue object) throws Refusal {
    check(object);
    return number(Meta.text(object, FIELD));
  }

  /** Refuses an object whose version is no number. */
  static void check(MappingValue object) throws Refusal {
    String version = Meta.text(object, FIELD);
    Optional<String> error =
        version.isEmpty() ? Optional.empty() : GoText.parseUint64Error(version);
    if (error.isPresent()) {
      throw Refusal.of(Status.plain(500, "", error.get()));
    }
  }

  /** Returns whether an object has a version, which one that is to be made must not have; a text does not count. */
  static boolean isSet(MappingValue object) {
    return number(Meta.text(object, FIELD)) != 0;
  }

  /** Refuses a version that is no number, or newer than the state. */
  static void checkReached(Exchange exchange, String version) throws Refusal {
    String error = error(version);
    if (!error.isEmpty()) {
      throw Refusal.of(Status.plain(500, "", error));
    }
    if (compare(exchange, version) > 0) {
      Status late = Status.timeout(
          "Too large resource version: " + printed(version) + ", current: "
              + exchange.state().revision(),
          RETRY_SECONDS);
      throw Refusal.of(late.withCause(
          new Status.Cause("ResourceVersionTooLarge", "Too large resource version", "")));
    }
  }

  /** Compares a version with that of the state; none, and zero, are the state's own. */
  static int compare(Exchange exchange, String version) {
    long wanted = number(version);
    return wanted == 0 ? 0 : Long.compareUnsigned(wanted, exchange.state().revision());
  }

  /** Returns a version as a number is printed. */
  static String printed(String version) {
    return Long.toUnsignedString(number(version));
  }

  private static long number(String version) {
    return GoText.parseUint64(version).orElse(0);
  }
}
