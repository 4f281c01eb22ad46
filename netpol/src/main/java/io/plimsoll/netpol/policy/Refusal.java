package io.plimsoll.netpol.policy;

import io.plimsoll.core.manifest.Problem;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the API server refuses a policy; found out when it is first asked for, with the same result each time. */
final class Refusal {

  private final Supplier<List<Problem>> validation;
  private @Nullable Boolean known;

  /**
   * Makes one.
   *
   * @param validation finds what the API server would refuse
   */
  Refusal(Supplier<List<Problem>> validation) {
    this.validation = validation;
  }

  /** Returns what the API server would refuse. */
  List<Problem> problems() {
    return validation.get();
  }

  boolean isRefused() {
    Boolean refused = known;
    if (refused == null) {
      refused = !validation.get().isEmpty();
      known = refused;
    }
    return refused;
  }
}
