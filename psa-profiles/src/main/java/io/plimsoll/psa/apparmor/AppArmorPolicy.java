package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Source;
import java.util.List;
import java.util.Optional;

/** The profiles of one text, compiled. Mirrors {@code apparmor_parser} 3.0.8. */
public final class AppArmorPolicy {

  private final List<Profile> profiles;

  private AppArmorPolicy(List<Profile> profiles) {
    this.profiles = List.copyOf(profiles);
  }

  /** Reads and compiles the text of profiles; like the parser, it stops at the first error. */
  public static AppArmorReading read(Source source, IncludeSource includes) {
    try {
      PolicyParser parser = new PolicyParser(new Inputs(source, includes));
      return new AppArmorReading(Optional.of(new AppArmorPolicy(parser.parse())), Optional.empty());
    } catch (PolicyException e) {
      return new AppArmorReading(Optional.empty(), Optional.of(e.problem()));
    }
  }

  /** Returns the profiles in the order in which the parser loads them: by name, hats and children after their parents. */
  public List<Profile> profiles() {
    return profiles;
  }

  /** Returns the profile of that name. */
  public Optional<Profile> profile(String name) {
    return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }
}
