package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.schema.Nearest;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.engine.Unit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a port that no container has may have been meant to be.
 *
 * @param text what to tell
 * @param patch the change of the policy, if it is plain
 */
record PortNameHint(String text, @Nullable Patch patch) {

  private static final int MOST_LISTED = 5;

  /**
   * Returns a hint.
   *
   * @param path where the name stands
   * @param protocol the protocol the port must have; {@code null} if it may have any
   * @param declared the ports that the containers have
   */
  static PortNameHint of(
      FieldPath path, String name, @Nullable Protocol protocol, List<Unit.Port> declared) {
    Optional<Protocol> other = declared.stream()
        .filter(port -> name.equals(port.name()))
        .map(Unit.Port::protocol)
        .min(Protocol::compareTo);
    if (other.isPresent()) {
      FieldPath at = path.parent().field("protocol");
      return new PortNameHint(
          "; it is one of " + other.get(),
          Patch.of(new Patch.Operation.Add(at, ScalarValue.of(other.get().name()))));
    }
    TreeSet<String> names = new TreeSet<>();
    for (Unit.Port port : declared) {
      if (port.name() != null && (protocol == null || protocol == port.protocol())) {
        names.add(port.name());
      }
    }
    Optional<String> near = Nearest.to(name, names);
    if (near.isPresent()) {
      return new PortNameHint(
          "; did you mean \"" + near.get() + "\"",
          Patch.of(new Patch.Operation.Replace(path, ScalarValue.of(near.get()))));
    }
    if (names.isEmpty()) {
      return new PortNameHint("", null);
    }
    String all = names.stream()
        .limit(MOST_LISTED)
        .map(one -> "\"" + one + "\"")
        .collect(Collectors.joining(", "));
    return new PortNameHint("; there is " + all + (names.size() > MOST_LISTED ? ", …" : ""), null);
  }
}
