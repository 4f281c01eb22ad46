package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.IpText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The value of a flag as {@code github.com/spf13/pflag} reads it. */
final class FlagValue {

  private FlagValue() {}

  /** Throws if a text is no value of a type, which has pflag's name; any text is one of a type that is not known here. */
  static void check(String type, String flag, String text) {
    switch (type) {
      case "bool" -> bool(flag, text);
      case "duration" -> duration(flag, text);
      case "int" -> int64(flag, text);
      case "uint" -> refuse(flag, text, FlagNumber.unsignedError(text));
      case "float32" -> refuse(flag, text, FlagNumber.floatError(text, Float.MAX_VALUE));
      case "float64" -> refuse(flag, text, FlagNumber.floatError(text, Double.MAX_VALUE));
      case "int32Slice" -> {
        for (String one : text.split(",", -1)) {
          refuse(flag, text, FlagNumber.signedError(one, Integer.SIZE));
        }
      }
      case "Level" -> refuse(flag, text, FlagNumber.levelError(text));
      case "ip" -> ip(flag, text);
      case "portRange" -> PortRange.parse(flag, text);
      case "stringSlice" -> list(flag, text);
      default -> {
        // What is to be said of others is said where they are read.
      }
    }
  }

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

  /** Returns the value of a flag that is a number. Mirrors {@code strconv.ParseInt} with the base 0. */
  static long int64(String flag, String text) {
    refuse(flag, text, FlagNumber.signedError(text, Long.SIZE));
    return FlagNumber.signed(text).longValueExact();
  }

  /** Returns the values of a flag that is a list. Mirrors {@code readAsCSV}. */
  static List<String> list(String flag, String text) {
    try {
      List<List<String>> records = GoText.csv(text);
      return records.isEmpty() ? List.of() : records.get(0);
    } catch (IllegalArgumentException malformed) {
      throw invalid(flag, text, String.valueOf(malformed.getMessage()));
    }
  }

  private static void ip(String flag, String text) {
    if (!text.isEmpty() && IpText.parse(text.strip()).filter(ip -> !ip.padded()).isEmpty()) {
      throw invalid(flag, text, "failed to parse IP: " + GoText.quote(text));
    }
  }

  private static void refuse(String flag, String text, Optional<String> why) {
    if (why.isPresent()) {
      throw invalid(flag, text, why.get());
    }
  }

  /** Returns why a server does not start with a value. */
  static ServerStartException invalid(String flag, String text, String why) {
    String name = flag.equals("v") ? "-v, --v" : "--" + flag;
    return new ServerStartException(
        "invalid argument " + GoText.quote(text) + " for " + GoText.quote(name) + " flag: " + why);
  }
}
