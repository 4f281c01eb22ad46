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
      for (String name : names) {
        boolean match = name.startsWith("*.")
            ? domain.length() > name.length() - 1 && domain.endsWith(name.substring(1))
            : domain.equals(name);
        if (match) {
          return true;
        }
      }
      return false;
    }
  }
}
