package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.GoText;
import java.time.Duration;

/** The value of a flag as {@code github.com/spf13/pflag} reads it. */
final class FlagValue {

  private FlagValue() {}

  /** Returns the value of a switch. Mirrors {@code strconv.ParseBool}. */
  static boolean bool(String flag, String text) {
    return GoText.parseBool(text)
        .orElseThrow(() -> invalid(
            flag, text, "strconv.ParseBool: parsing " + GoText.quote(text) + ": invalid syntax"));
  }

  /** Returns the value of a flag that is a duration. Mirrors {@code time.ParseDuration}. */
  static Duration duration(String flag, String text) {
    return GoDuration.tryParse(text).orElseThrow(() -> invalid(flag, text, GoDuration.error(text)));
  }

  /** Returns the value of a flag that is a number. Mirrors {@code strconv.ParseInt}. */
  static long int64(String flag, String text) {
    return GoText.parseInt64(text)
        .orElseThrow(() -> invalid(
            flag, text, "strconv.ParseInt: parsing " + GoText.quote(text) + ": invalid syntax"));
  }

  /** Returns why a server does not start with a value. */
  static ServerStartException invalid(String flag, String text, String why) {
    return new ServerStartException("invalid argument " + GoText.quote(text) + " for "
        + GoText.quote("--" + flag) + " flag: " + why);
  }
}
