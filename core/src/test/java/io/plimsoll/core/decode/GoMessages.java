package io.plimsoll.core.decode;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages of Go of which only the start is compared: what follows is a dump of a value. */
final class GoMessages {

  private static final List<Pattern> DUMPS = List.of(
      Pattern.compile("yaml: invalid map key: "), Pattern.compile("unsupported map key of type: "));

  private GoMessages() {}

  /** Returns what of a message is compared. */
  static String comparable(String message) {
    for (Pattern dump : DUMPS) {
      Matcher matcher = dump.matcher(message);
      if (matcher.find()) {
        return message.substring(0, matcher.end());
      }
    }
    return message;
  }
}
