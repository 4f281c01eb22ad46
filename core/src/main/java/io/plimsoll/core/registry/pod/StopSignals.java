package io.plimsoll.core.registry.pod;

import io.plimsoll.core.registry.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signals that a container may be stopped with, by operating system. Mirrors {@code validateStopSignal}. */
final class StopSignals {

  private static final List<String> WINDOWS = List.of("SIGKILL", "SIGTERM");
  private static final List<String> LINUX = linux();

  private StopSignals() {}

  private static List<String> linux() {
    List<String> signals = new ArrayList<>();
    String names =
        "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP"
            + " SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX";
    for (String name : names.split(" ", -1)) {
      signals.add("SIG" + name);
    }
    for (int i = 1; i <= 15; i++) {
      signals.add("SIGRTMIN+" + i);
    }
    for (int i = 1; i <= 14; i++) {
      signals.add("SIGRTMAX-" + i);
    }
    Collections.sort(signals);
    return List.copyOf(signals);
  }

  static void check(Part lifecycle, @Nullable String os) {
    if (os == null) {
      lifecycle.forbidden("stopSignal", "may not be set for containers with empty `spec.os.name`");
      return;
    }
    List<String> known = os.equals("windows") ? WINDOWS : os.equals("linux") ? LINUX : List.of();
    if (!known.isEmpty() && !known.contains(lifecycle.text("stopSignal"))) {
      lifecycle.notSupported("stopSignal", known);
    }
  }
}
