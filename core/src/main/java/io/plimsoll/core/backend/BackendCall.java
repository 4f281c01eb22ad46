package io.plimsoll.core.backend;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call of a function that stands in the place of a server. A server can fail; so one that throws an exception or returns
 * nothing has failed, and what it would have decided is decided as if nobody had answered.
 */
public final class BackendCall {

  private BackendCall() {}

  /**
   * Returns what a function answers.
   *
   * @param function the function
   * @param failed makes the answer of a function that failed, from a text for people
   */
  public static <T> T ask(Supplier<? extends @Nullable T> function, Function<String, T> failed) {
    @Nullable T answer;
    try {
      answer = function.get();
    } catch (RuntimeException thrown) {
      String message = thrown.getMessage();
      return failed.apply(message == null || message.isEmpty() ? "the backend failed" : message);
    }
    return answer == null ? failed.apply("the backend answered nothing") : answer;
  }
}
