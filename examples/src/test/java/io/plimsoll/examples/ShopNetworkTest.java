package io.plimsoll.examples;

import static io.plimsoll.netpol.connection.Protocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.LineFilter;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.compare.ConnectivityDiff;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How a team tests who may connect to whom in its shop. */
class ShopNetworkTest {

  private static final Cluster SHOP = Cluster.load(
      Path.of("manifests"),
      ReadOptions.DEFAULT.withSubdirectories().withFieldValidation(FieldValidation.WARN));

  private static final Connectivity NETWORK = Connectivity.of(SHOP);

  @Test
  void theCartReachesTheDatabaseByItsPortOnly() {
    assertThat(NETWORK.between("shop/cart", "shop/db")).hasToString("TCP 5432");
  }

  @Test
  void theWebPodsDoNotReachTheGatewayOfPayments() {
    assertThat(NETWORK.allows("shop/web", "payments/gateway", TCP, 8443)).isFalse();
    assertThat(NETWORK.explain("shop/web", "payments/gateway", TCP, 8443).toString())
        .contains("shop/default-deny");
  }

  @Test
  void nobodyOutsideThePodsOfTheShopReachesItsDatabase() {
    assertThat(NETWORK.lines(LineFilter.ALL))
        .filteredOn(line -> line.destination().toString().equals("shop/db[StatefulSet]"))
        .extracting(ConnectionLine::source)
        .allSatisfy(source -> assertThat(source.toString()).startsWith("shop/"));
  }

  @Test
  void whoeverTakesTheDefaultDenyAwayIsTold() {
    Cluster without =
        SHOP.without(SHOP.get(NetworkPolicy.KIND, "shop", "default-deny").ref());

    ConnectivityDiff diff = ConnectivityDiff.between(NETWORK, Connectivity.of(without));

    assertThat(diff.changes()).isNotEmpty();
  }
}
