package io.plimsoll.netpol.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.entry.Entrypoints;
import org.junit.jupiter.api.Test;

class ConnectionTreeTest {

  private static final Endpoint WEB = new Endpoint.Workload("shop", "web", "Deployment");

  @Test
  void aLineHasItsEndsAndItsPorts() {
    ConnectionSet ports = ConnectionSet.of(Protocol.TCP, 80)
        .union(ConnectionSet.of(Protocol.TCP, 8080, 8090))
        .union(ConnectionSet.of(Protocol.UDP, 53));

    assertThat(ConnectionTree.of(new ConnectionLine(WEB, new Endpoint.Pod("shop", "db"), ports)))
        .hasToString("""
            {"source":{"kind":"Deployment","namespace":"shop","name":"web"},\
            "destination":{"kind":"Pod","namespace":"shop","name":"db"},\
            "ports":[{"protocol":"TCP","first":80,"last":80},\
            {"protocol":"TCP","first":8080,"last":8090},\
            {"protocol":"UDP","first":53,"last":53}]}""");
  }

  @Test
  void endsOutsideHaveNoName() {
    Endpoint net = new Endpoint.External(AddressRange.parse("10.0.0.0/8"));
    ConnectionSet dns = ConnectionSet.of(Protocol.UDP, 53);

    assertThat(ConnectionTree.of(new ConnectionLine(net, new Endpoint.IngressController(), dns)))
        .hasToString("""
            {"source":{"addresses":"10.0.0.0-10.255.255.255"},\
            "destination":{"kind":"IngressController"},\
            "ports":[{"protocol":"UDP","first":53,"last":53}]}""");
  }

  @Test
  void aWayInHasItsTargetsAndWhoDenies() {
    Cluster cluster = Cluster.of(Manifests.read("m.yaml", """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: web, image: "web:1"}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}, {port: 81}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: open, namespace: shop}
        spec: {podSelector: {}, ingress: [{ports: [{port: 80}]}]}
        """).orThrow().objects());

    assertThat(Entrypoints.of(Connectivity.of(cluster)).all())
        .extracting(entry -> ConnectionTree.of(entry).toString())
        .last()
        .isEqualTo("""
            {"type":"load-balancer",\
            "object":{"apiVersion":"v1","kind":"Service","namespace":"shop","name":"web"},\
            "path":"spec.ports[1]","address":"load balancer TCP 81",\
            "service":{"apiVersion":"v1","kind":"Service","namespace":"shop","name":"web"},\
            "targets":[{"workload":{"kind":"Pod","namespace":"shop","name":"web"},\
            "promised":[{"protocol":"TCP","first":81,"last":81}],"allowed":[],\
            "deniedBy":[{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy",\
            "namespace":"shop","name":"open"}]}]}""");
  }
}
