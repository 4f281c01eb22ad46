package io.plimsoll.netpol.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.netpol.Cases;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.netpol.ConnectivityOptions.ControllerPods;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Protocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntrypointsTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec:
        selector: {app: web}
        ports:
        - {name: http, port: 80, targetPort: http}
        - {name: admin, port: 81, targetPort: 8081}
      """;

  private static final String INGRESS = """
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web, namespace: shop}
      spec:
        rules:
        - host: shop.example.com
          http:
            paths:
            - path: /
              backend: {service: {name: web, port: {name: http}}}
      """;

  private static final String ISOLATED = """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: isolated, namespace: shop}
      spec: {podSelector: {}, policyTypes: [Ingress]}
      """;

  private static final String GATEWAY = """
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: public, namespace: infra}
      spec:
        listeners:
        - name: https
          protocol: HTTPS
          port: 443
          hostname: "*.example.com"
          allowedRoutes: {namespaces: {from: All}}
        - {name: internal, protocol: HTTP, port: 80}
      """;

  private static final String HTTP_ROUTE = """
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: web, namespace: shop}
      spec:
        parentRefs: [{name: public, namespace: infra}]
        hostnames: [shop.example.com, shop.example.org]
        rules:
        - backendRefs: [{name: web, port: 80}]
      """;

  private static Entrypoints entrypoints(String... documents) {
    return Entrypoints.of(Connectivity.of(Cases.cluster(String.join("", documents))));
  }

  private static String allowing(String from) {
    return """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web, namespace: shop}
        spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [%s]}]}
        """.formatted(from);
  }

  private static List<String> messages(Entrypoints entrypoints) {
    return entrypoints.findings().stream().map(EntrypointsTest::text).toList();
  }

  private static String text(Finding finding) {
    return finding.severity().label() + " " + finding.rule() + " " + finding.object() + " "
        + finding.path() + ": " + finding.message();
  }

  @Test
  void anIngressLeadsThroughItsServiceToThePortsOfPods() {
    Entrypoints entrypoints = entrypoints(WEB, INGRESS);

    assertThat(entrypoints.all())
        .hasToString("[Ingress shop/web shop.example.com/ through Service shop/web"
            + " to shop/web[Deployment] : TCP 8080]");
    Entrypoint.Target target = entrypoints.all().get(0).targets().get(0);
    assertThat(target.allowed()).isEqualTo(ConnectionSet.of(Protocol.TCP, 8080));
    assertThat(target.blocked()).isEmpty();
    assertThat(entrypoints.findings()).isEmpty();
  }

  @Test
  void aPolicyThatClosesAnIngressIsNamedWithThePlaceOfTheBackend() {
    Entrypoints entrypoints = entrypoints(WEB, INGRESS, ISOLATED);

    Entrypoint.Target target = entrypoints.all().get(0).targets().get(0);
    assertThat(target.allowed()).isEqualTo(ConnectionSet.NONE);
    assertThat(target.denied()).hasToString("TCP 8080");
    assertThat(target.deniedBy()).hasToString("[NetworkPolicy shop/isolated]");
    assertThat(entrypoints.findings().get(0).place().orElseThrow()).hasToString("case.yaml:27:29");
    assertThat(messages(entrypoints))
        .containsExactly("warning netpol/entrypoint-denied Ingress shop/web"
            + " spec.rules[0].http.paths[0].backend.service.name: leads to shop/web[Deployment]"
            + " by TCP 8080, which NetworkPolicy shop/isolated denies to the ingress controller");
  }

  @Test
  void whatIsFoundForSeveralPathsIsFoundOnce() {
    String path = INGRESS.substring(INGRESS.indexOf("      - path: /"));
    String twice = INGRESS + path.replace("/", "/more");

    Entrypoints entrypoints = entrypoints(WEB, twice, ISOLATED);

    assertThat(entrypoints.all()).hasSize(2);
    assertThat(entrypoints.findings()).hasSize(1);
  }

  @ParameterizedTest(name = "from {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}"
            + " | ingress-nginx/[all pods]",
        "{namespaceSelector: {}, podSelector: {matchLabels: {app: nginx}}}"
            + " | [all namespaces]/[pod with {app=nginx}]",
        "{ipBlock: {cidr: 10.0.0.0/8}} | 10.0.0.0-10.255.255.255[External]",
      })
  void aControllerOfWhichNothingIsKnownMayBeOneOfThoseWhoAreLetIn(String from, String who) {
    Entrypoints entrypoints = entrypoints(WEB, INGRESS, ISOLATED, allowing(from));

    assertThat(messages(entrypoints))
        .containsExactly("info netpol/entrypoint-restricted Ingress shop/web"
            + " spec.rules[0].http.paths[0].backend.service.name: leads to shop/web[Deployment]"
            + " by TCP 8080, which is open to " + who
            + " only: the ingress controller must be one of them");
  }

  @Test
  void aControllerIsHardlyInTheNamespaceOfWhatItLeadsTo() {
    String cart = WEB.split("---\n", 2)[0].replace("web", "cart");

    Entrypoints entrypoints = entrypoints(
        WEB, "---\n", cart, INGRESS, allowing("{podSelector: {matchLabels: {app: cart}}}"));

    assertThat(messages(entrypoints))
        .containsExactly("warning netpol/entrypoint-denied Ingress shop/web"
            + " spec.rules[0].http.paths[0].backend.service.name: leads to shop/web[Deployment]"
            + " by TCP 8080, which NetworkPolicy shop/web denies to the ingress controller;"
            + " only shop/cart[Deployment] may connect");
  }

  @Test
  void aControllerOfWhichLabelsAreKnownIsLetInOrNot() {
    String cluster = WEB
        + INGRESS
        + allowing("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}},"
            + " podSelector: {matchLabels: {app: nginx}}}");
    ControllerPods nginx = new ControllerPods("edge", Map.of("app", "nginx"));
    ControllerPods other = new ControllerPods("edge", Map.of("app", "other"));

    assertThat(served(cluster, nginx).findings()).isEmpty();
    assertThat(messages(served(cluster, other)))
        .singleElement()
        .asString()
        .endsWith("which NetworkPolicy shop/web denies to the ingress controller");
  }

  private static Entrypoints served(String cluster, ControllerPods controller) {
    ConnectivityOptions options =
        ConnectivityOptions.builder().controller(controller).build();
    return Entrypoints.of(Connectivity.of(Cases.cluster(cluster), options));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "name: web, port: {name: http} | name: web, port: {number: 8080} | warning"
            + " netpol/missing-service-port Ingress shop/web"
            + " spec.rules[0].http.paths[0].backend.service.port: Service shop/web has no port 8080;"
            + " it has \"http\" (TCP 80), \"admin\" (TCP 81)",
        "name: web, port: {name: http} | name: web, port: {} | warning"
            + " netpol/missing-service-port Ingress shop/web"
            + " spec.rules[0].http.paths[0].backend.service.port: names no port of Service shop/web;"
            + " it has \"http\" (TCP 80), \"admin\" (TCP 81)",
        "name: web, port: {name: http} | name: wep, port: {name: http} | warning"
            + " netpol/missing-service Ingress shop/web"
            + " spec.rules[0].http.paths[0].backend.service.name: there is no Service \"shop/wep\""
            + " to lead to",
        "selector: {app: web} | selector: {app: wep} | warning netpol/service-without-pods"
            + " Service shop/web spec.selector: selects no pod: it leads nowhere",
        "selector: {app: web} | selector: {} | info netpol/no-selector Service shop/web spec:"
            + " has no selector: where it leads is not known from the manifests",
        "targetPort: http | targetPort: https | warning netpol/missing-target-port"
            + " Service shop/web spec.ports[0].targetPort: no container of shop/web[Deployment] has"
            + " a TCP port \"https\"",
      })
  void whatLeadsNowhereIsFoundInItsPlace(String part, String mistake, String message) {
    Entrypoints entrypoints = entrypoints((WEB + INGRESS).replace(part, mistake));

    assertThat(messages(entrypoints)).containsExactly(message);
    assertThat(entrypoints.all())
        .allSatisfy(entry -> assertThat(entry.targets()).isEmpty());
  }

  @Test
  void aServiceThatNamesSomethingOutsideIsNoMistake() {
    String alias = """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: old, namespace: shop}
        spec: {type: ExternalName, externalName: old.example.com}
        """;

    Entrypoints entrypoints =
        entrypoints(WEB, alias, INGRESS.replace("name: web, port", "name: old, port"));

    assertThat(entrypoints.all().get(0).targets()).isEmpty();
    assertThat(entrypoints.all().get(0).externalName()).hasValue("old.example.com");
    assertThat(entrypoints.all().get(0).toString())
        .endsWith(" through Service shop/old to the external name \"old.example.com\"");
    assertThat(entrypoints.findings()).isEmpty();
  }

  @Test
  void aHeadlessServiceLeadsToItsPodsWhetherReadyOrNot() {
    String headless = WEB.replace(
        "selector: {app: web}",
        "clusterIP: None\n  publishNotReadyAddresses: true\n  selector: {app: web}");

    assertThat(entrypoints(headless, INGRESS).all().get(0).targets())
        .hasToString("[shop/web[Deployment] : TCP 8080]");
  }

  @Test
  void aNodePortIsReachedFromEveryAddressThatPoliciesLetIn() {
    String service = WEB.replace("spec:\n  selector", "spec:\n  type: NodePort\n  selector")
        .replace("port: 80,", "port: 80, nodePort: 30080,");

    Entrypoints entrypoints =
        entrypoints(service, allowing("{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/9]}}"));

    assertThat(entrypoints.all())
        .extracting(Entrypoint::type)
        .containsOnly(Entrypoint.Type.NODE_PORT);
    assertThat(entrypoints.all())
        .extracting(Entrypoint::address)
        .containsExactly(
            "port 30080 of each node (TCP 80)", "port (not chosen yet) of each node (TCP 81)");
    assertThat(entrypoints.all().get(0).targets().get(0).admitted())
        .hasToString("[10.128.0.0-10.255.255.255[External] => shop/web[Deployment] : TCP 8080]");
    assertThat(entrypoints.findings()).isEmpty();
  }

  @Test
  void aLoadBalancerLetsItsSourceRangesIn() {
    String service = WEB.replace(
        "spec:\n  selector",
        "spec:\n  type: LoadBalancer\n  loadBalancerSourceRanges: [192.0.2.0/24, 10.1.0.0/16, x]\n  selector");

    Entrypoints entrypoints = entrypoints(service, allowing("{ipBlock: {cidr: 10.0.0.0/8}}"));

    assertThat(entrypoints.all().get(0).targets().get(0).admitted())
        .hasToString("[10.1.0.0-10.1.255.255[External] => shop/web[Deployment] : TCP 8080]");
    assertThat(messages(entrypoints))
        .containsExactly("warning netpol/invalid-source-range Service shop/web"
            + " spec.loadBalancerSourceRanges[2]: \"x\" is no CIDR: it lets nobody in");
  }

  @Test
  void externalAddressesOfAServiceOfAnyTypeAreClosedByAPolicy() {
    String service =
        WEB.replace("spec:\n  selector", "spec:\n  externalIPs: [198.51.100.7]\n  selector");

    Entrypoints entrypoints = entrypoints(service, ISOLATED);

    assertThat(entrypoints.all().get(1))
        .hasToString("Service shop/web 198.51.100.7 TCP 81 to shop/web[Deployment] : nothing"
            + " (denied: TCP 8081)");
    assertThat(messages(entrypoints))
        .contains("warning netpol/entrypoint-denied Service shop/web spec.ports[1]: leads to"
            + " shop/web[Deployment] by TCP 8081, which NetworkPolicy shop/isolated denies to"
            + " everybody outside");
  }

  @Test
  void aRouteLeadsToAllOfItsBackendsThatGetTraffic() {
    String route = """
        ---
        apiVersion: route.openshift.io/v1
        kind: Route
        metadata: {name: web, namespace: shop}
        spec:
          host: shop.example.com
          path: /buy
          to: {kind: Service, name: web}
          alternateBackends: [{kind: Service, name: canary, weight: 10}, {name: none, weight: 0}]
          port: {targetPort: http}
        """;
    String canary = "---\n" + WEB.replace("web", "canary");

    Entrypoints entrypoints = entrypoints(WEB, canary, route);

    assertThat(entrypoints.all())
        .extracting(Entrypoint::toString)
        .containsExactly(
            "Route shop/web shop.example.com/buy through Service shop/web"
                + " to shop/web[Deployment] : TCP 8080",
            "Route shop/web shop.example.com/buy through Service shop/canary"
                + " to shop/canary[Deployment] : TCP 8080");
    assertThat(entrypoints.findings()).isEmpty();
  }

  @Test
  void aRouteOfAGatewayIsLetInByTheListenersThatTakeIt() {
    Entrypoints entrypoints = entrypoints(WEB, GATEWAY, HTTP_ROUTE);

    assertThat(entrypoints.all())
        .extracting(Entrypoint::toString)
        .containsExactly(
            "HTTPRoute shop/web HTTPS 443 shop.example.com through Gateway infra/public"
                + " through Service shop/web to shop/web[Deployment] : TCP 8080");
    assertThat(entrypoints.findings()).isEmpty();
    assertThat(messages(entrypoints(WEB, GATEWAY, HTTP_ROUTE, ISOLATED)))
        .singleElement()
        .asString()
        .endsWith("which NetworkPolicy shop/isolated denies to the gateway");
  }

  @ParameterizedTest(name = "{1}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: All} | {from: Same} | spec.parentRefs[0] | Gateway infra/public does not let it in:"
            + " listener \"https\" takes no routes of namespace \"shop\"; listener \"internal\" takes"
            + " no routes of namespace \"shop\"",
        "{from: All} | {from: None} | spec.parentRefs[0] | Gateway infra/public does not let it in:"
            + " listener \"https\" takes no routes of namespace \"shop\"; listener \"internal\" takes"
            + " no routes of namespace \"shop\"",
        "namespaces: {from: All} | kinds: [{kind: GRPCRoute}], namespaces: {from: All}"
            + " | spec.parentRefs[0] | Gateway infra/public does not let it in: listener \"https\""
            + " takes no HTTPRoute; listener \"internal\" takes no routes of namespace \"shop\"",
        "'*.example.com' | '*.example.net' | spec.parentRefs[0] | Gateway infra/public does not let"
            + " it in: listener \"https\" is for host \"*.example.net\"; listener \"internal\" takes"
            + " no routes of namespace \"shop\"",
        "namespace: infra} | namespace: infra, sectionName: web} | spec.parentRefs[0].sectionName"
            + " | Gateway infra/public has no listener \"web\"",
        "namespace: infra} | namespace: infra, port: 81} | spec.parentRefs[0].port"
            + " | Gateway infra/public has no listener with port 81",
        "parentRefs: [{name: public, namespace: infra}] | parentRefs: [] | spec"
            + " | names no Gateway, so that nothing lets it in",
      })
  void aRouteThatNoListenerTakesLeadsNowhere(
      String part, String other, String path, String message) {
    Entrypoints entrypoints = entrypoints(
        WEB, GATEWAY.replace('"', '\'').replace(part, other), HTTP_ROUTE.replace(part, other));

    assertThat(entrypoints.all()).isEmpty();
    assertThat(entrypoints.findings())
        .singleElement()
        .satisfies(one -> assertThat(one.path()).hasToString(path))
        .satisfies(one -> assertThat(one.message()).isEqualTo(message));
  }

  @Test
  void aListenerMayTakeRoutesOfNamespacesByLabel() {
    String selector = "{from: Selector, selector: {matchLabels: {team: red}}}";
    String gateway = GATEWAY.replace("{from: All}", selector);
    String namespace = """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {team: %s}}
        """;

    assertThat(entrypoints(WEB, gateway, HTTP_ROUTE, namespace.formatted("red")).all())
        .hasSize(1);
    assertThat(
            entrypoints(WEB, gateway, HTTP_ROUTE, namespace.formatted("blue")).all())
        .isEmpty();
  }

  @Test
  void aGatewayThatIsNotAmongTheManifestsIsTakenToLetTheRouteIn() {
    Entrypoints entrypoints = entrypoints(WEB, HTTP_ROUTE);

    assertThat(entrypoints.all())
        .extracting(Entrypoint::address)
        .containsExactly("shop.example.com, shop.example.org through Gateway infra/public");
    assertThat(messages(entrypoints))
        .containsExactly("info netpol/missing-gateway HTTPRoute shop/web spec.parentRefs[0].name:"
            + " there is no Gateway \"infra/public\" among the manifests; it is taken to let the"
            + " HTTPRoute in");
  }

  @Test
  void aBackendInAnotherNamespaceNeedsAGrant() {
    String route = HTTP_ROUTE
        .replace("namespace: shop", "namespace: edge")
        .replace("{name: web, port: 80}", "{name: web, namespace: shop, port: 80}");
    String grant = """
        ---
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: edge, namespace: shop}
        spec:
          from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge}]
          to: [{group: "", kind: Service, name: web}]
        """;

    assertThat(entrypoints(WEB, GATEWAY, route, grant).all()).hasSize(1);
    assertThat(entrypoints(WEB, GATEWAY, route, grant.replace("name: web", "name: db"))
            .all())
        .isEmpty();
    assertThat(messages(entrypoints(WEB, GATEWAY, route)))
        .containsExactly("warning netpol/missing-reference-grant HTTPRoute edge/web"
            + " spec.rules[0].backendRefs[0].namespace: no ReferenceGrant in namespace \"shop\" lets"
            + " HTTPRoutes of namespace \"edge\" refer to Service \"web\"");
  }

  @ParameterizedTest
  @CsvSource({"TCPRoute, TCP, TCP 8080", "TLSRoute, TLS, TCP 8080", "UDPRoute, UDP, UDP 8080"})
  void routesOfOtherProtocolsLeadToPortsOfTheirProtocol(
      String kind, String listener, String connections) {
    String route = HTTP_ROUTE.replace("HTTPRoute", kind);
    String gateway = GATEWAY.replace("HTTPS", listener);
    String service = WEB.replace(
        "{name: http, port: 80, targetPort: http}",
        "{port: 80, targetPort: 8080, protocol: " + connections.substring(0, 3) + "}");

    Entrypoints entrypoints = entrypoints(service, gateway, route);

    assertThat(entrypoints.all().get(0).targets())
        .hasToString("[shop/web[Deployment] : " + connections + "]");
  }

  @Test
  void mirroredRequestsLeadIntoTheClusterToo() {
    String route = HTTP_ROUTE.replace(
        "- backendRefs: [{name: web, port: 80}]",
        "- filters: [{type: RequestMirror, requestMirror: {backendRef: {name: web, port: 81}}}]");

    assertThat(entrypoints(WEB, GATEWAY, route).all().get(0).targets())
        .hasToString("[shop/web[Deployment] : TCP 8081]");
  }

  @Test
  void routesOfAMeshAreNoWayIn() {
    String route = HTTP_ROUTE.replace(
        "{name: public, namespace: infra}", "{name: web, kind: Service, group: \"\"}");

    Entrypoints entrypoints = entrypoints(WEB, route);

    assertThat(entrypoints.all()).isEmpty();
    assertThat(entrypoints.findings()).isEmpty();
  }

  @Test
  void objectsWithoutANameAreFoundToo() {
    String unnamed = INGRESS.replace("name: web, namespace", "generateName: web-, namespace");

    Entrypoints entrypoints = entrypoints(WEB, unnamed, unnamed, ISOLATED);

    assertThat(entrypoints.findings())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.rule()).isEqualTo("netpol/entrypoint-denied"));
  }

  @Test
  void partsOfAWrongTypeLeadNowhere() {
    Entrypoints entrypoints = entrypoints(
        WEB,
        INGRESS.replace(
            "paths:", "paths: [1, {backend: x}, {backend: {service: []}}]\n        other:"),
        GATEWAY.replace("listeners:", "listeners: {}\n  other:"),
        HTTP_ROUTE.replace("rules:", "rules: [x, {backendRefs: [1]}]\n  other:"));

    assertThat(entrypoints.all()).isEmpty();
  }
}
