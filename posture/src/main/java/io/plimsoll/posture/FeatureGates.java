package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
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
      if (equals < 0) {
        throw refused(gate, "missing bool value for " + gate.strip());
      }
      String name = gate.substring(0, equals).strip();
      String value = gate.substring(equals + 1).strip();
      gates.put(
          name,
          GoText.parseBool(value)
              .orElseThrow(() -> refused(
                  gate,
                  "invalid value of " + name + "=" + value + ", err: strconv.ParseBool: parsing "
                      + GoText.quote(value) + ": invalid syntax")));
    }
    return new FeatureGates(gates);
  }

  private static ServerStartException refused(String gate, String why) {
    return new ServerStartException(
        "invalid argument " + GoText.quote(gate) + " for \"--feature-gates\" flag: " + why);
  }

  boolean isOn(String gate, boolean otherwise) {
    return gates.getOrDefault(gate, otherwise);
  }
}
