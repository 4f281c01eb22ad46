package io.plimsoll.psa;

import io.plimsoll.core.pod.Workload;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class PodSecurityFixturesConformanceTest {

  @Test
  void everyFixturePassesOrFailsAsItShould() {
    Conformance.suite("pod-security/fixtures").rows(PodSecurityFixturesConformanceTest::judge);
  }

  private static void judge(ConformanceCase fixture) throws IOException {
    String manifest = Files.readString(fixture.path().resolveSibling(fixture.column("pod")));
    Workload pod = Trees.workload(Trees.read(manifest));
    LevelVersion policy = new LevelVersion(
        Level.parse(fixture.column("level")), Version.parse(fixture.column("version")));

    PodSecurityResult result = PodSecurity.evaluate(pod, policy);

    fixture.same(fixture.column("expect"), result.allowed() ? "pass" : "fail");
    if (!result.forbiddenDetail().contains(fixture.column("messageContains"))) {
      fixture.mismatch("… " + fixture.column("messageContains") + " …", result.forbiddenDetail());
    }
  }
}
