package io.plimsoll.netpol.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSetTest {

  @Test
  void rangesThatTouchBecomeOne() {
    ConnectionSet set =
        ConnectionSet.of(Protocol.TCP, 80, 89).union(ConnectionSet.of(Protocol.TCP, 90));

    assertThat(set.ranges(Protocol.TCP)).containsExactly(new PortRange(80, 90));
    assertThat(set).isEqualTo(ConnectionSet.of(Protocol.TCP, 80, 90));
  }

  @Test
  void protocolsAreApart() {
    ConnectionSet tcp = ConnectionSet.of(Protocol.TCP);

    assertThat(tcp.contains(Protocol.UDP, 80)).isFalse();
    assertThat(tcp.intersect(ConnectionSet.of(Protocol.UDP)).isEmpty()).isTrue();
    assertThat(ConnectionSet.ALL.minus(tcp)).hasToString("SCTP 1-65535,UDP 1-65535");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"All Connections", "No Connections", "TCP 80", "SCTP 1-65535,TCP 80,443-500,UDP 53"
      })
  void textIsReadAsItIsPrinted(String text) {
    assertThat(ConnectionSet.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TCP", "TCP 0", "TCP 90-80", "ICMP 1", "80", "TCP 80,", "TCP 65536"})
  void otherTextIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionSet.parse(text))
        .withMessage("not a set of connections: \"" + text + "\"");
  }

  @Test
  void aRangeThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionSet.of(Protocol.TCP, 90, 80))
        .withMessage("not a range of ports: \"90-80\"");
  }
}
