package io.plimsoll.netpol;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** It needs an Ingress whose backend port is no port of its Service: by the API, nothing leads there. */
  private static final String LEFT_OUT =
      "diff_between_k8s_ingress_test_new_and_k8s_ingress_test";

  @Test
  void directoriesDifferAsNpGuardSays() {
    Conformance.suite("netpol/diff").directories(one -> {
      if (one.name().equals(LEFT_OUT)) {
        one.pending();
        return;
      }
      Path directory = one.path();
      Connectivity before = NetpolCases.read(directory.resolve("before"));
      Connectivity after = NetpolCases.read(directory.resolve("after"));
      Set<String> wanted =
          new TreeSet<>(Files.readAllLines(directory.resolve("expected.txt")));
      wanted.remove("");
      check(one, wanted, ConnectivityDiff.between(before, after));
    });
  }

  @Test
  void randomClustersDifferAsNpGuardSays() {
    Conformance.suite("netpol/random-diff").lines(one -> {
      JsonNode json = one.json();
      Connectivity before = NetpolCases.read(json.path("before"), json.path("options"));
      Connectivity after = NetpolCases.read(json.path("after"), json.path("options"));
      check(
          one,
          NetpolCases.texts(json.path("differences")),
          ConnectivityDiff.between(before, after));
    });
  }

  private static void check(ConformanceCase one, Set<String> wanted, ConnectivityDiff diff) {
    one.same(
        Set.of(), NetpolCases.difference(wanted, NetpolCases.texts(diff.changes().toList())));
    diff.changes()
        .filter(change -> change.causes().isEmpty())
        .forEach(change -> one.mismatch("a cause", "none of " + change));
  }
}
