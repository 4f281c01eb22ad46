package io.plimsoll.core.model;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A number or a string, as ports and rollout limits are written. Mirrors {@code intstr.IntOrString}.
 *
 * @param number the number, or {@code null} if it is a string
 * @param string the string, or {@code null} if it is a number
 */
public record IntOrString(
    @Nullable Integer number, @Nullable String string) {

  public IntOrString {
    if ((number == null) == (string == null)) {
      throw new IllegalArgumentException(
          "exactly one of number and string: \"" + number + "\", \"" + string + "\"");
    }
  }

  /** Returns a number. */
  public static IntOrString of(int number) {
    return new IntOrString(number, null);
  }

  /** Returns a string. */
  public static IntOrString of(String string) {
    return new IntOrString(null, string);
  }

  /** Returns the number, if it is one. */
  public OptionalInt asInt() {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Returns the number in decimal, or the string. */
  @Override
  public String toString() {
    return number == null ? String.valueOf(string) : number.toString();
  }
}
