package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

  static Stream<Arguments> limits() {
    return Stream.of(
        limit("streamSize", Limits::withStreamSize, Limits::streamSize),
        limit("documentSize", Limits::withDocumentSize, Limits::documentSize),
        limit("lineLength", Limits::withLineLength, Limits::lineLength),
        limit("depth", Limits::withDepth, Limits::depth),
        limit("aliasNodes", Limits::withAliasNodes, Limits::aliasNodes),
        limit("documents", Limits::withDocuments, Limits::documents),
        limit("nodes", Limits::withNodes, Limits::nodes));
  }

  private static Arguments limit(
      String name, BiFunction<Limits, Integer, Limits> with, ToIntFunction<Limits> get) {
    return Arguments.of(name, Named.of("with", with), Named.of("get", get));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("limits")
  void eachLimitIsChangedAlone(
      String name, BiFunction<Limits, Integer, Limits> with, ToIntFunction<Limits> get) {
    Limits changed = with.apply(Limits.DEFAULT, 7);

    assertThat(get.applyAsInt(changed)).isEqualTo(7);
    assertThat(with.apply(changed, get.applyAsInt(Limits.DEFAULT))).isEqualTo(Limits.DEFAULT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("limits")
  void aLimitIsPositive(
      String name, BiFunction<Limits, Integer, Limits> with, ToIntFunction<Limits> get) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with.apply(Limits.DEFAULT, 0))
        .withMessage(name + " must be positive: \"0\"");
  }

  @Test
  void theDefaultsAreTheDocumentedOnes() {
    assertThat(Limits.DEFAULT)
        .isEqualTo(
            new Limits(67_108_864, 3_145_728, 1_048_576, 100, 1_000_000, 100_000, 20_000_000));
  }
}
