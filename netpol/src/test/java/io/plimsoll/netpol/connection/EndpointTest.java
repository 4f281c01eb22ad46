package io.plimsoll.netpol.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointTest {

  private static final Endpoint POD = new Endpoint.Pod("shop", "web");
  private static final Endpoint WORKLOAD = new Endpoint.Workload("shop", "web", "Deployment");
  private static final Endpoint OUTSIDE = new Endpoint.External(AddressRange.parse("192.0.2.0/24"));
  private static final Endpoint CONTROLLER = new Endpoint.IngressController();

  @Test
  void onlyPodsAndWorkloadsHaveANamespaceAndAName() {
    assertThat(List.of(POD, WORKLOAD, OUTSIDE, CONTROLLER))
        .extracting(endpoint -> endpoint.namespace() + "/" + endpoint.name())
        .containsExactly("shop/web", "shop/web", "/", "/");
  }

  @Test
  void podsAndWorkloadsComeBeforeAddressesAndIngressControllersLast() {
    assertThat(List.of(CONTROLLER, OUTSIDE, POD, WORKLOAD).stream().sorted())
        .containsExactly(WORKLOAD, POD, OUTSIDE, CONTROLLER);
  }

  @Test
  void eachDirectionIsTheOppositeOfTheOther() {
    assertThat(Direction.INGRESS.opposite()).isEqualTo(Direction.EGRESS);
    assertThat(Direction.EGRESS.opposite()).isEqualTo(Direction.INGRESS);
  }
}
