package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.pod.PodTemplateSpec;
import org.junit.jupiter.api.Test;

class HostPathVolumesTest {

  private static final Judge JUDGE = Judge.of("hostPathVolumes", "v1.0");

  @Test
  void noVolumeIsOfTheHost() {
    assertThat(JUDGE.spec("{'volumes': [{'name': 'a', 'emptyDir': {}}, {'name': 'b'}]}"))
        .isEqualTo(ALLOWED);
    assertThat(JUDGE.spec("""
        {'volumes': [{'name': 'b', 'hostPath': {'path': '/'}},
                     {'name': 'a', 'emptyDir': {}, 'hostPath': {}}]}""")).isEqualTo("hostPath volumes (volumes \"b\", \"a\")");
  }

  @Test
  void whatToUseInsteadIsForAPersonToDecide() {
    PodTemplateSpec pod = Trees.workload(Trees.json("""
        {'apiVersion': 'v1', 'kind': 'Pod',
         'spec': {'volumes': [{'name': 'a', 'hostPath': {'path': '/'}}]}}""")).template();

    Fixes fixes = PodSecurity.evaluate(pod, LevelVersion.parse("baseline")).fixes();

    assertThat(fixes.areComplete()).isFalse();
    assertThat(fixes.patch().operations()).isEmpty();
    assertThat(fixes.byHand()).extracting(Violation::check).containsExactly("hostPathVolumes");
  }

  @Test
  void theFindingNamesVolumeAndType() {
    assertThat(JUDGE.messages("{'spec': {'volumes': [{'name': 'a', 'hostPath': {}}]}}"))
        .containsExactly(
            "spec.volumes[0].hostPath: volume \"a\" is of type hostPath; allowed: any other type");
  }
}
