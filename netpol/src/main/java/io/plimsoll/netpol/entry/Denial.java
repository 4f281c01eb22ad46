package io.plimsoll.netpol.entry;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.way.Dangling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is said of a way into the cluster that policies close. */
final class Denial {

  /** So many policies, or of those who may connect instead, are named. */
  private static final int NAMED = 3;

  private Denial() {}

  static Dangling of(Entrypoint entry, Entrypoint.Target target) {
    String what = "leads to " + target.workload() + " by " + target.denied() + ", which ";
    List<String> instead = instead(target);
    if (isControllerAmong(target)) {
      String message = what + "is open to " + list(instead) + " only: the "
          + entry.type().server() + " must be one of them";
      return Dangling.info(entry.object(), entry.path(), "entrypoint-restricted", message);
    }
    List<String> policies = target.deniedBy().stream().map(ObjectRef::toString).toList();
    String who = entry.type().served() ? "the " + entry.type().server() : "everybody outside";
    String message = what
        + list(policies)
        + (policies.size() == 1 ? " denies to " : " deny to ")
        + who
        + (instead.isEmpty() ? "" : "; only " + list(instead) + " may connect");
    return Dangling.warning(entry.object(), entry.path(), "entrypoint-denied", message);
  }

  /** An ingress controller rarely is in the namespace of what it leads to; one of a cloud may be outside of the cluster. */
  private static boolean isControllerAmong(Entrypoint.Target target) {
    String own = target.workload().namespace();
    return !target.strangers().isEmpty()
        || target.insiders().stream()
            .anyMatch(line -> !line.source().namespace().equals(own));
  }

  private static List<String> instead(Entrypoint.Target target) {
    return Stream.concat(
            target.insiders().stream().map(line -> line.source().toString()),
            target.strangers().stream().map(line -> line.peer().toString()))
        .toList();
  }

  private static String list(List<String> names) {
    List<String> shown = new ArrayList<>(names.subList(0, Math.min(NAMED, names.size())));
    if (names.size() > NAMED) {
      shown.add((names.size() - NAMED) + " more");
    }
    int last = shown.size() - 1;
    return last < 1
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
  }
}
