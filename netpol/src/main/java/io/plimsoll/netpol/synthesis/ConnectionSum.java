package io.plimsoll.netpol.synthesis;

import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All connections that some lines have together, whatever ranges the addresses in them were cut into. */
final class ConnectionSum {

  /** Two endpoints that are no addresses. */
  private record Pair(Endpoint source, Endpoint destination) implements Comparable<Pair> {

    @Override
    public int compareTo(Pair other) {
      int order = source.compareTo(other.source);
      return order != 0 ? order : destination.compareTo(other.destination);
    }
  }

  private final Map<Pair, ConnectionSet> pods = new TreeMap<>();
  private final Map<Endpoint, AddressBlocks> toAddresses = new TreeMap<>();
  private final Map<Endpoint, AddressBlocks> fromAddresses = new TreeMap<>();

  static ConnectionSum of(Stream<ConnectionLine> lines) {
    ConnectionSum sum = new ConnectionSum();
    lines.forEach(line -> sum.add(line.source(), line.destination(), line.connections()));
    return sum;
  }

  void add(Endpoint source, Endpoint destination, ConnectionSet connections) {
    if (source instanceof Endpoint.External from) {
      fromAddresses
          .computeIfAbsent(destination, d -> new AddressBlocks())
          .add(from.addresses(), connections);
    } else if (destination instanceof Endpoint.External to) {
      toAddresses
          .computeIfAbsent(source, s -> new AddressBlocks())
          .add(to.addresses(), connections);
    } else {
      pods.merge(new Pair(source, destination), connections, ConnectionSet::union);
    }
  }

  /** Returns what the other does not have, in order: among pods, to addresses, from addresses. */
  List<ConnectionLine> minus(ConnectionSum other) {
    List<ConnectionLine> left = new ArrayList<>();
    pods.forEach((pair, connections) -> {
      ConnectionSet rest = connections.minus(other.pods.getOrDefault(pair, ConnectionSet.NONE));
      if (!rest.isEmpty()) {
        left.add(new ConnectionLine(pair.source, pair.destination, rest));
      }
    });
    toAddresses.forEach((source, blocks) -> blocks
        .minus(other.toAddresses.getOrDefault(source, new AddressBlocks()))
        .ranges()
        .forEach((connections, ranges) -> ranges.forEach(range ->
            left.add(new ConnectionLine(source, new Endpoint.External(range), connections)))));
    fromAddresses.forEach((destination, blocks) -> blocks
        .minus(other.fromAddresses.getOrDefault(destination, new AddressBlocks()))
        .ranges()
        .forEach((connections, ranges) -> ranges.forEach(range ->
            left.add(new ConnectionLine(new Endpoint.External(range), destination, connections)))));
    return left;
  }
}
