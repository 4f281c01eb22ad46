package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.CidrText;
import io.plimsoll.core.registry.ServiceRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Services get addresses and ports from, as the flags say. Mirrors {@code getServiceIPAndRanges} and {@code
 * validateClusterIPFlags} of {@code cmd/kube-apiserver/app/options}, and {@code ServiceIPRange} of {@code
 * pkg/controlplane/apiserver/options}.
 */
final class ServiceFlags {

  private static final String CLUSTER_IPS = "service-cluster-ip-range";
  private static final String NODE_PORTS = "service-node-port-range";
  private static final int FEWEST_ADDRESSES_BITS = 3;

  private ServiceFlags() {}

  static ServiceRanges ranges(ServerFlags flags) {
    ServiceRanges ranges = ServiceRanges.DEFAULTS;
    for (String value : flags.values(NODE_PORTS)) {
      ranges = PortRange.parse(NODE_PORTS, value)
          .map(ports -> ServiceRanges.DEFAULTS.withNodePorts(ports.first(), ports.last()))
          .orElse(ServiceRanges.DEFAULTS);
    }
    List<String> errors = errors(flags);
    if (!errors.isEmpty()) {
      throw new ServerStartException(GoText.aggregate(errors));
    }
    Optional<String> text = flags.last(CLUSTER_IPS);
    return text.isEmpty()
        ? ranges
        : new ServiceRanges(cidrs(text.get()), ranges.firstNodePort(), ranges.lastNodePort());
  }

  /** Returns what is wrong with networks that can be read. */
  static List<String> errors(ServerFlags flags) {
    return flags.last(CLUSTER_IPS).map(text -> errors(text, cidrs(text))).orElse(List.of());
  }

  private static List<String> errors(String text, List<CidrText> cidrs) {
    List<String> errors = new ArrayList<>();
    if (text.split(",", -1).length > 2) {
      errors.add("--" + CLUSTER_IPS + " must not contain more than two entries");
    }
    if (cidrs.size() == 2 && isSix(cidrs.get(0)) == isSix(cidrs.get(1))) {
      errors.add(
          "--" + CLUSTER_IPS + "[0] and --" + CLUSTER_IPS + "[1] must be of different IP family");
    }
    return errors;
  }

  /** Returns the first two networks, which alone are read. */
  private static List<CidrText> cidrs(String text) {
    String[] texts = text.split(",", -1);
    List<CidrText> cidrs = new ArrayList<>();
    cidrs.add(cidr(texts[0], CLUSTER_IPS + "[0] is not a valid cidr"));
    if (bits(cidrs.get(0)) < FEWEST_ADDRESSES_BITS) {
      throw new ServerStartException("error determining service IP ranges for primary service cidr:"
          + " the service cluster IP range must be at least 8 IP addresses");
    }
    if (texts.length > 1) {
      cidrs.add(cidr(texts[1], CLUSTER_IPS + "[1] is not an ip net"));
    }
    return cidrs;
  }

  private static CidrText cidr(String text, String why) {
    return CidrText.parse(text).orElseThrow(() -> new ServerStartException(why));
  }

  private static boolean isSix(CidrText cidr) {
    return !cidr.network().v4();
  }

  private static int bits(CidrText cidr) {
    return (cidr.address().colon() ? 128 : 32) - cidr.prefix();
  }
}
