package io.plimsoll.posture.tenant;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Printed;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.netpol.border.Crossing;
import io.plimsoll.netpol.border.NamespaceIsolation;
import io.plimsoll.netpol.border.WorkloadIsolation.State;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.posture.tenant.PodSecurityFacts.ModeFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts tenants into text: one line a fact, long lists cut. */
final class TenantText {

  private static final int MOST_NAMES = 4;
  private static final int MOST_LINES = 8;

  private final Tenants tenants;
  private final StringBuilder out = new StringBuilder();

  TenantText(Tenants tenants) {
    this.tenants = tenants;
  }

  String text() {
    for (Tenant tenant : tenants.all()) {
      out.append(out.isEmpty() ? "" : "\n");
      tenant(tenant);
    }
    everywhere();
    return out.toString();
  }

  private void tenant(Tenant tenant) {
    line("Namespace " + tenant.name()
        + tenant.place().location().map(place -> " (" + place + ")").orElse(""));
    podSecurity(tenant.podSecurity());
    network(tenant.ingress());
    network(tenant.egress());
    LimitText.lines(tenant).forEach(this::fact);
    AccessText access = new AccessText(tenant.name());
    tenant.accounts().forEach(account -> access.lines(account).forEach(this::fact));
    some("all its service accounts: ", tenant.groupGrants(), access::grant);
    some("from outside: ", tenant.foreignGrants(), access::grantOfSubject);
    secrets("secrets: ", tenant.secretAccess());
  }

  private void podSecurity(PodSecurityFacts facts) {
    String modes = facts.modes().stream().map(TenantText::mode).collect(Collectors.joining(", "));
    fact("Pod Security: " + modes
        + facts
            .met()
            .map(level -> "; " + count(facts.workloads(), "workload") + " "
                + (facts.workloads() == 1 ? "meets " : "meet ") + level)
            .orElse("; no workloads"));
    if (!facts.refused().isEmpty()) {
      fact("refused: " + list(facts.refused(), ObjectRef::toString));
    }
    for (Problem problem : facts.problems()) {
      fact("label: " + problem.path() + ": " + problem.message());
    }
  }

  private static String mode(ModeFacts mode) {
    return mode.mode() + " " + mode.policy() + (mode.labelled() ? "" : " without a label");
  }

  private void network(NetworkFacts facts) {
    NamespaceIsolation isolation = facts.isolation();
    boolean ingress = isolation.direction() == Direction.INGRESS;
    String coverage = switch (isolation.coverage()) {
      case DEFAULT_DENY -> "denied by default";
      case EVERY_POD -> "every pod is isolated, pods to come are not";
      case SOME_PODS -> "some pods are isolated";
      case NO_POD -> "no pod is isolated";
    };
    fact((ingress ? "ingress: " : "egress: ")
        + coverage
        + (facts.deciding().isEmpty() ? "" : ", by " + list(facts.deciding(), Placed::toString)));
    pods("open", isolation, State.OPEN);
    pods("restricted by administrators", isolation, State.RESTRICTED);
    pods("beyond policies, in the network of their nodes", isolation, State.NODE);
    some(ingress ? "in: " : "out: ", facts.crossings(), TenantText::crossing);
  }

  private void pods(String title, NamespaceIsolation isolation, State state) {
    List<Endpoint> pods = isolation.in(state);
    if (!pods.isEmpty()) {
      fact("  " + title + ": " + list(pods, Endpoint::toString));
    }
  }

  private static String crossing(Crossing crossing) {
    List<String> others = crossing.others();
    String peers = others.size() == 1
        ? list(crossing.peers().in(others.get(0)), Endpoint::toString)
        : "workloads of " + list(others, name -> name);
    String own = list(crossing.workloads(), Endpoint::toString);
    boolean out = crossing.direction() == Direction.EGRESS;
    return (out ? own : peers) + " => " + (out ? peers : own) + " : " + crossing.connections();
  }

  /** One line for each way, however many have it. */
  private void secrets(String start, List<SecretAccess> all) {
    Map<String, List<SecretAccess>> bySubject = new LinkedHashMap<>();
    for (SecretAccess access : all) {
      bySubject
          .computeIfAbsent(
              access.subject() + " by " + access.grant().binding().ref(), s -> new ArrayList<>())
          .add(access);
    }
    some(
        start,
        List.copyOf(bySubject.entrySet()),
        entry -> entry.getKey() + ": "
            + entry.getValue().stream().map(AccessText::way).collect(Collectors.joining(", ")));
  }

  private void everywhere() {
    if (tenants.clusterWideGrants().isEmpty() && tenants.grantsToEverybody().isEmpty()) {
      return;
    }
    out.append(out.isEmpty() ? "" : "\n");
    line("Everywhere");
    AccessText access = new AccessText("");
    some("", tenants.clusterWideGrants(), access::grantOfSubject);
    List<AccessGrant> local = tenants.grantsToEverybody().stream()
        .filter(grant -> !grant.scope().isEmpty())
        .toList();
    some("", local, access::grantOfSubject);
    secrets("all secrets: ", tenants.clusterWideSecretAccess());
  }

  private <T> void some(String start, List<T> items, Function<T, String> text) {
    items.stream().limit(MOST_LINES).forEach(item -> fact(start + text.apply(item)));
    if (items.size() > MOST_LINES) {
      fact(start + "and " + (items.size() - MOST_LINES) + " more");
    }
  }

  private void fact(String text) {
    line("  " + text);
  }

  /** Names are those of others: what a terminal would not print stands as an escape. */
  private void line(String text) {
    out.append(Printed.line(text)).append('\n');
  }

  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Returns the first of some items, and how many others there are. */
  static <T> String list(List<T> items, Function<T, String> text) {
    String first = items.stream().limit(MOST_NAMES).map(text).collect(Collectors.joining(", "));
    int others = items.size() - MOST_NAMES;
    return others > 0 ? first + " and " + others + " more" : first;
  }
}
