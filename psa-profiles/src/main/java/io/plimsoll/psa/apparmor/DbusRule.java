package io.plimsoll.psa.apparmor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule about D-Bus. Mirrors {@code parser/dbus.cc}.
 *
 * <p>It is checked, and enforced by no kernel that the answers are for: without its feature, it compiles to nothing.
 */
record DbusRule(Map<String, String> conditions) implements ClassRule {

  static final int BIND = 1 << 6;
  static final int EAVESDROP = 1 << 5;
  static final int SEND = 1 << 1;
  static final int RECEIVE = 1 << 2;

  private static final List<String> NAMES =
      List.of("bus", "name", "label", "path", "interface", "member");
  private static final List<String> OF_MESSAGES = List.of("path", "interface", "member", "label");

  static DbusRule of(int mode, List<Condition> subject, List<Condition> peer, Token at) {
    Map<String, String> all = new LinkedHashMap<>();
    subject.forEach(condition -> add(all, condition));
    boolean service = all.containsKey("name");
    if (all.containsKey("label")) {
      throw error(
          at, "dbus \"label\" conditional can only be used inside of the \"peer=()\" grouping");
    }
    peer.forEach(condition -> add(all, condition));
    boolean message =
        OF_MESSAGES.stream().anyMatch(all::containsKey) || (all.containsKey("name") && !service);
    if (message && service) {
      throw error(at, "dbus rule contains message conditionals and service conditionals");
    }
    if (message && (mode & BIND) != 0) {
      throw error(at, "dbus \"bind\" access cannot be used with message rule conditionals");
    }
    if (service && (mode & (SEND | RECEIVE)) != 0) {
      throw error(
          at,
          "dbus \"send\" and/or \"receive\" accesses cannot be used with service rule conditionals");
    }
    if ((mode & EAVESDROP) != 0 && (message || service)) {
      throw error(at, "dbus \"eavesdrop\" access can only contain a bus conditional");
    }
    return new DbusRule(all);
  }

  private static void add(Map<String, String> all, Condition condition) {
    if (!condition.equal()) {
      throw condition.error("keyword \"in\" is not allowed in dbus rules");
    }
    if (condition.values().size() > 1) {
      throw condition.error(
          "dbus conditional \"" + condition.name() + "\" only supports a single value");
    }
    if (!NAMES.contains(condition.name())) {
      throw condition.error("invalid dbus conditional \"" + condition.name() + "\"");
    }
    if (all.containsKey(condition.name())) {
      throw condition.error(
          "dbus conditional \"" + condition.name() + "\" can only be specified once");
    }
    all.put(condition.name(), condition.values().get(0));
  }

  private static PolicyException error(Token at, String message) {
    return PolicyException.of("rule", at.location(), message);
  }

  @Override
  public DbusRule expand(Variables variables) {
    conditions.values().forEach(variables::expand);
    return this;
  }

  @Override
  public void compile(PolicyBuilder policy) {
    // Nothing: see above.
  }
}
