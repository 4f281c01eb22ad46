package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcMountTest {

  private static final Judge BASELINE_1_34 = Judge.of("procMount", "v1.34");
  private static final Judge BASELINE_1_35 = Judge.of("procMount", "v1.35");
  private static final Judge RESTRICTED_1_35 = Judge.of("procMount_restricted", "v1.35");

  @Test
  void onlyTheDefaultIsAllowed() {
    assertThat(BASELINE_1_34.container("{'procMount': 'Default'}")).isEqualTo(ALLOWED);
    assertThat(BASELINE_1_34.spec("""
        {'containers': [{'name': 'd', 'securityContext': {'procMount': 'other'}},
                        {'name': 'e', 'securityContext': {'procMount': 'Unmasked'}},
                        {'name': 'f', 'securityContext': {'procMount': ''}}]}"""))
        .isEqualTo("procMount (containers \"d\", \"e\", \"f\" must not set"
            + " securityContext.procMount to \"\", \"Unmasked\", \"other\")");
  }

  @Test
  void podsWithUsersOfTheirOwnAreExemptSince135ButNotFromTheRestrictedCheck() {
    String pod = """
        {'hostUsers': false,
         'containers': [{'name': 'a', 'securityContext': {'procMount': 'Unmasked'}}]}""";

    assertThat(BASELINE_1_34.spec(pod)).isNotEqualTo(ALLOWED);
    assertThat(BASELINE_1_35.spec(pod)).isEqualTo(ALLOWED);
    assertThat(RESTRICTED_1_35.spec(pod)).isNotEqualTo(ALLOWED);
  }

  @Test
  void theFixTakesItAway() {
    assertThat(RESTRICTED_1_35.fixed("{'containers': [{'securityContext': {'procMount': 'x'}}]}"))
        .isEqualTo("{'containers':[{'securityContext':{}}]}");
  }
}
