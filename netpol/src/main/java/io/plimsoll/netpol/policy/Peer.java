package io.plimsoll.netpol.policy;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.connection.AddressRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule's peer stands for, whatever kind of policy it was written in. */
public sealed interface Peer {

  /** Everything: all pods and all addresses. */
  record Everything() implements Peer {}

  /**
   * Pods.
   *
   * @param namespaces the namespaces, or {@code null} for the one that {@code namespace} names
   * @param namespace the policy's namespace; empty for a policy of the whole cluster
   * @param pods the pods of them
   */
  record Pods(@Nullable LabelSelector namespaces, String namespace, LabelSelector pods)
      implements Peer {}

  /**
   * Addresses.
   *
   * @param ranges the addresses
   * @param block whether this is the {@code ipBlock} of a NetworkPolicy, and not one of the {@code networks} of administrators
   */
  record Addresses(List<AddressRange> ranges, boolean block) implements Peer {}

  /** The addresses of nodes. */
  record Nodes(LabelSelector labels) implements Peer {}

  /** Nothing: what the API server would refuse. It keeps the place of its item in the list. */
  record Nobody() implements Peer {}

  /** Addresses that were looked up by one of these names. */
  record Domains(List<String> names) implements Peer {

    /** Returns whether a name is one of them; {@code *.} stands for one label or more. */
    public boolean matches(String domain) {
      return names.stream().anyMatch(name -> matches(name, domain));
    }

    /** Returns whether every domain of a name is one of a pattern; {@code *.} stands for one label or more. */
    public static boolean matches(String pattern, String name) {
      return pattern.equals(name)
          || (pattern.startsWith("*.")
              && name.endsWith(pattern.substring(1))
              && name.length() >= pattern.length());
    }
  }
}
