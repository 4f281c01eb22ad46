package io.plimsoll.netpol;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.nio.file.Files;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class ListConformanceTest {

  @Test
  void directories() {
    Conformance.suite("netpol/list").directories(c -> {
      Cluster cluster = Cluster.of(Cases.read(c.path().resolve("manifests")).objects());
      TreeSet<String> expected =
          new TreeSet<>(Files.readAllLines(c.path().resolve("expected.txt")));
      expected.removeIf(String::isBlank);

      Connectivity connectivity = Connectivity.of(cluster, ConnectivityOptions.NP_GUARD);

      c.same(Cases.text(expected), Cases.text(connectivity));
    });
  }

  @Test
  void random() {
    Conformance.suite("netpol/random-list").lines(ListConformanceTest::check);
  }

  @Test
  void randomOfTheReference() {
    Conformance.suite("netpol/random-list-reference").lines(ListConformanceTest::check);
  }

  private static void check(ConformanceCase c) {
    TreeSet<String> expected = new TreeSet<>();
    for (JsonNode line : c.json().get("connections")) {
      expected.add(line.asText());
    }

    Connectivity connectivity = Connectivity.of(
        Cases.cluster(c.json().get("manifests").asText()),
        Cases.options(c.json().get("options")));

    c.same(Cases.text(expected), Cases.text(connectivity));
    ExplanationCheck.check(c, connectivity);
  }
}
