package io.plimsoll.netpol.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RowProperties {

  private static final int SIZE = 300;

  private static int[] some(Random random, int most, int from, int to) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      numbers.add(from + random.nextInt(to - from));
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A row of single peers, a small and a large set of peers, and what all others are allowed. */
  private static Row row(Random random) {
    int[] peers = some(random, 20, 0, SIZE);
    int[] connections = IntStream.of(peers).map(peer -> random.nextInt(4)).toArray();
    List<PeerSet> blocks = new ArrayList<>();
    if (random.nextBoolean()) {
      blocks.add(PeerSet.ofSorted(some(random, 8, 0, SIZE / 3)));
    }
    if (random.nextBoolean()) {
      blocks.add(PeerSet.ofSorted(some(random, 400, SIZE / 3, SIZE)));
    }
    int[] allowed = blocks.stream().mapToInt(block -> 1 + random.nextInt(3)).toArray();
    int rest = random.nextBoolean() ? ConnectionTable.NONE : 4;
    return new Row(peers, connections, blocks.toArray(PeerSet[]::new), allowed, rest);
  }

  @Property(tries = 500)
  void eachPeerThatIsAllowedSomethingIsVisitedInOrder(@ForAll long seed) {
    Random random = new Random(seed);
    Row row = row(random);
    int from = random.nextInt(SIZE);
    int to = from + random.nextInt(SIZE - from);
    List<String> expected = IntStream.range(from, to)
        .filter(peer -> row.get(peer) != ConnectionTable.NONE)
        .mapToObj(peer -> peer + ": " + row.get(peer))
        .toList();
    List<String> visited = new ArrayList<>();

    row.forEach(from, to, (peer, connections) -> visited.add(peer + ": " + connections));

    assertThat(visited).containsExactlyElementsOf(expected);
  }
}
