package io.plimsoll.netpol.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.ContainerPort;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.netpol.ConnectivityOptions.Granularity;
import io.plimsoll.netpol.RandomClusters;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class EntrypointsProperties {

  private static final ConnectivityOptions OPTIONS =
      ConnectivityOptions.builder().granularity(Granularity.POD).build();

  /** Stands for an ingress controller of which nothing is known. */
  private static final KubeObject SOMEBODY = object(
      "v1",
      "Pod",
      "ingress-controller-ns",
      "somebody",
      Map.of("containers", List.of(Map.of("name", "c"))));

  private static KubeObject object(
      String apiVersion, String kind, String namespace, String name, Map<String, Object> spec) {
    return KubeObject.of((MappingValue) Value.from(Map.of(
        "apiVersion",
        apiVersion,
        "kind",
        kind,
        "metadata",
        Map.of("namespace", namespace, "name", name),
        "spec",
        spec)));
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void entrypointsKeepWhatConnectivityAllows(@ForAll long seed) {
    Random random = new Random(seed);
    Cluster cluster = RandomClusters.make(random).with(SOMEBODY);
    for (String namespace : RandomClusters.NAMESPACES) {
      String key = random.nextBoolean() ? "app" : "tier";
      String value = random.nextBoolean() ? "a" : "b";
      cluster =
          cluster.with(service(random, namespace, Map.of(key, value))).with(ingress(namespace));
    }
    Connectivity network = Connectivity.of(cluster, OPTIONS);

    List<Entrypoint> entrypoints = Entrypoints.of(network).all();

    for (Entrypoint entry : entrypoints) {
      Map<String, String> targets = new TreeMap<>();
      for (Entrypoint.Target target : entry.targets()) {
        targets.put(target.workload().toString(), target.promised().toString());
        assertThat(target.allowed())
            .as("%s to %s", entry, target)
            .isEqualTo(allowed(network, entry, target));
        assertThat(target.blocked().isEmpty()).isEqualTo(target.denied().isEmpty());
        target
            .blocked()
            .ifPresent(
                why -> assertThat(why.allowed()).as("%s", entry).isEqualTo(ConnectionSet.NONE));
      }
      assertThat(targets).as("%s", entry).isEqualTo(promised(cluster, entry));
    }
    assertThat(entrypoints).hasSize(2 * RandomClusters.NAMESPACES.size());
  }

  private static ConnectionSet allowed(
      Connectivity network, Entrypoint entry, Entrypoint.Target target) {
    ConnectionSet allowed = ConnectionSet.NONE;
    for (Endpoint source : sources(network, entry)) {
      allowed = allowed.union(network.between(source, target.workload()));
    }
    return allowed.intersect(target.promised());
  }

  private static List<Endpoint> sources(Connectivity network, Entrypoint entry) {
    if (entry.type().served()) {
      return List.of(network.endpoint("ingress-controller-ns/somebody"));
    }
    List<Endpoint> sources = new ArrayList<>();
    sources.add(new Endpoint.External(AddressRange.all(AddressFamily.IPV4)));
    if (network.workings().engine().inventory().speaksV6()) {
      sources.add(new Endpoint.External(AddressRange.all(AddressFamily.IPV6)));
    }
    return sources;
  }

  /** Finds the pods and ports once more, straight from the objects. */
  private static Map<String, String> promised(Cluster cluster, Entrypoint entry) {
    String namespace = entry.service().namespace();
    KubeObject service = cluster.find(entry.service()).orElseThrow();
    Value spec = service.tree().get("spec");
    Map<String, String> selector = service.as(Service.KIND).selector();
    String target = path(spec, "ports[0].targetPort");
    String protocol = path(spec, "ports[0].protocol");
    Map<String, String> promised = new TreeMap<>();
    for (Pod pod : cluster.all(Pod.KIND, namespace)) {
      String phase = pod.status() == null ? "" : String.valueOf(pod.status().phase());
      boolean selected = pod.metadata().labels().entrySet().containsAll(selector.entrySet())
          && !phase.equals("Succeeded")
          && !phase.equals("Failed");
      if (selected) {
        port(pod, target, protocol)
            .ifPresent(port -> promised.put(
                namespace + "/" + pod.metadata().name() + "[Pod]", protocol + " " + port));
      }
    }
    return promised;
  }

  private static String path(Value value, String path) {
    return String.valueOf(FieldPath.parse(path).in(value)).replace("\"", "");
  }

  private static Optional<String> port(Pod pod, String target, String protocol) {
    if (Character.isDigit(target.charAt(0))) {
      return Optional.of(target);
    }
    Stream<Container> sidecars = pod.spec().initContainers().stream()
        .filter(container -> "Always".equals(container.restartPolicy()));
    return Stream.concat(pod.spec().containers().stream(), sidecars)
        .flatMap(container -> container.ports().stream())
        .filter(port -> target.equals(port.name()) && protocol.equals(protocol(port)))
        .map(port -> String.valueOf(port.containerPort()))
        .findFirst();
  }

  private static String protocol(ContainerPort port) {
    return port.protocol() == null ? "TCP" : port.protocol();
  }

  private static KubeObject service(Random random, String namespace, Map<String, Object> selector) {
    Object target = random.nextBoolean() ? "http" : RandomClusters.PORTS.get(random.nextInt(6));
    Map<String, Object> port =
        Map.of("name", "web", "port", 80, "targetPort", target, "protocol", Protocol.TCP.name());
    return object(
        "v1",
        "Service",
        namespace,
        "web",
        Map.of("type", "LoadBalancer", "selector", selector, "ports", List.of(port)));
  }

  private static KubeObject ingress(String namespace) {
    return object(
        "networking.k8s.io/v1",
        "Ingress",
        namespace,
        "web",
        Map.of(
            "defaultBackend",
            Map.of("service", Map.of("name", "web", "port", Map.of("name", "web")))));
  }
}
