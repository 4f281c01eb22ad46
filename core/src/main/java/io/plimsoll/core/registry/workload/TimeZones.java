package io.plimsoll.core.registry.workload;

import java.time.ZoneId;
import java.util.Set;

/** The time zones of the IANA database. Mirrors {@code time.LoadLocation} of Go. */
final class TimeZones {

  /** Zones of the database that the JDK knows under no name of their own. */
  private static final Set<String> OTHERS = Set.of("EST", "MST", "HST", "ROC", "Factory", "Local");

  /** What the names of zones start with that only the JDK still has. */
  private static final String SYSTEM_V = "SystemV/";

  private TimeZones() {}

  /** Returns what is wrong with a name; the empty text if there is a zone of this name. */
  static String error(String name) {
    boolean known = ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith(SYSTEM_V);
    if (name.isEmpty() || OTHERS.contains(name) || known) {
      return "";
    }
    return name.startsWith("/") || name.startsWith("\\") || name.contains("..")
        ? "time: invalid location name"
        : "unknown time zone " + name;
  }
}
