package io.plimsoll.rbac.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.report.Graph;
import io.plimsoll.core.report.Graph.Edge;
import io.plimsoll.core.report.Graph.Node;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessGraphTest {

  private static final Rbac SHOP = Rbac.of(
      List.of(ClusterRole.of(
          "probe",
          PolicyRule.ofUrls(List.of("get"), List.of("/healthz")),
          PolicyRule.of(List.of("get"), List.of("", "metrics.k8s.io"), List.of("nodes")))),
      List.of(Role.of(
          "shop",
          "reader",
          PolicyRule.of(List.of("list", "get"), List.of(""), List.of("pods")),
          PolicyRule.of(List.of("get", "list"), List.of("apps"), List.of("deployments/scale")),
          PolicyRule.of(List.of("get"), List.of(""), List.of("secrets")).named("keys"))),
      List.of(ClusterRoleBinding.of(
          "probes", RoleRef.clusterRole("probe"), Subject.group("system:serviceaccounts:shop"))),
      List.of(
          RoleBinding.of(
              "shop",
              "readers",
              RoleRef.role("reader"),
              Subject.serviceAccount("", "web"),
              Subject.user("alice")),
          RoleBinding.of("mail", "lost", RoleRef.role("gone"), Subject.user("bob"))));

  /** Bindings to the groups that Kubernetes fills. */
  private static final Rbac EVERYBODY = Rbac.of(
      List.of(),
      List.of(),
      List.of(
          toGroup("inside", "system:authenticated"),
          toGroup("outside", "system:unauthenticated"),
          toGroup("accounts", "system:serviceaccounts")),
      List.of(RoleBinding.of(
          "shop", "here", RoleRef.clusterRole("r"), Subject.group("system:serviceaccounts:shop"))));

  private static ClusterRoleBinding toGroup(String name, String group) {
    return ClusterRoleBinding.of(name, RoleRef.clusterRole("r"), Subject.group(group));
  }

  @Test
  void arrowsLeadFromSubjectsToWhatTheyMayDo() {
    assertThat(arrows(AccessGraph.of(SHOP)))
        .containsExactly(
            "Group system:serviceaccounts:shop -> ClusterRoleBinding probes",
            "ClusterRoleBinding probes -> ClusterRole probe",
            "shop: ServiceAccount web -> shop: RoleBinding readers",
            "User alice -> shop: RoleBinding readers",
            "shop: RoleBinding readers -> shop: Role reader",
            "User bob -> mail: RoleBinding lost",
            "mail: RoleBinding lost -> mail: Role gone (not defined here)",
            "ClusterRole probe -get-> /healthz nodes nodes.metrics.k8s.io",
            "shop: Role reader -get, list-> shop: deployments.apps/scale pods",
            "shop: Role reader -get-> shop: secrets \"keys\"");
  }

  @Test
  void theFocusShowsOneSubjectAndItsGroups() {
    AccessGraph graph = AccessGraph.of(SHOP).focus(Subject.serviceAccount("shop", "web"));

    assertThat(arrows(graph))
        .containsExactly(
            "Group system:serviceaccounts:shop -> ClusterRoleBinding probes",
            "shop: ServiceAccount web -is in-> Group system:serviceaccounts:shop",
            "ClusterRoleBinding probes -> ClusterRole probe",
            "shop: ServiceAccount web -> shop: RoleBinding readers",
            "shop: RoleBinding readers -> shop: Role reader",
            "ClusterRole probe -get-> /healthz nodes nodes.metrics.k8s.io",
            "shop: Role reader -get, list-> shop: deployments.apps/scale pods",
            "shop: Role reader -get-> shop: secrets \"keys\"");
  }

  @Test
  void nobodyAuthenticatedWhoIsAnonymous() {
    AccessGraph graph = AccessGraph.of(EVERYBODY).focus(Subject.user("system:anonymous"));

    assertThat(arrows(graph))
        .containsExactly(
            "Group system:unauthenticated -> ClusterRoleBinding outside",
            "User system:anonymous -is in-> Group system:unauthenticated",
            "ClusterRoleBinding outside -> ClusterRole r (not defined here)");
  }

  @Test
  void aGroupInFocusShowsTheGroupsThatItsMembersAreIn() {
    AccessGraph graph =
        AccessGraph.of(EVERYBODY).focus(Subject.group("system:serviceaccounts:shop"));

    assertThat(arrows(graph))
        .containsExactly(
            "Group system:authenticated -> ClusterRoleBinding inside",
            "Group system:serviceaccounts:shop -is in-> Group system:authenticated",
            "ClusterRoleBinding inside -> ClusterRole r (not defined here)",
            "Group system:serviceaccounts -> ClusterRoleBinding accounts",
            "Group system:serviceaccounts:shop -is in-> Group system:serviceaccounts",
            "ClusterRoleBinding accounts -> ClusterRole r (not defined here)",
            "Group system:serviceaccounts:shop -> shop: RoleBinding here",
            "shop: RoleBinding here -> ClusterRole r (not defined here)");
  }

  @Test
  void aSubjectOfAnUnknownKindIsInNoGroup() {
    AccessGraph graph = AccessGraph.of(EVERYBODY).focus(new Subject("Robot", "", "r2", ""));

    assertThat(arrows(graph)).isEmpty();
  }

  @Test
  void aSubjectWithoutBindingsStandsAlone() {
    Graph graph = AccessGraph.of(SHOP).focus(Subject.user("eve")).graph();

    assertThat(graph.nodes()).extracting(Node::label).containsExactly("User\neve");
    assertThat(graph.edges()).isEmpty();
  }

  @Test
  void aNamespaceShowsItsBindingsAndThoseOfTheCluster() {
    assertThat(arrows(AccessGraph.of(SHOP).in("mail")))
        .containsExactly(
            "Group system:serviceaccounts:shop -> ClusterRoleBinding probes",
            "ClusterRoleBinding probes -> ClusterRole probe",
            "User bob -> mail: RoleBinding lost",
            "mail: RoleBinding lost -> mail: Role gone (not defined here)",
            "ClusterRole probe -get-> /healthz nodes nodes.metrics.k8s.io");
  }

  @Test
  void urlsThatOnlyARoleBindingGrantsAreNotDrawn() {
    Rbac rbac = Rbac.of(
        List.of(ClusterRole.of("r", PolicyRule.ofUrls(List.of("get"), List.of("/x")))),
        List.of(),
        List.of(),
        List.of(RoleBinding.of("a", "b", RoleRef.clusterRole("r"), Subject.user("u"))));

    assertThat(arrows(AccessGraph.of(rbac)))
        .containsExactly("User u -> a: RoleBinding b", "a: RoleBinding b -> ClusterRole r");
  }

  @Test
  void ofManyResourcesTheFirstFewAreNamed() {
    String[] names = {"a", "b", "c", "d", "e", "f", "g", "h"};
    Rbac rbac = Rbac.of(
        List.of(ClusterRole.of("r", PolicyRule.of(List.of("*"), List.of(""), List.of(names)))),
        List.of(),
        List.of(ClusterRoleBinding.of("b", RoleRef.clusterRole("r"), Subject.user("u"))),
        List.of());

    assertThat(arrows(AccessGraph.of(rbac)))
        .last()
        .isEqualTo("ClusterRole r -*-> a b c d e f and 2 more");
  }

  @Test
  void namesAreEscaped() {
    Rbac rbac = Rbac.of(
        List.of(),
        List.of(),
        List.of(ClusterRoleBinding.of(
            "b\"]; x", RoleRef.clusterRole("<r>"), Subject.user("u\\\n\"];"))),
        List.of());

    assertThat(AccessGraph.of(rbac).mermaid()).isEqualTo("""
            flowchart LR
              n1["ClusterRoleBinding<br/>b#quot;]; x"]
              n2(["User<br/>u#92;<br/>#quot;];"])
              n3{{"ClusterRole<br/>#lt;r#gt;<br/>(not defined here)"}}
              n2 --> n1
              n1 --> n3
            """);
    assertThat(AccessGraph.of(rbac).dot())
        .contains("\"n2\" [label=\"User\\nu\\\\\\n\\\"];\", shape=ellipse];");
  }

  @Test
  void aLargePictureIsFoldedAndSaysSo() {
    List<RoleBinding> bindings = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      bindings.add(RoleBinding.of(
          "team-" + i % 40, "b" + i, RoleRef.clusterRole("view"), Subject.user("user-" + i)));
    }
    AccessGraph graph = AccessGraph.of(Rbac.of(List.of(), List.of(), List.of(), bindings));

    assertThat(graph.graph().edges()).hasSize(6_000);
    assertThat(graph.mermaid()).hasSizeLessThan(50_000).contains("folded: 6001 nodes are drawn as");
    assertThat(graph.dot()).contains("folded: 6001 nodes are drawn as");
    assertThat(graph.focus(Subject.user("user-7")).mermaid()).doesNotContain("folded");
  }

  @Test
  void aServiceAccountInFocusNeedsItsNamespace() {
    assertThatThrownBy(() -> AccessGraph.of(SHOP).focus(Subject.serviceAccount("", "web")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no namespace: \"ServiceAccount web\"");
  }

  /** Returns the arrows as people read them. */
  private static List<String> arrows(AccessGraph picture) {
    Graph graph = picture.graph();
    Map<String, String> texts = new HashMap<>();
    for (Node node : graph.nodes()) {
      String frame = node.group().isEmpty() ? "" : node.group().replace("namespace ", "") + ": ";
      texts.put(node.id(), frame + node.label().replace('\n', ' '));
    }
    List<String> arrows = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      String label = edge.label().isEmpty() ? " -> " : " -" + edge.label() + "-> ";
      arrows.add(texts.get(edge.from()) + label + texts.get(edge.to()));
    }
    return arrows;
  }
}
