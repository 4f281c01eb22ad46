package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Location;
import java.util.Optional;

/**
 * A rule as it is written: what decides a request.
 *
 * @param text the rule, on one line
 * @param location where it stands; nothing for a rule that hats, children or {@code change_profile} imply
 */
public record PolicyRule(String text, Optional<Location> location) {

  static PolicyRule at(Location location) {
    String text = location
        .source()
        .text()
        .substring(location.startOffset(), location.endOffset())
        .replaceAll("\\s+", " ");
    return new PolicyRule(text, Optional.of(location));
  }

  static PolicyRule implied(String text) {
    return new PolicyRule(text, Optional.empty());
  }

  /** Returns {@code web:3:3: /etc/** r,}; {@code implied: …} for a rule without a place. */
  @Override
  public String toString() {
    return location.map(Location::toString).orElse("implied") + ": " + text;
  }
}
