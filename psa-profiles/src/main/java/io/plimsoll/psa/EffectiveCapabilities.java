package io.plimsoll.psa;

import io.plimsoll.core.pod.Capabilities;
import io.plimsoll.psa.apparmor.Profile;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What is left of a runtime's capabilities. Mirrors {@code WithCapabilities} of containerd: first {@code ALL} that is added, then {@code
 * ALL} that is dropped, then each that is added, then each that is dropped.
 */
final class EffectiveCapabilities {

  static final List<String> ALL = Profile.allCapabilities().stream()
      .map(name -> name.toUpperCase(Locale.ROOT))
      .sorted()
      .toList();

  private static final String EVERY = "ALL";

  private EffectiveCapabilities() {}

  static List<String> of(List<String> defaults, Capabilities written) {
    List<String> add = written.add().stream().map(EffectiveCapabilities::plain).toList();
    List<String> drop =
        written.drop().stream().map(EffectiveCapabilities::plain).toList();
    TreeSet<String> left = new TreeSet<>(add.contains(EVERY) ? ALL : defaults);
    if (drop.contains(EVERY)) {
      left.clear();
    }
    add.stream().filter(name -> !name.equals(EVERY)).forEach(left::add);
    drop.forEach(left::remove);
    return List.copyOf(left);
  }

  /** Returns which of the added ones gives {@code SYS_ADMIN}, or -1. */
  static int addedSysAdmin(Capabilities written) {
    for (int i = 0; i < written.add().size(); i++) {
      String name = plain(written.add().get(i));
      if (name.equals("SYS_ADMIN")) {
        return i;
      }
    }
    return -1;
  }

  private static String plain(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
  }
}
