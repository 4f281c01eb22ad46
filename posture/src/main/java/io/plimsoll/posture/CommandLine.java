package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
import java.util.List;

/** The arguments a kube-apiserver is started with. Mirrors {@code FlagSet.Parse} of {@code github.com/spf13/pflag}. */
final class CommandLine {

  private static final String PROGRAM = "kube-apiserver";

  private CommandLine() {}

  /** Returns the flags that arguments set; the first argument may be the program. */
  static ServerFlags parse(List<String> arguments) {
    ServerFlags flags = ServerFlags.NONE;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (i == 0 && argument.endsWith(PROGRAM)) {
        continue;
      }
      String text = name(argument);
      int equals = text.indexOf('=');
      String name = (equals < 0 ? text : text.substring(0, equals)).replace('_', '-');
      if (equals >= 0) {
        flags = flags.with(name, text.substring(equals + 1));
      } else if (KnownFlags.isSwitch(name)) {
        flags = flags.with(name, "true");
      } else if (i + 1 < arguments.size()) {
        flags = flags.with(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException("flag needs an argument: --" + name);
      }
    }
    return flags;
  }

  /** Returns the name of a flag, with its value if that is in the same argument. */
  private static String name(String argument) {
    if (argument.startsWith("--") && argument.length() > 2) {
      return argument.substring(2);
    }
    if (argument.equals("-v") || argument.startsWith("-v=")) {
      return argument.substring(1);
    }
    if (argument.startsWith("-") && argument.length() > 1 && !argument.equals("--")) {
      String letter = argument.substring(1, argument.offsetByCodePoints(1, 1));
      throw new IllegalArgumentException("unknown shorthand flag: '" + letter + "' in " + argument);
    }
    throw new IllegalArgumentException(
        "\"" + PROGRAM + "\" does not take any arguments, got [" + GoText.quote(argument) + "]");
  }
}
