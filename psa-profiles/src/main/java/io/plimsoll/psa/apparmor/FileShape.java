package io.plimsoll.psa.apparmor;

/**
 * Paths without empty segments and without {@code .} and {@code ..}; two of them with a zero byte between; or the name of a profile.
 */
final class FileShape implements TextShape {

  /** The states of a path, and from here on those of the one behind the zero byte. */
  private static final int SECOND = 10;

  private static final int START = 0;
  private static final int SLASH = 1;
  private static final int DOT = 2;
  private static final int DOTS = 3;
  private static final int NAME = 4;
  private static final int LABEL = 5;

  @Override
  public int start() {
    return START;
  }

  @Override
  public int next(int state, int value) {
    boolean second = state >= SECOND;
    int at = second ? state - SECOND : state;
    if (value == 0) {
      return !second && at != LABEL && isEnd(at) ? SECOND : NONE;
    }
    int next = at == START && value != '/' ? LABEL : step(at, value);
    return next == NONE || !second ? next : next + SECOND;
  }

  private static int step(int at, int value) {
    if (at == LABEL) {
      return LABEL;
    }
    if (value == '/') {
      return at == START || at == NAME ? SLASH : NONE;
    }
    if (value == '.') {
      return switch (at) {
        case SLASH -> DOT;
        case DOT -> DOTS;
        default -> NAME;
      };
    }
    return NAME;
  }

  @Override
  public boolean isEnd(int state) {
    int at = state >= SECOND ? state - SECOND : state;
    return at == SLASH || at == NAME || at == LABEL;
  }
}
