package io.plimsoll.psa.apparmor;

/** What the kernel asks about mounts, signals and tracing: the first byte says which, see {@link PolicyBuilder}. */
final class PolicyShape implements TextShape {

  private static final int START = 0;
  private static final int SIGNAL = 1;
  private static final int LABEL = 2;
  private static final int LABEL_END = 3;

  /** Before a slash, behind one, and within a name: the path of a target. */
  private static final int TARGET = 4;

  private static final int TARGET_SLASH = 5;
  private static final int TARGET_NAME = 6;

  /** What follows a target: a device or, for {@code pivot_root}, the old root. */
  private static final int SOURCE = 7;

  private static final int SOURCE_SLASH = 8;
  private static final int TYPE = 9;

  /** And from here on one for each flag that has been the last. */
  private static final int FLAGS = 10;

  @Override
  public int start() {
    return START;
  }

  @Override
  public int next(int state, int value) {
    return switch (state) {
      case START -> first(value);
      case SIGNAL -> SignalRule.name(value).isPresent() ? LABEL : NONE;
      case LABEL, LABEL_END -> value == 0 ? NONE : LABEL_END;
      case TARGET -> value == '/' ? TARGET_SLASH : NONE;
      case TARGET_SLASH -> target(value, true);
      case TARGET_NAME -> target(value, false);
      case SOURCE, SOURCE_SLASH -> source(value);
      case TYPE -> value == 0 ? FLAGS : TYPE;
      default -> value > state - FLAGS && MountFlags.isFlag(value - 1) ? FLAGS + value : NONE;
    };
  }

  private static int first(int value) {
    return switch (value) {
      case PolicyBuilder.MOUNT -> TARGET;
      case PolicyBuilder.SIGNAL -> SIGNAL;
      case PolicyBuilder.PTRACE -> LABEL;
      default -> NONE;
    };
  }

  private static int target(int value, boolean slash) {
    if (value == 0) {
      return slash ? SOURCE : NONE;
    }
    if (value == '/') {
      return slash ? NONE : TARGET_SLASH;
    }
    return TARGET_NAME;
  }

  private static int source(int value) {
    return switch (value) {
      case 0 -> TYPE;
      case '/' -> SOURCE_SLASH;
      default -> SOURCE;
    };
  }

  /** A mount point and an old root end with a slash. */
  @Override
  public boolean isEnd(int state) {
    return state == LABEL_END || state == TARGET_SLASH || state == SOURCE_SLASH || state >= FLAGS;
  }
}
