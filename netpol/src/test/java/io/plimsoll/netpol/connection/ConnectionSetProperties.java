package io.plimsoll.netpol.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConnectionSetProperties {

  private static final int STRIDE = 1 << 16;

  record Span(Protocol protocol, int first, int last) {}

  @Provide
  Arbitrary<List<Span>> spans() {
    Arbitrary<Integer> ports =
        Arbitraries.integers().between(1, 40).map(port -> port > 35 ? 65_500 + port - 5 : port);
    return Combinators.combine(Arbitraries.of(Protocol.class), ports, ports)
        .as((protocol, a, b) -> new Span(protocol, Math.min(a, b), Math.max(a, b)))
        .list()
        .ofMaxSize(5);
  }

  private static ConnectionSet set(List<Span> spans) {
    ConnectionSet set = ConnectionSet.NONE;
    for (Span span : spans) {
      set = set.union(ConnectionSet.of(span.protocol, span.first, span.last));
    }
    return set;
  }

  private static BitSet bits(List<Span> spans) {
    BitSet bits = new BitSet();
    for (Span span : spans) {
      int base = span.protocol.index() * STRIDE;
      bits.set(base + span.first, base + span.last + 1);
    }
    return bits;
  }

  private static BitSet bits(ConnectionSet set) {
    BitSet bits = new BitSet();
    for (Protocol protocol : Protocol.values()) {
      for (PortRange range : set.ranges(protocol)) {
        int base = protocol.index() * STRIDE;
        bits.set(base + range.first(), base + range.last() + 1);
      }
    }
    return bits;
  }

  @Property(tries = 500)
  void operationsAreThoseOfSets(
      @ForAll("spans") List<Span> left, @ForAll("spans") List<Span> right) {
    BitSet union = bits(left);
    union.or(bits(right));
    BitSet both = bits(left);
    both.and(bits(right));
    BitSet only = bits(left);
    only.andNot(bits(right));

    assertThat(bits(set(left).union(set(right)))).isEqualTo(union);
    assertThat(bits(set(left).intersect(set(right)))).isEqualTo(both);
    assertThat(bits(set(left).minus(set(right)))).isEqualTo(only);
    assertThat(set(left).containsAll(set(right))).isEqualTo(union.equals(bits(left)));
  }

  @Property(tries = 300)
  void equalSetsAreEqualAndPrintTheSame(@ForAll("spans") List<Span> spans) {
    ConnectionSet set = set(spans);

    ConnectionSet again = ConnectionSet.parse(set.toString());

    assertThat(again).isEqualTo(set).hasSameHashCodeAs(set);
  }
}
