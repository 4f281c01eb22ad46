package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowsHostProcessTest {

  private static final Judge JUDGE = Judge.of("windowsHostProcess", "v1.0");

  @Test
  void nobodyIsAProcessOfTheHost() {
    assertThat(JUDGE.container("{'windowsOptions': {'hostProcess': false}}")).isEqualTo(ALLOWED);
    assertThat(JUDGE.spec("""
        {'securityContext': {'windowsOptions': {'hostProcess': true}},
         'containers': [
           {'name': 'e', 'securityContext': {'windowsOptions': {'hostProcess': true}}},
           {'name': 'f', 'securityContext': {'windowsOptions': {'hostProcess': true}}}]}"""))
        .isEqualTo("hostProcess (pod and containers \"e\", \"f\" must not set"
            + " securityContext.windowsOptions.hostProcess=true)");
  }

  @Test
  void podsForWindowsAreNotExempt() {
    assertThat(JUDGE.spec("""
        {'os': {'name': 'windows'},
         'securityContext': {'windowsOptions': {'hostProcess': true}}}"""))
        .isEqualTo(
            "hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)");
  }

  @Test
  void theFixTakesItAway() {
    assertThat(JUDGE.fixed("{'securityContext': {'windowsOptions': {'hostProcess': true}}}"))
        .isEqualTo("{'securityContext':{'windowsOptions':{}}}");
  }
}
