package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunAsNonRootTest {

  private static final Judge SINCE_1_0 = Judge.of("runAsNonRoot", "v1.34");
  private static final Judge SINCE_1_35 = Judge.of("runAsNonRoot", "v1.35");

  @Test
  void containersSayTrueOrInheritItFromThePod() {
    assertThat(SINCE_1_0.container("{'runAsNonRoot': true}")).isEqualTo(ALLOWED);
    assertThat(SINCE_1_0.spec(
            "{'securityContext': {'runAsNonRoot': true}, 'containers': [{'name': 'a'}]}"))
        .isEqualTo(ALLOWED);
    assertThat(SINCE_1_0.spec("{'initContainers': [{'name': 'a'}], 'containers': [{'name': 'b'}]}"))
        .isEqualTo("runAsNonRoot != true (pod or containers \"a\", \"b\""
            + " must set securityContext.runAsNonRoot=true)");
  }

  @Test
  void falseIsWrongEvenInAPodWhoseContainersAllSayTrue() {
    assertThat(SINCE_1_0.spec("""
        {'securityContext': {'runAsNonRoot': false},
         'containers': [{'name': 'a', 'securityContext': {'runAsNonRoot': true}}]}"""))
        .isEqualTo("runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)");
  }

  @Test
  void whoSaysFalseIsNamedAloneButAllAreFound() {
    String pod = """
        {'containers': [{'name': 'a', 'securityContext': {'runAsNonRoot': false}}, {'name': 'b'}]}""";

    assertThat(SINCE_1_0.spec(pod))
        .isEqualTo("runAsNonRoot != true (container \"a\" must not set"
            + " securityContext.runAsNonRoot=false)");
    assertThat(SINCE_1_0.messages("{'spec': " + pod + "}"))
        .containsExactly(
            "spec.containers[0].securityContext.runAsNonRoot:"
                + " securityContext.runAsNonRoot of container \"a\" is false; allowed: true",
            "spec.containers[1].securityContext.runAsNonRoot:"
                + " securityContext.runAsNonRoot of container \"b\" is absent; allowed: true");
  }

  @Test
  void podsWithUsersOfTheirOwnAreExemptSince135() {
    String pod = "{'hostUsers': false, 'containers': [{'name': 'a'}]}";

    assertThat(SINCE_1_0.spec(pod)).isNotEqualTo(ALLOWED);
    assertThat(SINCE_1_35.spec(pod)).isEqualTo(ALLOWED);
  }

  @Test
  void aPodWithoutContainersIsAllowed() {
    assertThat(SINCE_1_35.spec("{}")).isEqualTo(ALLOWED);
  }

  @Test
  void theFixSaysItOnceForAllInThePod() {
    assertThat(SINCE_1_35.fixed("{'containers': [{'name': 'a'}, {'name': 'b'}]}"))
        .isEqualTo("{'containers':[{'name':'a'},{'name':'b'}],"
            + "'securityContext':{'runAsNonRoot':true}}");
  }
}
