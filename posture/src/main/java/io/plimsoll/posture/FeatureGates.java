package io.plimsoll.posture;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code --feature-gates} switches on and off; of gates it does not mention, what holds is the default of 1.37. */
final class FeatureGates {

  private final Map<String, Boolean> gates;

  private FeatureGates(Map<String, Boolean> gates) {
    this.gates = gates;
  }

  static FeatureGates of(ServerFlags flags) {
    Map<String, Boolean> gates = new LinkedHashMap<>();
    for (String gate : flags.list("feature-gates")) {
      int equals = gate.indexOf('=');
      String value = equals < 0 ? "" : gate.substring(equals + 1);
      if (!value.equals("true") && !value.equals("false")) {
        throw new ServerStartException("invalid argument \"" + gate
            + "\" for \"--feature-gates\" flag: missing bool value for " + gate);
      }
      gates.put(gate.substring(0, equals), value.equals("true"));
    }
    return new FeatureGates(gates);
  }

  boolean isOn(String gate, boolean otherwise) {
    return gates.getOrDefault(gate, otherwise);
  }
}
