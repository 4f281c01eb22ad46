package io.plimsoll.netpol;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.netpol.SideDecision.DecidingRule;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.testkit.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares explanations with np-guard's: for each port the verdict and the policies that decide. */
final class ExplanationCheck {

  /** A policy that a reason names. What an Ingress leads to is no policy. */
  private static final Pattern POLICY = Pattern.compile("(\\w*NetworkPolicy) '([^']*)'");

  private ExplanationCheck() {}

  static void check(ConformanceCase one, Connectivity network) {
    JsonNode json = one.json();
    for (JsonNode pair : json.path("explain").path("default")) {
      String[] ends = pair.asText().split(" => ", -1);
      Explanation explanation = explain(network, ends[0], ends[1]);
      Set<String> deciding = new TreeSet<>();
      for (Explanation.Part part : explanation.parts()) {
        deciding.addAll(policies(part.decision().egress()));
        deciding.addAll(policies(part.decision().ingress()));
      }
      one.same(pair + ": All Connections []", pair + ": " + explanation.allowed() + " " + deciding);
    }
    for (JsonNode pair : json.path("explain").path("pairs")) {
      check(one, network, pair);
    }
  }

  private static void check(ConformanceCase one, Connectivity network, JsonNode pair) {
    String source = pair.path("source").asText();
    String destination = pair.path("destination").asText();
    Explanation explanation = explain(network, source, destination);
    List<String> wanted = new ArrayList<>();
    List<String> got = new ArrayList<>();
    for (JsonNode group : pair.path("groups")) {
      ConnectionSet connections = ConnectionSet.parse(group.path("connections").asText());
      for (Explanation.Part part : explanation.parts()) {
        ConnectionSet both = part.connections().intersect(connections);
        if (both.isEmpty()) {
          continue;
        }
        String at = source + " => " + destination + " : " + both + " ";
        wanted.add(at + group.path("verdict").asText());
        got.add(at + (part.allowed() ? "Allowed" : "Denied"));
        for (Direction direction : Direction.values()) {
          JsonNode side = group.path(direction.name().toLowerCase(Locale.ROOT));
          // The tool counts what an Ingress leads to on the other side.
          boolean comparable = part.decision().side(direction).reason() != Reason.NO_ENTRANCE;
          if (!side.isMissingNode() && comparable) {
            wanted.add(at + direction + " " + policies(side.path("reasons")));
            got.add(at + direction + " " + policies(part.decision().side(direction)));
          }
        }
      }
    }
    one.same(wanted, got);
  }

  private static Explanation explain(Connectivity network, String source, String destination) {
    return network.explain(endpoint(network, source), endpoint(network, destination));
  }

  private static Endpoint endpoint(Connectivity network, String text) {
    return network.endpoint(text.replace("[External]", ""));
  }

  private static Set<String> policies(JsonNode reasons) {
    Set<String> policies = new TreeSet<>();
    for (JsonNode reason : reasons) {
      Matcher matcher = POLICY.matcher(reason.asText());
      while (matcher.find()) {
        policies.add(matcher.group(1) + " " + matcher.group(2));
      }
    }
    return policies;
  }

  /** A baseline rule that allows is the default to the tool, and not named. */
  private static Set<String> policies(SideDecision side) {
    boolean named = side.reason() != Reason.BASELINE || !side.allowed();
    Set<String> policies = new TreeSet<>();
    Stream.concat(named ? side.decidedBy().stream() : Stream.of(), side.passedBy().stream())
        .map(DecidingRule::policy)
        .forEach(ref -> policies.add(ref.toString()));
    return policies;
  }
}
