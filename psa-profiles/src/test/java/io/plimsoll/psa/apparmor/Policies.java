package io.plimsoll.psa.apparmor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Source;
import java.util.Map;

/** Policies from texts. */
final class Policies {

  private Policies() {}

  /** Returns a profile of these rules, which start in line 2. */
  static Profile profile(String rules) {
    return first("profile p {\n" + rules + "\n}\n");
  }

  /** Returns the first profile of a text. */
  static Profile first(String text) {
    return policy(text, Map.of()).profiles().get(0);
  }

  static AppArmorPolicy policy(String text, Map<String, String> includes) {
    AppArmorReading reading =
        AppArmorPolicy.read(Source.of("web", text), IncludeSource.of(includes));
    assertThat(reading.problem()).as(text).isEmpty();
    return reading.policy().orElseThrow();
  }

  /** Returns what is wrong with a text, in one line. */
  static String error(String text) {
    return error(text, Map.of());
  }

  static String error(String text, Map<String, String> includes) {
    AppArmorReading reading =
        AppArmorPolicy.read(Source.of("web", text), IncludeSource.of(includes));
    assertThat(reading.policy()).as(text).isEmpty();
    return reading.problem().orElseThrow().toString();
  }

  static String errorOfRules(String rules) {
    return error("profile p {\n" + rules + "\n}\n");
  }
}
