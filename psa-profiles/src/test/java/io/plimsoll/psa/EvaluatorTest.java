package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.PodTemplateSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluatorTest {

  private static final Check.Rule FINE = (metadata, spec) -> Optional.empty();
  private static final Check.Rule FORBIDDEN =
      (metadata, spec) -> Optional.of(Violation.of("nope", "never"));
  private static final PodTemplateSpec POD = new PodTemplateSpec(ObjectMeta.EMPTY, PodSpec.EMPTY);

  static Stream<Arguments> wrongChecks() {
    Check a = Check.of("a", Level.RESTRICTED).since("v1.0", FINE);
    return Stream.of(
        arguments(List.of(a, a), "multiple checks registered for ID a"),
        arguments(
            List.of(Check.of("a", Level.PRIVILEGED).since("v1.0", FINE)),
            "check a: invalid level privileged"),
        arguments(List.of(Check.of("a", Level.BASELINE)), "check a: empty"),
        arguments(
            List.of(Check.of("a", Level.BASELINE).unreleased(FINE)),
            "check a: undefined version found"),
        arguments(
            List.of(Check.of("a", Level.BASELINE).since("latest", FINE)),
            "check a: version cannot be 'latest'"),
        arguments(List.of(a.since("v1.0", FINE)), "check a: duplicate version v1.0"),
        arguments(
            List.of(a.since("v1.5", FINE).since("v1.3", FINE)),
            "check a: versions must be strictly increasing"),
        arguments(
            List.of(Check.of("b", Level.BASELINE).since("v1.0", FINE, "x")),
            "check b: only restricted checks may set overrides"),
        arguments(
            List.of(a, Check.of("b", Level.RESTRICTED).since("v1.0", FINE, "a")),
            "check b: overrides restricted check a"));
  }

  @ParameterizedTest
  @MethodSource("wrongChecks")
  void checksThatDoNotFitTogetherAreRefused(List<Check> checks, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evaluator.of(checks))
        .withMessage(message);
  }

  @Test
  void aCheckMayOverrideOneThatIsNotThere() {
    Check check = Check.of("a", Level.RESTRICTED).since("v1.0", FORBIDDEN, "nobody");

    assertThat(violated(Evaluator.of(List.of(check)), "restricted:v1.0")).containsExactly("a");
  }

  @Test
  void overriddenChecksDoNotRunForRestrictedPodsFromThatVersionOn() {
    Evaluator evaluator = Evaluator.of(List.of(
        Check.of("b", Level.BASELINE).since("v1.0", FORBIDDEN),
        Check.of("a", Level.RESTRICTED).since("v1.3", FORBIDDEN, "b")));

    assertThat(violated(evaluator, "baseline:v1.3")).containsExactly("b");
    assertThat(violated(evaluator, "restricted:v1.2")).containsExactly("b");
    assertThat(violated(evaluator, "restricted:v1.3")).containsExactly("a");
  }

  @Test
  void baselineComesBeforeRestrictedAndBothByTheBytesOfTheirNames() {
    Evaluator evaluator = Evaluator.of(List.of(
        Check.of("a", Level.RESTRICTED).since("v1.0", FORBIDDEN),
        Check.of("bc", Level.BASELINE).since("v1.0", FORBIDDEN),
        Check.of("bB", Level.BASELINE).since("v1.0", FORBIDDEN),
        Check.of("B", Level.RESTRICTED).since("v1.0", FORBIDDEN)));

    assertThat(violated(evaluator, "restricted:latest")).containsExactly("bB", "bc", "B", "a");
    assertThat(violated(evaluator, "privileged:latest")).isEmpty();
  }

  @Test
  void newerPoliciesMeanTheNewestVersionThatACheckKnows() {
    Evaluator evaluator = Evaluator.of(
        List.of(Check.of("a", Level.BASELINE).since("v1.1", FINE).since("v1.4", FORBIDDEN)));

    assertThat(evaluator.newestVersion()).isEqualTo(Version.of(4));
    assertThat(violated(evaluator, "baseline:v1.3")).isEmpty();
    assertThat(violated(evaluator, "baseline:v1.10000")).containsExactly("a");
    assertThat(violated(evaluator, "baseline:latest")).containsExactly("a");
  }

  @Test
  void anOlderServerTakesNewerPoliciesForItsOwnVersion() {
    Evaluator evaluator = Evaluator.of(
        List.of(Check.of("a", Level.BASELINE).since("v1.1", FINE).since("v1.4", FORBIDDEN)));

    assertThat(violated(evaluator.emulating(Version.of(3)), "baseline:latest")).isEmpty();
    assertThat(violated(evaluator.emulating(Version.of(9)), "baseline:latest"))
        .containsExactly("a");
    assertThat(evaluator.emulating(Version.LATEST).newestVersion()).isEqualTo(Version.of(4));
  }

  @Test
  void noReasonIsUpstreamsWordsForIt() {
    Check check = Check.of("a", Level.BASELINE)
        .since("v1.0", (metadata, spec) -> Optional.of(Violation.of("", "")));

    PodSecurityResult result =
        Evaluator.of(List.of(check)).evaluate(POD, LevelVersion.parse("baseline"));

    assertThat(result.allowed()).isFalse();
    assertThat(result.forbiddenReason()).isEqualTo("unknown forbidden reason");
    assertThat(result.forbiddenDetail()).isEqualTo("unknown forbidden reason");
    assertThat(result.fixes().byHand()).isEqualTo(result.violations());
  }

  private static List<String> violated(Evaluator evaluator, String policy) {
    return evaluator.evaluate(POD, LevelVersion.parse(policy)).violations().stream()
        .map(Violation::check)
        .toList();
  }
}
