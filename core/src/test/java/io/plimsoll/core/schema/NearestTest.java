package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

  private static final List<String> FIELDS =
      List.of("containers", "initContainers", "runAsNonRoot", "runAsUser", "spec", "to");

  @ParameterizedTest
  @CsvSource({
    "runAsNonroot, runAsNonRoot",
    "RUNASNONROOT, runAsNonRoot",
    "runAsNoRoot, runAsNonRoot",
    "container, containers",
    "initcontainer, initContainers",
    "sepc, spec",
    "TO, to"
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(Nearest.to(typed, FIELDS)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "action", "order", "tp", "volume", "runAsGroupOrSo"})
  void doesNotGuess(String typed) {
    assertThat(Nearest.to(typed, FIELDS)).isEmpty();
  }

  @Test
  void takesTheFirstOfSeveral() {
    assertThat(Nearest.to("cat", List.of("bat", "hat"))).contains("bat");
  }

  @Test
  void aSlipIsOneLetterOrOneSwap() {
    List<String> names = List.of("widgets");

    assertThat(Nearest.slipOf("widgtes", names)).contains("widgets");
    assertThat(Nearest.slipOf("widget", names)).contains("widgets");
    assertThat(Nearest.slipOf("gadgets", names)).isEmpty();
    assertThat(Nearest.slipOf("a", List.of("b"))).isEmpty();
  }

  @Test
  void doesNotCompareWhatIsFarTooLong() {
    assertThat(Nearest.to("a".repeat(1 << 20), List.of("a".repeat(1 << 20)))).isEmpty();
  }
}
