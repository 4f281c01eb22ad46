package io.plimsoll.rbac.risk;

import java.util.Locale;

/** How much a path matters, by what it leads to; the gravest first. */
public enum RiskLevel {
  /** The whole cluster, or the machines it runs on. */
  CRITICAL,
  /** What belongs to everybody: all secrets, the API, what others create. */
  HIGH,
  /** What belongs to one namespace, or the traffic and the place of pods. */
  MEDIUM,
  /** Less, or a power that somebody was given outright for a namespace. */
  LOW;

  /** Returns the name as reports print it: {@code critical}, {@code high}, {@code medium} or {@code low}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
