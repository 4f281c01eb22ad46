package io.plimsoll.core.backend;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call of a function that stands in the place of a server. A server can fail; so one that throws an exception or returns
 * nothing has failed, and what it would have decided is decided as if nobody had answered.
 */
public final class BackendCall {

  private static final String NOTHING = "the backend answered nothing";

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
      return failed.apply(messageOf(thrown));
    }
    return answer == null ? failed.apply(NOTHING) : answer;
  }

  /**
   * Returns what a backend answers, as the other method does; with functions that hold nothing there is nothing to make for a
   * call.
   *
   * @param backend the backend
   * @param asked what it is asked
   * @param function asks the backend
   * @param failed makes the answer of a backend that failed, from a text for people
   */
  public static <B, A, T> T ask(
      B backend,
      A asked,
      BiFunction<? super B, ? super A, ? extends @Nullable T> function,
      BiFunction<? super B, String, T> failed) {
    @Nullable T answer;
    try {
      answer = function.apply(backend, asked);
    } catch (RuntimeException thrown) {
      return failed.apply(backend, messageOf(thrown));
    }
    return answer == null ? failed.apply(backend, NOTHING) : answer;
  }

  private static String messageOf(RuntimeException thrown) {
    String message = thrown.getMessage();
    return message == null || message.isEmpty() ? "the backend failed" : message;
  }
}
