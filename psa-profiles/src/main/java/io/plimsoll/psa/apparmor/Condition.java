package io.plimsoll.psa.apparmor;

import java.util.List;

/**
 * A condition of a rule: {@code fstype=ext4}, {@code options in (ro,nosuid)}.
 *
 * @param name what it is about
 * @param equal whether it is written with {@code =}
 * @param values the values, one at least where there are any
 * @param token where it starts
 */
record Condition(String name, boolean equal, List<String> values, Token token) {

  PolicyException error(String message) {
    return PolicyException.of("rule", token.location(), ByteText.text(message));
  }

  /** Returns the first value; a condition may be given once only. */
  String single(String rule, String before) {
    if (!before.isEmpty()) {
      throw error(rule + " conditional \"" + name + "\" can only be specified once");
    }
    return values.isEmpty() ? "" : values.get(0);
  }
}
