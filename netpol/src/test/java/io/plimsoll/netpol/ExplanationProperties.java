package io.plimsoll.netpol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class ExplanationProperties {

  private static final List<Protocol> PROTOCOLS = List.of(Protocol.values());

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void explanationsSayWhatIsAllowedAndSpeakOfEveryConnectionOnce(@ForAll long seed) {
    Connectivity network = Connectivity.of(RandomClusters.make(new Random(seed)));
    List<Endpoint> ends = new ArrayList<>(network.endpoints());
    RandomClusters.CIDRS.forEach(cidr -> ends.add(new Endpoint.External(AddressRange.parse(cidr))));

    for (Endpoint source : ends) {
      for (Endpoint destination : ends) {
        Explanation explanation = network.explain(source, destination);

        assertThat(explanation.allowed())
            .as("%s => %s", source, destination)
            .isEqualTo(network.between(source, destination));
        assertEveryConnectionIsInOnePart(explanation);
        assertNearMissesLackSomething(explanation);
      }
    }
  }

  private static void assertEveryConnectionIsInOnePart(Explanation explanation) {
    ConnectionSet all = ConnectionSet.NONE;
    for (Explanation.Part part : explanation.parts()) {
      assertThat(part.connections().isEmpty()).isFalse();
      assertThat(part.connections().intersect(all).isEmpty()).isTrue();
      all = all.union(part.connections());
    }
    assertThat(all.isAll()).isTrue();
  }

  private static void assertNearMissesLackSomething(Explanation explanation) {
    for (Explanation.Part part : explanation.parts()) {
      for (NearMiss nearest : part.nearest()) {
        assertThat(part.decision().side(nearest.direction()).allowed()).isFalse();
        assertThat(nearest.lacks()).isNotEmpty();
      }
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void theVerdictOnOneConnectionIsThatOfAllows(@ForAll long seed) {
    Random random = new Random(seed);
    Connectivity network = Connectivity.of(RandomClusters.make(random));
    List<Endpoint> ends = network.endpoints();

    for (int i = 0; i < 200 && !ends.isEmpty(); i++) {
      Connection connection = Connection.of(
          ends.get(random.nextInt(ends.size())),
          ends.get(random.nextInt(ends.size())),
          PROTOCOLS.get(random.nextInt(PROTOCOLS.size())),
          RandomClusters.PORTS.get(random.nextInt(RandomClusters.PORTS.size())));

      Explanation explanation = network.explain(connection);

      assertThat(explanation.parts()).hasSize(1);
      assertThat(explanation.parts().get(0).decision()).isEqualTo(network.decide(connection));
      assertThat(explanation.parts().get(0).allowed())
          .as("%s", connection)
          .isEqualTo(network.allows(
              connection.source(),
              connection.destination(),
              connection.protocol(),
              connection.port()));
    }
  }
}
