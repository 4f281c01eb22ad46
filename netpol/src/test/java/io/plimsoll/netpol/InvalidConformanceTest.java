package io.plimsoll.netpol;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.testkit.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class InvalidConformanceTest {

  @Test
  void whatNpGuardRefusesIsAProblemOfTheSameMeaning() {
    Conformance.suite("netpol/invalid").directories(c -> {
      String upstream = new ObjectMapper()
          .readTree(c.path().resolve("case.json").toFile())
          .get("upstreamError")
          .asText();
      Optional<Meaning> meaning = Meaning.of(upstream);
      Manifests manifests = Cases.read(c.path().resolve("manifests"));
      Cluster cluster = Cluster.of(manifests.objects());

      List<Problem> problems = new ArrayList<>(manifests.problems());
      problems.addAll(cluster.problems());
      problems.addAll(Connectivity.of(cluster).problems());

      if (Meaning.isAllowed(upstream)) {
        c.same(false, manifests.objects().isEmpty());
      } else if (meaning.isEmpty()) {
        c.mismatch("a meaning of " + upstream, "none in the table");
      } else if (problems.stream().noneMatch(meaning.get()::isSaidBy)) {
        c.mismatch(
            upstream, problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
      } else {
        c.same(true, true);
      }
    });
  }
}
