package io.plimsoll.netpol.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.netpol.Cases;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** To whom random clusters are open. */
@Tag("conformance")
class ExposureConformanceTest {

  @Test
  void random() {
    Conformance.suite("netpol/random-exposure").lines(ExposureConformanceTest::check);
  }

  private static void check(ConformanceCase one) {
    JsonNode json = one.json();

    Connectivity network = Connectivity.of(
        Cases.cluster(json.path("manifests").asText()), Cases.options(json.path("options")));
    Exposure exposure = Exposure.of(network);

    List<ExposureLine> lines = comparable(exposure.lines().toList());
    one.same(Cases.text(texts(json.path("connections"))), Cases.text(network));
    one.same(
        Cases.text(texts(json.path("egressExposure"))),
        text(lines.stream().filter(line -> line.direction() == Direction.EGRESS)));
    one.same(
        Cases.text(texts(json.path("ingressExposure"))),
        text(lines.stream().filter(line -> line.direction() == Direction.INGRESS)));
    one.same(Cases.text(texts(json.path("unprotected"))), text(exposure.unprotected().stream()));
  }

  /** The tool leaves out workloads that are open to addresses alone. */
  private static List<ExposureLine> comparable(List<ExposureLine> lines) {
    Set<Endpoint> open = lines.stream()
        .filter(line -> !(line.peer() instanceof ExposedPeer.Addresses))
        .map(ExposureLine::workload)
        .collect(Collectors.toSet());
    return lines.stream().filter(line -> open.contains(line.workload())).toList();
  }

  private static SortedSet<String> texts(JsonNode array) {
    TreeSet<String> texts = new TreeSet<>();
    array.forEach(line -> texts.add(line.asText()));
    return texts;
  }

  private static String text(Stream<?> lines) {
    TreeSet<String> texts =
        lines.map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    return Cases.text(texts);
  }
}
