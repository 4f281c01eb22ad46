package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flags of a mount and the options that set and clear them. Mirrors {@code mnt_opts_table} of {@code mount.cc}, and {@code mount.h}. */
final class MountFlags {

  static final int RDONLY = 1;
  static final int NOSUID = 1 << 1;
  static final int NODEV = 1 << 2;
  static final int NOEXEC = 1 << 3;
  static final int SYNC = 1 << 4;
  static final int REMOUNT = 1 << 5;
  static final int MAND = 1 << 6;
  static final int DIRSYNC = 1 << 7;
  static final int NOATIME = 1 << 10;
  static final int NODIRATIME = 1 << 11;
  static final int BIND = 1 << 12;
  static final int MOVE = 1 << 13;
  static final int REC = 1 << 14;
  static final int SILENT = 1 << 15;
  static final int ACL = 1 << 16;
  static final int UNBINDABLE = 1 << 17;
  static final int PRIVATE = 1 << 18;
  static final int SLAVE = 1 << 19;
  static final int SHARED = 1 << 20;
  static final int RELATIME = 1 << 21;
  static final int IVERSION = 1 << 23;
  static final int STRICTATIME = 1 << 24;
  static final int NOUSER = 1 << 31;

  static final int PROPAGATION = UNBINDABLE | PRIVATE | SLAVE | SHARED;

  static final int ALL = RDONLY
      | NOSUID
      | NODEV
      | NOEXEC
      | SYNC
      | REMOUNT
      | MAND
      | DIRSYNC
      | NOATIME
      | NODIRATIME
      | BIND
      | REC
      | MOVE
      | SILENT
      | ACL
      | PROPAGATION
      | RELATIME
      | IVERSION
      | STRICTATIME;

  /** Flags that say which kind of mount it is. */
  static final int COMMANDS = MOVE | REMOUNT | BIND | REC | PROPAGATION;

  static final int OF_REMOUNT = ALL & ~(COMMANDS & ~REMOUNT & ~BIND & ~REC);
  static final int OF_BIND = BIND | REC;
  static final int OF_MOVE = MOVE;

  private static final int OF_MOUNT_POINT =
      NOSUID | NOEXEC | NODEV | NOATIME | NODIRATIME | RELATIME | STRICTATIME;

  static final int OF_PROPAGATION = PROPAGATION | REC | (ALL & ~OF_MOUNT_POINT);

  /**
   * What an option does.
   *
   * @param set the flags it sets
   * @param clear the flags it wants clear
   */
  record Option(int set, int clear) {}

  private static final Map<String, Option> OPTIONS = options();

  private MountFlags() {}

  /** The options of one flag by its number; some numbers have none. */
  private static final List<String> NAMES = List.of(
      "ro",
      "nosuid",
      "nodev",
      "noexec",
      "sync",
      "remount",
      "mand",
      "dirsync",
      "",
      "",
      "noatime",
      "nodiratime",
      "bind",
      "move",
      "rec",
      "silent",
      "acl",
      "unbindable",
      "private",
      "slave",
      "shared",
      "relatime",
      "",
      "iversion",
      "strictatime");

  /** Returns whether some option sets the flag of that number. */
  static boolean isFlag(int number) {
    return number < NAMES.size() && !NAMES.get(number).isEmpty();
  }

  /** Returns options that set just these flags; nothing if there are none. */
  static Optional<List<String>> options(int flags) {
    List<String> options = new ArrayList<>();
    boolean recursive = false;
    for (int i = 0; i < NAMES.size(); i++) {
      int flag = 1 << i;
      if ((flags & flag) != 0 && flag != REC) {
        boolean takes = (flags & REC) != 0 && (flag & (BIND | PROPAGATION)) != 0;
        recursive |= takes;
        options.add((takes ? "r" : "") + NAMES.get(i));
      }
    }
    return (flags & REC) != 0 && !recursive ? Optional.empty() : Optional.of(options);
  }

  static Optional<Option> option(String name) {
    return Optional.ofNullable(OPTIONS.get(name));
  }

  private static Map<String, Option> options() {
    Map<String, Option> options = new HashMap<>();
    put(options, RDONLY, List.of("ro", "r", "read-only"), List.of("rw", "w"));
    put(options, NOSUID, List.of("nosuid"), List.of("suid"));
    put(options, NODEV, List.of("nodev"), List.of("dev"));
    put(options, NOEXEC, List.of("noexec"), List.of("exec"));
    put(options, SYNC, List.of("sync"), List.of("async"));
    put(options, REMOUNT, List.of("remount"), List.of());
    put(options, MAND, List.of("mand"), List.of("nomand"));
    put(options, DIRSYNC, List.of("dirsync"), List.of());
    put(options, NOATIME, List.of("noatime"), List.of("atime"));
    put(options, NODIRATIME, List.of("nodiratime"), List.of("diratime"));
    put(options, BIND, List.of("bind", "B"), List.of());
    put(options, MOVE, List.of("move", "M"), List.of());
    put(options, BIND | REC, List.of("rbind", "R"), List.of());
    put(options, SILENT, List.of("verbose", "silent"), List.of("loud"));
    put(options, ACL, List.of("acl"), List.of("noacl"));
    propagation(options, "unbindable", UNBINDABLE);
    propagation(options, "private", PRIVATE);
    propagation(options, "slave", SLAVE);
    propagation(options, "shared", SHARED);
    put(options, RELATIME, List.of("relatime"), List.of());
    put(options, 0, List.of("norelatime", "noiversion"), List.of());
    put(options, IVERSION, List.of("iversion"), List.of());
    put(options, STRICTATIME, List.of("strictatime"), List.of());
    put(options, NOUSER, List.of("nouser"), List.of("user"));
    return Map.copyOf(options);
  }

  private static void put(
      Map<String, Option> options, int flags, List<String> setting, List<String> clearing) {
    setting.forEach(name -> options.put(name, new Option(flags, 0)));
    clearing.forEach(name -> options.put(name, new Option(0, flags)));
  }

  private static void propagation(Map<String, Option> options, String name, int flag) {
    put(options, flag, List.of(name, "make-" + name), List.of());
    put(options, flag | REC, List.of("r" + name, "make-r" + name), List.of());
  }
}
