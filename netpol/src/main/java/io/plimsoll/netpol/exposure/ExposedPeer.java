package io.plimsoll.netpol.exposure;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.label.LabelConditions;
import java.util.Optional;
import java.util.TreeSet;

/** Somebody outside of the given manifests whom a workload may be open to. */
public sealed interface ExposedPeer {

  /** Every pod there is or may be, but for those that other lines speak of. It prints as {@code entire-cluster}. */
  record EntireCluster() implements ExposedPeer {
    @Override
    public String toString() {
      return "entire-cluster";
    }
  }

  /**
   * Pods that some rule describes and that need not exist. It prints as {@code shop/[pod with {app=web}]}, {@code [namespace
   * with {team=red}]/[all pods]}, {@code [all namespaces]/[pod with {app=web}]}.
   *
   * @param namespace the name of their namespace, if the rule means one
   * @param namespaces the labels of their namespace, otherwise
   * @param pods their labels
   */
  record Pods(Optional<String> namespace, LabelSelector namespaces, LabelSelector pods)
      implements ExposedPeer {
    @Override
    public String toString() {
      return namespace.orElseGet(() -> text("namespace", namespaces)) + "/" + text("pod", pods);
    }

    private static String text(String what, LabelSelector selector) {
      TreeSet<String> terms = new TreeSet<>();
      selector.matchLabels().forEach((key, value) -> terms.add(key + "=" + value));
      for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
        terms.add(LabelConditions.text(requirement));
      }
      return terms.isEmpty()
          ? "[all " + what + "s]"
          : "[" + what + " with {" + String.join(",", terms) + "}]";
    }
  }

  /** Addresses. It prints as {@code first-last[External]}. */
  record Addresses(AddressRange range) implements ExposedPeer {
    @Override
    public String toString() {
      return new Endpoint.External(range).toString();
    }
  }
}
