package io.plimsoll.netpol.lint;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is legal in the policies of a cluster and most likely not meant, by {@link LintRule}.
 *
 * <p>Each finding has the name of its rule, the exact field, and the change that mends it where that is plain. What the network
 * plug-in of the options does not act on is found, and then counts for none of the other rules.
 *
 * <p>What the API server would refuse, such as an {@code except} outside of its {@code cidr}, is said by {@link
 * Connectivity#problems}; of that only the number in quotes is said here again, with its fix.
 */
public final class NetworkPolicyLint {

  private final List<Finding> findings;

  private NetworkPolicyLint(List<Finding> findings) {
    this.findings = findings;
  }

  /** Returns what is found in the policies of a cluster, as the APIs' documentation reads. */
  public static NetworkPolicyLint of(Cluster cluster) {
    return of(Connectivity.of(cluster));
  }

  /** Returns what is found in the policies of a cluster. */
  public static NetworkPolicyLint of(Cluster cluster, ConnectivityOptions options) {
    return of(Connectivity.of(cluster, options));
  }

  /** Returns what is found in the policies of a cluster whose connections have been worked out. */
  public static NetworkPolicyLint of(Connectivity network) {
    LintedCluster cluster = new LintedCluster(network);
    List<Finding> found = new ArrayList<>(notEnforced(network));
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
        .forEach(LintCheck::check);
    return new NetworkPolicyLint(found.stream().sorted().toList());
  }

  /**
   * Returns the policies and parts of policies on which the {@linkplain ConnectivityOptions#plugin network plug-in} does not
   * act, each with its place, by object and field. What that opens is the {@linkplain io.plimsoll.netpol.compare.ConnectivityDiff
   * difference} to the same cluster with another.
   */
  public static List<Finding> notEnforced(Connectivity network) {
    return new NotEnforced(network.options().plugin())
        .find(network.workings().engine().inventory().written());
  }

  /** Returns the findings, by object, field and rule. */
  public List<Finding> findings() {
    return findings;
  }
}
