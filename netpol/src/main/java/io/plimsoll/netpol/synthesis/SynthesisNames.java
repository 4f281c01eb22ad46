package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Names;
import io.plimsoll.netpol.api.NetworkPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of the policies of one namespace: those of their workloads, with a number behind where several would have one name. */
final class SynthesisNames {

  private static final String ALL = "all";

  private final Set<String> used = new HashSet<>();

  SynthesisNames(List<NetworkPolicy> known) {
    known.forEach(policy -> used.add(policy.metadata().nameOrEmpty()));
  }

  /** Returns what to call several workloads that a selector selects. */
  static String of(LabelSelector selector) {
    if (!selector.matchLabels().isEmpty()) {
      return String.join("-", selector.matchLabels().values());
    }
    List<String> values = selector.matchExpressions().stream()
        .flatMap(requirement -> requirement.values().stream())
        .toList();
    if (values.isEmpty()) {
      return ALL;
    }
    int others = values.size() - 1;
    return values.get(0) + "-and-" + (others == 1 ? values.get(1) : others + "-others");
  }

  /** Returns a name that no other policy has. */
  String unique(String wish) {
    String plain = wish.toLowerCase(Locale.ROOT).replace('_', '-');
    String name = Names.dnsSubdomainErrors(plain).isEmpty() ? plain : "pods";
    String free = name;
    for (int i = 2; !used.add(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
