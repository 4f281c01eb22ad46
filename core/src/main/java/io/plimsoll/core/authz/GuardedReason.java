package io.plimsoll.core.authz;

import io.plimsoll.core.backend.BackendCall;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reason that may fail: then it says what went wrong. It is made when it is first asked for, and kept; threads that ask at the
 * same time may each make it.
 */
final class GuardedReason implements Supplier<String> {

  private final Supplier<String> own;
  private @Nullable String made;

  GuardedReason(Supplier<String> own) {
    this.own = own;
  }

  @Override
  public String get() {
    String known = made;
    if (known == null) {
      known = BackendCall.ask(own, error -> error);
      made = known;
    }
    return known;
  }
}
