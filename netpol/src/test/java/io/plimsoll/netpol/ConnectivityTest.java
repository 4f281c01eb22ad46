package io.plimsoll.netpol;

import static io.plimsoll.netpol.Documents.network;
import static io.plimsoll.netpol.Documents.pod;
import static io.plimsoll.netpol.Documents.policy;
import static io.plimsoll.netpol.Documents.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectivityTest {

  private static final String WEB = workload("Deployment", "shop", "web");

  private static final String DB = """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: shop}
      spec:
        template:
          metadata: {labels: {app: db}}
          spec:
            containers: [{name: c, ports: [{name: sql, containerPort: 5432}]}]
            initContainers:
            - {name: proxy, restartPolicy: Always, ports: [{name: sql, containerPort: 5433}]}
            - {name: once, ports: [{name: sql, containerPort: 5434}]}
      ---
      """;

  private static final String SHOP = WEB + DB + policy("shop", "db", """
      podSelector: {matchLabels: {app: db}}
      ingress:
      - from: [{podSelector: {matchLabels: {app: web}}}]
        ports: [{port: sql}]
      """);

  @Test
  void aNamedPortIsEveryPortOfThatNameOfContainersAndSidecars() {
    Connectivity network = network(SHOP);

    ConnectionSet between = network.between("shop/web", "shop/db");

    assertThat(between).hasToString("TCP 5432-5433");
    assertThat(network.allows("shop/web", "shop/db", Protocol.TCP, 5434)).isFalse();
  }

  @Test
  void whatNoPolicySelectsIsOpen() {
    Connectivity network = network(SHOP);

    assertThat(network.between("shop/db", "shop/web")).isEqualTo(ConnectionSet.ALL);
    assertThat(network.between("shop/web", "192.0.2.1")).isEqualTo(ConnectionSet.ALL);
    assertThat(network.between("192.0.2.0/24", "shop/db")).isEqualTo(ConnectionSet.NONE);
  }

  @Test
  void replicasOfOneWorkloadAreSubjectToPolicyAndAPodItselfIsNot() {
    Connectivity network = network(SHOP, pod("shop", "lone", "{app: db}", "{name: c}"));

    assertThat(network.between("shop/db", "shop/db")).isEqualTo(ConnectionSet.NONE);
    assertThat(network.between("shop/lone", "shop/lone")).isEqualTo(ConnectionSet.ALL);
    assertThat(network.decide(sql(network, "shop/lone", "shop/lone")).ingress().reason())
        .isEqualTo(Reason.SELF);
    Decision viaService = network.decide(sql(network, "shop/lone", "shop/lone").viaService());
    assertThat(viaService.ingress().reason()).isEqualTo(Reason.NETWORK_POLICY);
  }

  private static Connection sql(Connectivity network, String source, String destination) {
    return Connection.of(
        network.endpoint(source), network.endpoint(destination), Protocol.TCP, 5432);
  }

  @Test
  void aDecisionNamesPolicyAndRule() {
    Connectivity network = network(SHOP);

    Decision decision = network.decide(sql(network, "shop/web", "shop/db"));

    assertThat(decision.allowed()).isTrue();
    assertThat(decision.egress().reason()).isEqualTo(Reason.DEFAULT);
    assertThat(decision.ingress().decidedBy())
        .extracting(SideDecision.DecidingRule::rule)
        .containsExactly(FieldPath.parse("spec.ingress[0]"));
    assertThat(decision.ingress().decidedBy().get(0))
        .hasToString("NetworkPolicy shop/db: spec.ingress[0]");
  }

  @Test
  void aDenialNamesTheIsolatingPoliciesWithoutRule() {
    Connectivity network = network(SHOP);
    Connection connection = Connection.of(
        network.endpoint("shop/web"), network.endpoint("shop/db"), Protocol.UDP, 5432);

    SideDecision ingress = network.decide(connection).ingress();

    assertThat(ingress.allowed()).isFalse();
    assertThat(ingress.decidedBy())
        .extracting(Object::toString)
        .containsExactly("NetworkPolicy shop/db");
  }

  @Test
  void linesAreWrittenAsNpGuardDoes() {
    List<String> lines = network(SHOP).lines().map(Object::toString).toList();

    assertThat(lines)
        .containsExactly(
            "shop/db[StatefulSet] => shop/web[Deployment] : All Connections",
            "shop/db[StatefulSet] => 0.0.0.0-255.255.255.255[External] : All Connections",
            "shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432-5433",
            "shop/web[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections",
            "0.0.0.0-255.255.255.255[External] => shop/web[Deployment] : All Connections");
  }

  @Test
  void aFilterKeepsTheLinesOfAWorkloadDirectionAndPort() {
    Connectivity network = network(SHOP);
    LineFilter toDb = LineFilter.ALL.about(network.endpoint("shop/db")).toward(Direction.INGRESS);

    assertThat(network.lines(toDb))
        .extracting(Object::toString)
        .containsExactly("shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432-5433");
    assertThat(network.lines(toDb.by(Protocol.TCP, 5432)))
        .extracting(Object::toString)
        .containsExactly("shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432");
    assertThat(network.lines(toDb.by(Protocol.UDP, 5432))).isEmpty();
    assertThat(network.lines(toDb.toward(Direction.EGRESS))).hasSize(2);
  }

  @Test
  void endpointsThatAreAlikeAreOneGroup() {
    StringBuilder many = new StringBuilder(SHOP);
    for (int i = 0; i < 3; i++) {
      many.append(WEB.replace("name: web", "name: web" + i));
    }
    Connectivity network = network(many.toString());

    List<ConnectionGroup> toDb = network
        .groups()
        .filter(group -> group.destinations().contains(network.endpoint("shop/db")))
        .filter(group -> group.connections().equals(ConnectionSet.of(Protocol.TCP, 5432, 5433)))
        .toList();

    assertThat(toDb)
        .singleElement()
        .satisfies(group -> assertThat(group.sources()).hasSize(4));
  }

  @Test
  void anUnknownOrAmbiguousEndpointIsNamed() {
    Connectivity network = network(SHOP, DB.replace("name: db", "name: web"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.between("shop/nobody", "shop/db"))
        .withMessage("no such pod, workload or address: \"shop/nobody\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.endpoint("shop/web"))
        .withMessage("\"shop/web\" names several: [shop/web[Deployment], shop/web[StatefulSet]]");
    assertThat(network.endpoint("shop/web[StatefulSet]"))
        .isEqualTo(new Endpoint.Workload("shop", "web", "StatefulSet"));
  }

  @Test
  void podsOfOneOwnerWithDifferentLabelsMayDoWhatOneOfThemMay() {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          namespace: shop
          labels: {app: %s}
          ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: old, uid: u, controller: true}]
        spec: {containers: [{name: c}]}
        ---
        """;
    Connectivity network =
        network(SHOP, pod.formatted("old-1", "web"), pod.formatted("old-2", "other"));

    assertThat(network.between("shop/old", "shop/db")).hasToString("TCP 5432-5433");
    assertThat(network.between("shop/old-2", "shop/db")).isEqualTo(ConnectionSet.NONE);
    assertThat(network.lines())
        .extracting(Object::toString)
        .contains("shop/old[ReplicaSet] => shop/db[StatefulSet] : TCP 5432-5433");
  }

  @Test
  void addressesOfBothFamiliesAreApart() {
    Connectivity network = network(SHOP, policy("shop", "web", """
        podSelector: {matchLabels: {app: web}}
        policyTypes: [Egress]
        egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}]
        """));

    assertThat(network.between("shop/web", "192.0.2.1")).isEqualTo(ConnectionSet.ALL);
    assertThat(network.between("shop/web", "10.1.2.3")).isEqualTo(ConnectionSet.NONE);
    assertThat(network.between("shop/web", "::1")).isEqualTo(ConnectionSet.NONE);
  }

  @Test
  void allLinesHaveReplicasAndBothFamiliesWhateverTheOptionsLeaveOut() {
    Connectivity network = network(WEB);

    assertThat(network.lines())
        .extracting(Object::toString)
        .containsExactly(
            "shop/web[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections",
            "0.0.0.0-255.255.255.255[External] => shop/web[Deployment] : All Connections");
    assertThat(network.allLines())
        .extracting(Object::toString)
        .hasSize(5)
        .contains("shop/web[Deployment] => shop/web[Deployment] : All Connections")
        .anyMatch(line -> line.startsWith("::") && line.contains("[External] => shop/web"));
  }

  @Test
  void aDecisionAboutSeveralConnectionsIsTheirExplanationWithoutWhatIsNearest() {
    Connectivity network = network(SHOP);
    Endpoint web = network.endpoint("shop/web");
    Endpoint db = network.endpoint("shop/db");

    Explanation decision = network.decide(web, db, ConnectionSet.ALL);
    Explanation explanation = network.explain(web, db);

    assertThat(decision.parts())
        .extracting(Explanation.Part::decision)
        .isEqualTo(explanation.parts().stream().map(Explanation.Part::decision).toList());
    assertThat(decision.parts()).allMatch(part -> part.nearest().isEmpty());
    assertThat(explanation.parts()).anyMatch(part -> !part.nearest().isEmpty());
  }
}
