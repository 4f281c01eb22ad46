package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The flags of a profile while they are read. Mirrors {@code flagvals} of {@code parser_yacc.y}. */
final class ProfileFlags {

  private static final Set<String> PATHS = Set.of(
      "chroot_relative",
      "namespace_relative",
      "mediate_deleted",
      "delegate_deleted",
      "attach_disconnected",
      "no_attach_disconnected",
      "chroot_attach",
      "chroot_no_attach");

  private static final List<List<String>> CONFLICTS = List.of(
      List.of("chroot_relative", "namespace_relative"),
      List.of("mediate_deleted", "delegate_deleted"),
      List.of("attach_disconnected", "no_attach_disconnected"),
      List.of("chroot_attach", "chroot_no_attach"));

  private final List<ProfileMode> modes = new ArrayList<>();
  private final Set<String> paths = new TreeSet<>();
  private boolean audit;

  /** Adds a flag; returns what is wrong with it. */
  Optional<String> add(String flag) {
    if (flag.equals("debug")) {
      return Optional.of("Profile flag 'debug' is no longer valid.");
    }
    for (ProfileMode mode : ProfileMode.values()) {
      if (mode.flag().equals(flag)) {
        return add(mode);
      }
    }
    if (flag.equals("audit")) {
      audit = true;
      return Optional.empty();
    }
    if (!PATHS.contains(flag)) {
      return Optional.of("Invalid profile flag: " + ByteText.text(flag) + ".");
    }
    paths.add(flag);
    return CONFLICTS.stream()
        .filter(paths::containsAll)
        .map(pair -> "Profile flag " + pair.get(0) + " conflicts with " + pair.get(1))
        .findFirst();
  }

  private Optional<String> add(ProfileMode mode) {
    if (!modes.isEmpty() && modes.get(0) != mode) {
      return Optional.of(
          "Profile flag '" + modes.get(0).flag() + "' conflicts with '" + mode.flag() + "'");
    }
    modes.add(mode);
    return Optional.empty();
  }

  ProfileMode mode() {
    return modes.isEmpty() ? ProfileMode.ENFORCE : modes.get(0);
  }

  boolean audit() {
    return audit;
  }

  boolean has(String flag) {
    return paths.contains(flag);
  }
}
