package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.registry.ServiceRanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to Services, no two have an address or a port of nodes in common. */
class ServiceAllocationProperties {

  private static final ServiceRanges RANGES =
      ServiceRanges.of("10.0.0.0/28", "fd00::/124").withNodePorts(30000, 30019);

  private static final List<String> TYPES =
      List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
  private static final List<String> POLICIES =
      List.of("SingleStack", "PreferDualStack", "RequireDualStack");

  private static String spec(Random random) {
    List<String> fields = new ArrayList<>();
    String type = TYPES.get(random.nextInt(TYPES.size()));
    fields.add("\"type\": \"" + type + "\"");
    if (type.equals("ExternalName")) {
      fields.add("\"externalName\": \"a.b\"");
    }
    if (random.nextInt(3) == 0) {
      fields.add("\"clusterIP\": \"10.0.0." + random.nextInt(17) + "\"");
    }
    if (random.nextInt(3) == 0) {
      fields.add("\"ipFamilyPolicy\": \"" + POLICIES.get(random.nextInt(3)) + "\"");
    }
    if (random.nextInt(4) == 0) {
      fields.add("\"externalTrafficPolicy\": \"Local\"");
    }
    if (random.nextInt(4) == 0) {
      fields.add("\"healthCheckNodePort\": " + (30000 + random.nextInt(21)));
    }
    // Nobody asks whether the ports of an external name are free, upstream neither.
    boolean asks = !type.equals("ExternalName");
    String second = random.nextBoolean() ? ", " + port(random, 2, asks) : "";
    fields.add("\"ports\": [" + port(random, 1, asks) + second + "]");
    return String.join(", ", fields);
  }

  private static String port(Random random, int number, boolean asks) {
    String nodePort =
        random.nextBoolean() || !asks ? "" : ", \"nodePort\": " + (29999 + random.nextInt(22));
    String protocol = random.nextBoolean() ? "TCP" : "UDP";
    return "{\"name\": \"p" + number + "\", \"port\": " + (random.nextInt(3) + 1)
        + ", \"protocol\": \"" + protocol + "\"" + nodePort + "}";
  }

  @Property(tries = 60)
  void noTwoServicesShareAnything(@ForAll long seed) {
    Random random = new Random(seed);
    Wares wares = Wares.of(RANGES);

    for (int step = 0; step < 60; step++) {
      String name = "s" + random.nextInt(12);
      switch (random.nextInt(5)) {
        case 0, 1 -> wares.create(name, spec(random));
        case 2 -> wares.patch(name, spec(random));
        case 3 -> wares.put(name, spec(random));
        default -> wares.delete(name);
      }
      check(wares.state());
    }
  }

  private static void check(ServerState state) {
    Set<String> taken = new HashSet<>();
    for (KubeObject service : state.cluster().objects("", "Service")) {
      Fields spec = Wares.spec(service.tree());
      Set<String> own = new HashSet<>(spec.strings("clusterIPs"));
      List<Fields> ports = spec.list("ports", port -> port);
      for (Fields port : ports) {
        long nodePort = Wares.number(port, "nodePort");
        boolean added = nodePort == 0 || own.add(nodePort + " " + port.text("protocol"));
        assertThat(added).as(service.tree().toString()).isTrue();
      }
      long check = Wares.number(spec, "healthCheckNodePort");
      if (check != 0) {
        own.add(check + " TCP");
      }
      for (String each : own) {
        assertThat(taken.add(each)).as(each + " of " + service.tree()).isTrue();
      }
      boolean external = spec.text("type").equals("ExternalName");
      assertThat(spec.strings("clusterIPs").isEmpty()).isEqualTo(external);
    }
  }
}
