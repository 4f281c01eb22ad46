package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code --feature-gates} switches on and off; of gates it does not mention, what holds is the default of 1.37. Mirrors
 * {@code k8s.io/component-base/featuregate}.
 */
final class FeatureGates {

  private static final Map<String, Gate> KNOWN = known();

  static final String CONSTRAINED_IMPERSONATION = "ConstrainedImpersonation";
  static final String GENERIC_WORKLOAD = "GenericWorkload";
  static final String REMOTE_REQUEST_HEADER_UID = "RemoteRequestHeaderUID";

  /** The gates that decide something here, all of them of the stage {@code Beta}, by their names in order. */
  private static final List<String> READ =
      List.of(CONSTRAINED_IMPERSONATION, GENERIC_WORKLOAD, REMOTE_REQUEST_HEADER_UID);

  /** The gate that stands for all of its stage which are not set by themselves. */
  private static final String ALL_BETA = "AllBeta";

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
    List<String> pairs = flags.values("feature-gates").stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .filter(pair -> !pair.isEmpty())
        .toList();
    for (String pair : pairs) {
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

  /** Returns whether one of the gates that decide something here is on. Mirrors {@code setUnsetBetaGates}. */
  boolean isOn(String gate) {
    Gate known = KNOWN.get(gate);
    boolean usual = known != null && known.usual();
    return gates.getOrDefault(gate, gates.getOrDefault(ALL_BETA, usual));
  }

  /** Returns which gates are not at their default and have no effect here, or not on all that they stand for. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    gates.forEach((gate, on) -> {
      if (gate.equals(ALL_BETA)) {
        notes.add("the feature gate " + ALL_BETA + "=" + on + " has no effect here but on "
            + String.join(" and ", READ));
      } else if (!READ.contains(gate) && isUnusual(gate, on)) {
        notes.add("the feature gate " + gate + "=" + on + " has no effect here");
      }
    });
    return notes;
  }

  private static boolean isUnusual(String gate, boolean on) {
    Gate known = KNOWN.get(gate);
    return known == null || known.usual() != on;
  }
}
