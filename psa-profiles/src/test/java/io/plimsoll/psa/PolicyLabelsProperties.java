package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyLabelsProperties {

  @Property
  void labelsMeanWhatUpstreamTakesThemToMean(
      @ForAll("labels") Map<String, String> labels, @ForAll("policies") Policy defaults) {
    PolicyLabels read = PolicyLabels.of(labels, defaults);

    NaivePolicyLabels naive = new NaivePolicyLabels(labels, defaults);
    assertThat(read.policy()).hasToString(naive.policy());
    assertThat(read.errors()).extracting(FieldErrors::text).isEqualTo(naive.errors);
  }

  @Property
  void aBrokenLevelClosesWhatIsEnforcedAndOpensTheOtherModes(
      @ForAll("labels") Map<String, String> labels, @ForAll("policies") Policy defaults) {
    PolicyLabels read = PolicyLabels.of(labels, defaults);

    for (Mode mode : Mode.values()) {
      boolean broken = read.errors().stream()
          .anyMatch(error -> error.path().equals(PolicyLabels.PATH.key(mode.levelLabel())));
      if (broken) {
        assertThat(read.policy().get(mode).level())
            .isEqualTo(mode == Mode.ENFORCE ? Level.RESTRICTED : Level.PRIVILEGED);
      }
    }
  }

  @Provide
  Arbitrary<Map<String, String>> labels() {
    Arbitrary<String> keys = Arbitraries.of(
            "enforce",
            "enforce-version",
            "audit",
            "audit-version",
            "warn",
            "warn-version",
            "enforced",
            "")
        .map(key -> "pod-security.kubernetes.io/" + key);
    Arbitrary<String> values = Arbitraries.of(
        "privileged",
        "baseline",
        "restricted",
        "latest",
        "v1.0",
        "v1.25",
        "v1.010",
        "v1.99",
        "Baseline",
        "");
    return Arbitraries.maps(keys, values).ofMaxSize(7);
  }

  @Provide
  Arbitrary<Policy> policies() {
    Arbitrary<LevelVersion> levelVersions = Combinators.combine(
            Arbitraries.of(Level.values()),
            Arbitraries.of(Version.of(0), Version.of(25), Version.LATEST))
        .as(LevelVersion::new);
    return Combinators.combine(levelVersions, levelVersions, levelVersions).as(Policy::new);
  }
}
