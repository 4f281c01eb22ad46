package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code --feature-gates} switches on and off; of gates it does not mention, what holds is the default of 1.37. Mirrors
 * {@code k8s.io/component-base/featuregate}.
 */
final class FeatureGates {

  private static final Map<String, Gate> KNOWN = known();

  /** The gates that decide something here. */
  private static final List<String> READ = List.of("ConstrainedImpersonation", "GenericWorkload");

  private static final String COMPONENT = "kube";

  private final Map<String, Boolean> gates;

  private FeatureGates(Map<String, Boolean> gates) {
    this.gates = gates;
  }

  private record Gate(boolean usual, boolean locked) {}

  private static Map<String, Gate> known() {
    Map<String, Gate> known = new LinkedHashMap<>();
    for (List<String> line : Table.read("feature-gates.tsv")) {
      known.put(line.get(0), new Gate(line.get(1).equals("true"), line.size() > 2));
    }
    return known;
  }

  static FeatureGates of(ServerFlags flags) {
    Map<String, Boolean> gates = new LinkedHashMap<>();
    for (String pair : flags.list("feature-gates")) {
      String gate = ofComponent(pair);
      int equals = gate.indexOf('=');
      String name = (equals < 0 ? gate : gate.substring(0, equals)).strip();
      if (equals < 0) {
        throw new ServerStartException("missing bool value for " + name);
      }
      String value = gate.substring(equals + 1).strip();
      boolean on = GoText.parseBool(value)
          .orElseThrow(() -> new ServerStartException("invalid value of " + name + "=" + value
              + ", err: strconv.ParseBool: parsing " + GoText.quote(value)
              + ": invalid syntax"));
      gates.put(name, on);
    }
    gates.forEach(FeatureGates::check);
    return new FeatureGates(gates);
  }

  /** Gates may be those of a component; there is one only. */
  private static String ofComponent(String pair) {
    int colon = pair.indexOf(':');
    if (colon < 0) {
      return pair;
    }
    String component = pair.substring(0, colon).strip();
    if (!component.equals(COMPONENT)) {
      throw new ServerStartException("component not registered: " + component);
    }
    return pair.substring(colon + 1);
  }

  private static void check(String name, boolean on) {
    Gate gate = KNOWN.get(name);
    if (gate == null) {
      throw new ServerStartException("unrecognized feature gate: " + name);
    }
    if (gate.locked() && gate.usual() != on) {
      throw new ServerStartException("cannot set feature gate " + name + " to " + on
          + ", feature is locked to " + gate.usual());
    }
  }

  boolean isOn(String gate, boolean otherwise) {
    return gates.getOrDefault(gate, otherwise);
  }

  /** Returns which gates are not at their default and have no effect here. */
  List<String> notes() {
    return gates.entrySet().stream()
        .filter(gate -> !READ.contains(gate.getKey()) && isUnusual(gate))
        .map(gate ->
            "the feature gate " + gate.getKey() + "=" + gate.getValue() + " has no effect here")
        .toList();
  }

  private static boolean isUnusual(Map.Entry<String, Boolean> gate) {
    Gate known = KNOWN.get(gate.getKey());
    return known == null || known.usual() != gate.getValue();
  }
}
