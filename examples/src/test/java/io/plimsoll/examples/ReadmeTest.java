package io.plimsoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.psa.LevelVersion;
import io.plimsoll.psa.PodSecurity;
import io.plimsoll.psa.PodSecurityResult;
import io.plimsoll.psa.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void theTenLinesPrintWhatTheReadmeSays() throws IOException {
    Cluster shop = Cluster.load(ROOT.resolve("examples/manifests/shop/image-resizer.yaml"));
    Workload resizer = shop.workload("shop/image-resizer");
    PodSecurityResult result =
        PodSecurity.evaluate(resizer, LevelVersion.parse("restricted:latest"));

    List<String> printed = new ArrayList<>();
    printed.add(PodSecurity.strictestLevel(resizer, Version.LATEST).toString());
    printed.add(result.forbiddenDetail());
    for (Finding finding : result.findings()) {
      printed.add((finding.location() + "").substring("../".length()));
      printed.add("  " + finding.message());
    }
    printed.add(result.fixes().patch().toString());

    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("```\n" + String.join("\n", printed) + "\n```");
  }
}
