package io.plimsoll.netpol;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class QueriesConformanceTest {

  @Test
  void queries() {
    Conformance.suite("netpol/random-queries").lines(QueriesConformanceTest::check);
  }

  private static void check(ConformanceCase c) {
    Connectivity connectivity = Connectivity.of(
        Cases.cluster(c.json().get("manifests").asText()),
        Cases.options(c.json().get("options")));
    for (JsonNode query : c.json().get("queries")) {
      Connection connection = connection(connectivity, query);

      Decision decision = connectivity.decide(connection);

      c.same(query + "\n" + expected(query), query + "\n" + actual(decision));
      if (connection.family() == null && connection.domain() == null) {
        boolean allowed = connectivity.allows(
            connection.source(),
            connection.destination(),
            connection.protocol(),
            connection.port());
        c.same("allows " + query.get("allowed").asBoolean(), "allows " + allowed);
      }
    }
  }

  private static Connection connection(Connectivity connectivity, JsonNode query) {
    Connection connection = Connection.of(
        connectivity.endpoint(query.get("source").asText()),
        connectivity.endpoint(query.get("destination").asText()),
        Protocol.valueOf(query.get("protocol").asText()),
        query.get("port").asInt());
    if (query.has("ipFamily")) {
      connection = connection.over(
          AddressFamily.valueOf(query.get("ipFamily").asText().toUpperCase(Locale.ROOT)));
    }
    return query.has("destinationDomain")
        ? connection.lookedUpAs(query.get("destinationDomain").asText())
        : connection;
  }

  private static String expected(JsonNode query) {
    List<String> sides = new ArrayList<>();
    for (String side : List.of("egress", "ingress")) {
      JsonNode wanted = query.get(side);
      TreeSet<String> by = new TreeSet<>();
      wanted.get("decidedBy").forEach(policy -> by.add(policy.asText()));
      sides.add(side + " " + wanted.get("allowed").asBoolean() + " "
          + wanted.get("reason").asText() + " " + by);
    }
    return query.get("allowed").asBoolean() + " " + sides;
  }

  private static String actual(Decision decision) {
    List<String> sides = new ArrayList<>();
    for (SideDecision side : List.of(decision.egress(), decision.ingress())) {
      TreeSet<String> by = side.decidedBy().stream()
          .map(rule -> rule.policy().kind() + "/"
              + (rule.policy().namespace().isEmpty() ? "" : rule.policy().namespace() + "/")
              + rule.policy().name())
          .collect(Collectors.toCollection(TreeSet::new));
      String reason = side.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      sides.add(side.direction().name().toLowerCase(Locale.ROOT) + " " + side.allowed() + " "
          + reason + " " + by);
    }
    return decision.allowed() + " " + sides;
  }
}
