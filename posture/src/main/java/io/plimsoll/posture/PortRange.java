package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
import java.util.Optional;

/**
 * A range of ports as a flag has it: {@code 30000-32767}, {@code 30000+2767} or one port. Mirrors {@code PortRange} of {@code
 * k8s.io/apimachinery/pkg/util/net}.
 *
 * @param first the first port
 * @param last the last port
 */
record PortRange(int first, int last) {

  private static final long LAST_PORT = 65_535;

  /** Reads the value of a flag; an empty one is none. */
  static Optional<PortRange> parse(String flag, String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int hyphen = text.indexOf('-');
    int plus = text.indexOf('+');
    if (hyphen >= 0 && plus >= 0) {
      throw FlagValue.invalid(flag, value, "unable to parse port range: " + text);
    }
    int split = Math.max(hyphen, plus);
    long low = number(flag, value, split < 0 ? text : text.substring(0, split));
    long end = split < 0 ? low : number(flag, value, text.substring(split + 1));
    long high = plus < 0 ? end : low + end;
    if (low > LAST_PORT || high > LAST_PORT) {
      throw FlagValue.invalid(flag, value, "the port range cannot be greater than 65535: " + text);
    }
    if (high < low) {
      throw FlagValue.invalid(flag, value, "end port cannot be less than start port: " + text);
    }
    return Optional.of(new PortRange((int) low, (int) high));
  }

  /** Mirrors {@code strconv.Atoi}. */
  private static long number(String flag, String value, String text) {
    return GoText.parseInt64(text)
        .orElseThrow(() -> FlagValue.invalid(flag, value, GoText.atoiError(text).orElse("")));
  }
}
