package io.plimsoll.netpol;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a way into the cluster that policies close. */
final class Denial {

  /** So many of those who may connect instead are named. */
  private static final int NAMED = 3;

  private Denial() {}

  static String message(Entrypoint entry, Entrypoint.Target target) {
    String who = entry.type().served() ? "an ingress controller" : "anybody outside";
    StringBuilder text = new StringBuilder();
    text.append("leads to ").append(target.workload()).append(" by ").append(target.denied());
    text.append(", which ").append(policies(target)).append(" to ").append(who);
    List<String> instead = instead(target);
    if (!instead.isEmpty()) {
      String others = String.join(", ", instead.subList(0, Math.min(NAMED, instead.size())));
      text.append(" unless it is one of ").append(others);
      if (instead.size() > NAMED) {
        text.append(" and ").append(instead.size() - NAMED).append(" more");
      }
    }
    return text.toString();
  }

  private static String policies(Entrypoint.Target target) {
    List<ObjectRef> by = target.deniedBy();
    String names = by.stream().map(ObjectRef::toString).collect(Collectors.joining(" and "));
    return names + (by.size() == 1 ? " denies" : " deny");
  }

  private static List<String> instead(Entrypoint.Target target) {
    List<String> names = new ArrayList<>();
    target.insiders().forEach(line -> names.add(line.source().toString()));
    target.strangers().stream()
        .filter(line -> !line.connections().equals(ConnectionSet.NONE))
        .forEach(line -> names.add(line.peer().toString()));
    return names;
  }
}
