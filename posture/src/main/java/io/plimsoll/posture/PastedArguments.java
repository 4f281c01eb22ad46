package io.plimsoll.posture;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a command as people paste them: one by one, or with what stood around them in a manifest, as the dash of an item
 * of a list and its quotes, or in a shell, as the backslash at the end of a line.
 */
final class PastedArguments {

  private static final String ITEM = "- ";
  private static final String CONTINUED = "\\";

  private final List<String> arguments = new ArrayList<>();

  private PastedArguments() {}

  /** Returns the arguments that some texts are; a text of several lines is those of its lines. */
  static List<String> of(List<String> texts) {
    PastedArguments pasted = new PastedArguments();
    for (String text : texts) {
      if (text.indexOf('\n') < 0) {
        pasted.addArgument(text);
      } else {
        text.lines().map(String::strip).forEach(pasted::addLine);
      }
    }
    return List.copyOf(pasted.arguments);
  }

  /** Blanks within an argument are a part of it. */
  private void addArgument(String text) {
    String stripped = text.strip();
    if (stripped.startsWith(ITEM)) {
      addItem(stripped);
    } else if (text.endsWith(" " + CONTINUED)) {
      arguments.add(withoutBackslash(text).strip());
    } else if (!text.equals(CONTINUED)) {
      arguments.add(text);
    }
  }

  /** In a line, blanks stand between arguments, but for an item of a list. */
  private void addLine(String line) {
    if (line.startsWith(ITEM)) {
      addItem(line);
      return;
    }
    String rest = line.endsWith(CONTINUED) ? withoutBackslash(line) : line;
    for (String argument : rest.strip().split("\\s+", -1)) {
      if (!argument.isEmpty()) {
        arguments.add(argument);
      }
    }
  }

  private void addItem(String item) {
    arguments.add(unquoted(item.substring(ITEM.length()).strip()));
  }

  private static String withoutBackslash(String text) {
    return text.substring(0, text.length() - CONTINUED.length());
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1
        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
        && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
