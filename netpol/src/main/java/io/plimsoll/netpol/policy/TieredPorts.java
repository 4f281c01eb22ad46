package io.plimsoll.netpol.policy;

import io.plimsoll.netpol.api.AdminNetworkPolicyPort;
import io.plimsoll.netpol.api.ClusterNetworkPolicyProtocol;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the ports of the policies of administrators; the result is {@code null} if some part cannot be understood. */
final class TieredPorts {

  private ConnectionSet numbers = ConnectionSet.NONE;
  private final List<Ports.Name> names = new ArrayList<>(0);
  private boolean understood = true;

  private TieredPorts() {}

  static @Nullable Ports read(@Nullable List<AdminNetworkPolicyPort> ports) {
    if (ports == null || ports.isEmpty()) {
      return Ports.ALL;
    }
    TieredPorts reader = new TieredPorts();
    for (AdminNetworkPolicyPort port : ports) {
      reader.add(port);
    }
    return reader.result();
  }

  static @Nullable Ports readProtocols(List<ClusterNetworkPolicyProtocol> protocols) {
    if (protocols.isEmpty()) {
      return Ports.ALL;
    }
    TieredPorts reader = new TieredPorts();
    for (ClusterNetworkPolicyProtocol protocol : protocols) {
      reader.add(protocol);
    }
    return reader.result();
  }

  private @Nullable Ports result() {
    return understood ? new Ports(numbers, names) : null;
  }

  private void add(AdminNetworkPolicyPort port) {
    boolean any = false;
    if (port.portNumber() != null) {
      AdminNetworkPolicyPort.PortNumber number = port.portNumber();
      add(number.protocol(), number.port(), number.port());
      any = true;
    }
    if (port.portRange() != null) {
      AdminNetworkPolicyPort.PortSpan range = port.portRange();
      add(range.protocol(), range.start(), range.end());
      any = true;
    }
    if (port.namedPort() != null) {
      names.add(new Ports.Name(port.namedPort(), null));
      any = true;
    }
    understood &= any;
  }

  private void add(ClusterNetworkPolicyProtocol protocol) {
    add("TCP", protocol.tcp());
    add("UDP", protocol.udp());
    add("SCTP", protocol.sctp());
    boolean any = protocol.tcp() != null || protocol.udp() != null || protocol.sctp() != null;
    if (protocol.destinationNamedPort() != null) {
      names.add(new Ports.Name(protocol.destinationNamedPort(), null));
      any = true;
    }
    understood &= any;
  }

  private void add(String protocol, ClusterNetworkPolicyProtocol.@Nullable Ports ports) {
    if (ports == null) {
      return;
    }
    ClusterNetworkPolicyProtocol.DestinationPort port = ports.destinationPort();
    if (port == null) {
      add(protocol, PortRange.MIN, PortRange.MAX);
    } else if (port.number() != null) {
      add(protocol, port.number(), port.number());
    } else if (port.range() != null) {
      add(protocol, port.range().start(), port.range().end());
    } else {
      understood = false;
    }
  }

  private void add(@Nullable String protocol, int first, int last) {
    Optional<Protocol> known =
        Protocol.tryParse(protocol == null || protocol.isEmpty() ? "TCP" : protocol);
    if (known.isEmpty() || first < PortRange.MIN || last > PortRange.MAX || first > last) {
      understood = false;
      return;
    }
    numbers = numbers.union(ConnectionSet.of(known.get(), first, last));
  }
}
