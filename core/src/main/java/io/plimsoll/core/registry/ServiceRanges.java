package io.plimsoll.core.registry;

import io.plimsoll.core.model.CidrText;
import java.util.List;

/**
 * What a server gives Services their addresses and node ports from. Mirrors {@code controlplane.Config} of {@code
 * pkg/controlplane}: {@code ServiceIPRange}, {@code SecondaryServiceIPRange} and {@code ServiceNodePortRange}.
 *
 * @param clusterIps the ranges of addresses, the one of the cluster's first family first: the flag {@code
 *     --service-cluster-ip-range}
 * @param firstNodePort the first port, and
 * @param lastNodePort the last port of the range of ports of nodes: the flag {@code --service-node-port-range}
 */
public record ServiceRanges(List<CidrText> clusterIps, int firstNodePort, int lastNodePort) {

  /** What kube-apiserver has if no flag says otherwise: {@code 10.0.0.0/24} and {@code 30000-32767}. */
  public static final ServiceRanges DEFAULTS = of("10.0.0.0/24");

  private static final int LAST_PORT = 65_535;

  /** Checks that there are one or two ranges, of different families, and a range of ports. */
  public ServiceRanges {
    clusterIps = List.copyOf(clusterIps);
    boolean two = clusterIps.size() == 2;
    if (clusterIps.isEmpty() || clusterIps.size() > 2 || (two && sameFamily(clusterIps))) {
      throw new IllegalArgumentException(
          "not one or two ranges of different IP families: \"" + clusterIps + "\"");
    }
    if (lastNodePort < firstNodePort || lastNodePort > LAST_PORT) {
      throw new IllegalArgumentException(
          "not a range of ports: \"" + firstNodePort + "-" + lastNodePort + "\"");
    }
  }

  private static boolean sameFamily(List<CidrText> two) {
    return two.get(0).network().v4() == two.get(1).network().v4();
  }

  /** Returns ranges of addresses, with the usual range of ports. */
  public static ServiceRanges of(String... cidrs) {
    return new ServiceRanges(
        List.of(cidrs).stream().map(ServiceRanges::cidr).toList(), 30_000, 32_767);
  }

  private static CidrText cidr(String text) {
    return CidrText.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a CIDR: \"" + text + "\""));
  }

  /** Returns these addresses with another range of ports. */
  public ServiceRanges withNodePorts(int first, int last) {
    return new ServiceRanges(clusterIps, first, last);
  }
}
