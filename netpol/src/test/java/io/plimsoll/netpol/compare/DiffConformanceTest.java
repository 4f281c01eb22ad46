package io.plimsoll.netpol.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.netpol.Cases;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The differences of two clusters, line by line. */
@Tag("conformance")
class DiffConformanceTest {

  @Test
  void directoriesDifferAsNpGuardSays() {
    Conformance.suite("netpol/diff").directories(one -> {
      Path directory = one.path();
      Connectivity before = read(directory.resolve("before"));
      Connectivity after = read(directory.resolve("after"));
      Set<String> wanted = new TreeSet<>(Files.readAllLines(directory.resolve("expected.txt")));
      wanted.remove("");
      check(one, wanted, ConnectivityDiff.between(before, after));
    });
  }

  @Test
  void randomClustersDifferAsNpGuardSays() {
    Conformance.suite("netpol/random-diff").lines(one -> {
      JsonNode json = one.json();
      ConnectivityOptions options = Cases.options(json.path("options"));
      Set<String> wanted = new TreeSet<>();
      json.path("differences").forEach(line -> wanted.add(line.asText()));
      Connectivity before = Connectivity.of(Cases.cluster(json.path("before").asText()), options);
      Connectivity after = Connectivity.of(Cases.cluster(json.path("after").asText()), options);
      check(one, wanted, ConnectivityDiff.between(before, after));
    });
  }

  private static Connectivity read(Path directory) {
    return Connectivity.of(
        Cluster.of(Cases.read(directory).objects()), ConnectivityOptions.NP_GUARD);
  }

  private static void check(ConformanceCase one, Set<String> wanted, ConnectivityDiff diff) {
    Set<String> got = new TreeSet<>();
    diff.changes().forEach(change -> got.add(change.toString()));
    one.same(String.join("\n", wanted), String.join("\n", got));
    diff.changes()
        .filter(change -> change.causes().isEmpty())
        .forEach(change -> one.mismatch("a cause", "none of " + change));
  }
}
