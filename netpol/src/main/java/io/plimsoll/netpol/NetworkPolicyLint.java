package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is legal in the policies of a cluster and most likely not meant.
 *
 * <p>Each finding has the name of its rule, the exact field, and the change that mends it where that is plain:
 *
 * <ul>
 *   <li>{@code netpol/policy-selects-nothing}, {@code netpol/peer-selects-nothing}: a selector selects nothing, though there is
 *       something to select from; the fix is the label that was most likely meant
 *   <li>{@code netpol/unprotected-namespace}, {@code netpol/unprotected-workload}: no policy isolates for a direction
 *   <li>{@code netpol/redundant-rule}, {@code netpol/redundant-policy}, {@code netpol/shadowed-rule}: nothing would change without it
 *   <li>{@code netpol/dns-egress-forgotten}, {@code netpol/dns-tcp-forgotten}: egress without the cluster's DNS
 *   <li>{@code netpol/unknown-port-name}, {@code netpol/quoted-port}: the name of a port that no pod has, a number in quotes
 *   <li>{@code netpol/split-peer}: a namespaceSelector and a podSelector as two items, where one was meant
 *   <li>{@code netpol/ignored-rules}, {@code netpol/implied-ingress}: what policyTypes make of the rules
 *   <li>{@code netpol/empty-list}: an empty list that allows everything
 *   <li>{@code netpol/equal-priority}: policies whose order is undefined and matters
 *   <li>{@code netpol/ip-block-over-pods}: an ipBlock with addresses of pods
 *   <li>{@code netpol/not-enforced}: what the network plug-in of the options does not act on, which then counts for none of the
 *       other rules
 * </ul>
 *
 * <p>What the API server would refuse, such as an {@code except} outside of its {@code cidr}, is said by {@link
 * Connectivity#problems}; of that only the number in quotes is said here again, with its fix.
 */
public final class NetworkPolicyLint {

  private NetworkPolicyLint() {}

  /** Returns the findings of a cluster, as the APIs' documentation reads; by object, field and rule. */
  public static List<Finding> of(Cluster cluster) {
    return of(Connectivity.of(cluster));
  }

  /** Returns the findings of a cluster; by object, field and rule. */
  public static List<Finding> of(Cluster cluster, ConnectivityOptions options) {
    return of(Connectivity.of(cluster, options));
  }

  /** Returns the findings of a cluster whose connections have been worked out; by object, field and rule. */
  public static List<Finding> of(Connectivity network) {
    LintedCluster cluster = new LintedCluster(network);
    List<Finding> found = new ArrayList<>(network.notEnforced());
    Stream.of(
            new UnmatchedSelectors(cluster, found::add),
            new UnprotectedWorkloads(cluster, found::add),
            new RedundantPolicies(cluster, found::add),
            new ShadowedRules(cluster, found::add),
            new ForgottenDns(cluster, found::add),
            new PortNames(cluster, found::add),
            new SplitPeers(cluster, found::add),
            new IgnoredRules(cluster, found::add),
            new EmptyLists(cluster, found::add),
            new EqualPriorities(cluster, found::add),
            new BlocksOverPods(cluster, found::add))
        .forEach(LintRule::check);
    return found.stream().sorted().toList();
  }
}
