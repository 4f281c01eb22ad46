package io.plimsoll.examples;

import io.plimsoll.psa.LevelVersion;
import java.util.Iterator;
import java.util.List;

/** What the command line asks for. */
record Options(String input, LevelVersion policy, boolean json) {

  /** Reads the arguments, in any order; an {@link IllegalArgumentException} says what is wrong with them. */
  static Options parse(String... arguments) {
    String input = "";
    String level = "restricted";
    String version = "latest";
    String format = "text";
    for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      check(!argument.startsWith("--") || rest.hasNext(), "not an option with a value", argument);
      switch (argument) {
        case "--level" -> level = rest.next();
        case "--version" -> version = rest.next();
        case "--format" -> format = rest.next();
        default -> {
          check(!argument.startsWith("--"), "not an option", argument);
          check(input.isEmpty(), "more than one input", argument);
          input = argument;
        }
      }
    }
    check(!input.isEmpty(), "no input", input);
    check(format.equals("text") || format.equals("json"), "must be text or json", format);
    return new Options(input, LevelVersion.parse(level + ":" + version), format.equals("json"));
  }

  private static void check(boolean good, String message, String argument) {
    if (!good) {
      throw new IllegalArgumentException(message + ": \"" + argument + "\"");
    }
  }
}
