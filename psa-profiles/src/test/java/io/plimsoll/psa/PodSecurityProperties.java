package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.MappingValue;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PodSecurityProperties {

  @Property(tries = 1000)
  void theEvaluatorSaysWhatTheReferenceSays(
      @ForAll("pods") MappingValue pod, @ForAll("policies") LevelVersion policy) {
    int minor =
        policy.version().isLatest() ? Integer.MAX_VALUE : (int) policy.version().minor();

    PodSecurityResult result = PodSecurity.evaluate(Trees.pod(pod), policy);

    assertThat(result.violations().stream().map(Violation::toString).toList())
        .isEqualTo(ReferencePodSecurity.evaluate(pod, policy.level(), minor));
  }

  @Property(tries = 1000)
  void aGlanceTellsWhetherAPodIsAllowed(
      @ForAll("pods") MappingValue pod, @ForAll("policies") LevelVersion policy) {
    assertThat(PodSecurity.evaluator().allows(Glance.of(pod), policy))
        .isEqualTo(PodSecurity.evaluate(Trees.pod(pod), policy).allowed());
  }

  @Property(tries = 500)
  void withAllFixesAPodPassesButForWhatTakesAPerson(
      @ForAll("objects") MappingValue object, @ForAll("policies") LevelVersion policy) {
    Fixes fixes = PodSecurity.evaluate(Trees.workload(object), policy).fixes();

    MappingValue fixed = (MappingValue) fixes.patch().apply(object);

    assertThat(checks(PodSecurity.evaluate(Trees.workload(fixed), policy).violations()))
        .isEqualTo(checks(fixes.byHand()));
  }

  @Property(tries = 200)
  void eachFindingIsInTheObjectAndHasAChangeOfItsOwn(
      @ForAll("objects") MappingValue object, @ForAll("policies") LevelVersion policy) {
    PodSecurityResult result = PodSecurity.evaluate(Trees.workload(object), policy);

    for (Finding finding : result.findings()) {
      finding
          .fix()
          .ifPresent(
              patch -> assertThat(patch.apply(object)).as(finding.toString()).isNotEqualTo(object));
    }
  }

  private static List<String> checks(List<Violation> violations) {
    return violations.stream().map(Violation::check).toList();
  }

  @Provide
  Arbitrary<MappingValue> pods() {
    return RandomPods.pods();
  }

  @Provide
  Arbitrary<MappingValue> objects() {
    return Arbitraries.oneOf(RandomPods.pods(), RandomPods.cronJobs());
  }

  @Provide
  Arbitrary<LevelVersion> policies() {
    Arbitrary<Version> versions = Arbitraries.oneOf(
        Arbitraries.longs().between(0, 40).map(Version::of), Arbitraries.just(Version.LATEST));
    return Arbitraries.of(Level.class)
        .flatMap(level -> versions.map(version -> new LevelVersion(level, version)));
  }
}
