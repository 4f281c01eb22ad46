package io.plimsoll.psa.apparmor;

import java.util.Optional;

/** Reads the permissions of a file rule, {@code rwPix}. Mirrors {@code parse_sub_mode} of {@code parser_misc.c}. */
final class FileModes {

  private final String text;
  private int position;
  private int bits;
  private String error = "";

  private FileModes(String text) {
    this.text = text;
  }

  /**
   * The outcome.
   *
   * @param bits the permissions of both owner and others
   * @param error what is wrong, if anything is
   */
  record Reading(int bits, Optional<String> error) {}

  static Reading read(String text) {
    FileModes modes = new FileModes(text);
    while (modes.position < text.length() && modes.error.isEmpty()) {
      modes.one();
    }
    return new Reading(
        FileBits.both(modes.bits),
        modes.error.isEmpty() ? Optional.empty() : Optional.of(modes.error));
  }

  private void one() {
    char c = text.charAt(position);
    int length = 1;
    switch (c) {
      case 'r', 'R' -> bits |= FileBits.READ;
      case 'w', 'W' -> write();
      case 'a' -> append();
      case 'l', 'L' -> bits |= FileBits.LINK;
      case 'k' -> bits |= FileBits.LOCK;
      case 'm', 'M' -> bits |= FileBits.MMAP;
      case 'x', 'X' -> bits |= FileBits.EXEC;
      case 'i', 'I' -> {
        if ((bits & FileBits.INDEX) != 0) {
          conflict("i");
        }
        bits |= FileBits.INHERIT | FileBits.EXEC;
        length = 2;
      }
      case 'u', 'U' -> {
        exec(FileBits.UNCONFINED | unsafe(c), String.valueOf(c));
        length = 2;
      }
      default -> length = profile(c);
    }
    position += length;
  }

  private int profile(char c) {
    int type = (Character.toLowerCase(c) == 'p' ? FileBits.PROFILE : FileBits.LOCAL) | unsafe(c);
    char next = position + 1 < text.length() ? text.charAt(position + 1) : 0;
    switch (next) {
      case 'i', 'I' -> exec(type | FileBits.INHERIT, "" + c + next);
      case 'u', 'U' -> exec(type | FileBits.PUX, "" + c + next);
      default -> {
        exec(type, String.valueOf(c));
        return 2;
      }
    }
    return 3;
  }

  private static int unsafe(char c) {
    return Character.isLowerCase(c) ? FileBits.UNSAFE : 0;
  }

  private void exec(int type, String qualifier) {
    if ((bits & FileBits.EXEC) != 0 && (bits & FileBits.EXEC_TYPE) != type) {
      conflict(qualifier);
    }
    bits |= type | FileBits.EXEC;
  }

  private void write() {
    if ((bits & FileBits.APPEND) != 0 && (bits & FileBits.WRITE) == 0) {
      error = "Conflict 'a' and 'w' perms are mutually exclusive.";
    }
    bits |= FileBits.WRITE | FileBits.APPEND;
  }

  private void append() {
    if ((bits & FileBits.WRITE) != 0) {
      error = "Conflict 'a' and 'w' perms are mutually exclusive.";
    }
    bits |= FileBits.APPEND;
  }

  private void conflict(String qualifier) {
    error = "Exec qualifier '" + qualifier + "' invalid, conflicting qualifier already specified";
  }
}
