package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule about signals. Mirrors {@code parser/signal.cc}.
 *
 * @param signals the numbers of the signals, as the kernel maps them; empty for all
 * @param peer the glob of the other side's label; empty for any
 */
record SignalRule(Prefix prefix, int mode, List<Integer> signals, String peer, PolicyRule rule)
    implements ClassRule {

  static final int SEND = 1 << 1;
  static final int RECEIVE = 1 << 2;

  private static final int FIRST_REALTIME = 128;
  private static final int MOST_REALTIME = 32;

  /** The names by number, from 1. */
  private static final List<String> NAMES = List.of(
      "hup", "int", "quit", "ill", "trap", "abrt", "bus", "fpe", "kill", "usr1", "segv", "usr2",
      "pipe", "alrm", "term", "stkflt", "chld", "cont", "stop", "stp", "ttin", "ttou", "urg",
      "xcpu", "xfsz", "vtalrm", "prof", "winch", "io", "pwr", "sys", "emt");

  private static final int EXISTS = 35;

  static SignalRule of(Prefix prefix, int mode, List<Condition> conditions, PolicyRule rule) {
    List<Integer> signals = new ArrayList<>();
    String peer = "";
    for (Condition condition : conditions) {
      if (!condition.equal()) {
        throw condition.error("keyword \"in\" is not allowed in signal rules");
      }
      switch (condition.name()) {
        case "set" -> {
          for (String value : condition.values()) {
            signals.add(number(value)
                .orElseThrow(() -> condition.error("unknown signal \"" + value + "\"")));
          }
        }
        case "peer" -> peer = condition.single("signal", peer);
        default ->
          throw condition.error("invalid signal rule conditional \"" + condition.name() + "\"");
      }
    }
    return new SignalRule(prefix, mode == 0 ? SEND | RECEIVE : mode, signals, peer, rule);
  }

  /** Returns the number of a signal, {@code term} or {@code rtmin+3}. */
  static OptionalInt number(String name) {
    if (name.startsWith("rtmin+")) {
      int number = 0;
      for (int i = "rtmin+".length(); i < name.length(); i++) {
        char c = name.charAt(i);
        if (c < '0' || c > '9') {
          break;
        }
        number = Math.min(MOST_REALTIME + 1, number * 10 + c - '0');
      }
      boolean negative = name.startsWith("-", "rtmin+".length());
      return number > MOST_REALTIME || negative
          ? OptionalInt.empty()
          : OptionalInt.of(FIRST_REALTIME + number);
    }
    if (name.equals("exists")) {
      return OptionalInt.of(EXISTS);
    }
    int index = NAMES.indexOf(name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
  }

  /** Returns the name of the signal of a number, if there is one. */
  static Optional<String> name(int number) {
    if (number >= FIRST_REALTIME && number <= FIRST_REALTIME + MOST_REALTIME) {
      return Optional.of("rtmin+" + (number - FIRST_REALTIME));
    }
    if (number == EXISTS) {
      return Optional.of("exists");
    }
    return number > 0 && number <= NAMES.size()
        ? Optional.of(NAMES.get(number - 1))
        : Optional.empty();
  }

  @Override
  public SignalRule expand(Variables variables) {
    return new SignalRule(prefix, mode, signals, variables.expand(peer), rule);
  }

  @Override
  public void compile(PolicyBuilder policy) {
    StringBuilder pattern = new StringBuilder(PolicyBuilder.hex(PolicyBuilder.SIGNAL));
    if (signals.isEmpty()) {
      pattern.append('.');
    } else {
      pattern.append('[');
      signals.forEach(signal -> pattern.append(PolicyBuilder.hex(signal)));
      pattern.append(']');
    }
    PolicyBuilder.appendPeer(peer, pattern, rule);
    policy.add(pattern.toString(), prefix, mode, rule);
  }
}
