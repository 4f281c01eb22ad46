package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.label.LabelConditions;
import io.plimsoll.netpol.network.ClusterDns;
import io.plimsoll.netpol.network.WorkloadObjects;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A selector that selects nothing: the subject of a policy or a peer of a rule, where the manifests have something to select
 * from.
 *
 * <p>Nothing is said of pods in namespaces of which the manifests have no pod, of namespaces that are looked for by their name
 * and that the manifests do not have, and of the cluster's DNS: others install them.
 */
final class UnmatchedSelectors extends LintCheck {

  private final Map<Set<String>, LabelVocabulary> podLabels = new HashMap<>();
  private final LabelVocabulary namespaceLabels;

  UnmatchedSelectors(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
    this.namespaceLabels = new LabelVocabulary(cluster.namespaceLabels());
  }

  @Override
  void check() {
    for (WrittenPolicy policy : cluster.policies()) {
      FieldPath spec = FieldPath.of("spec");
      FieldPath subject = policy.isNetworkPolicy() ? spec : spec.field("subject");
      check(policy, policy.policy().subject(), subject, LintRule.POLICY_SELECTS_NOTHING);
    }
    eachRule(this::checkPeers);
  }

  /** An item of which the API server would refuse a part may count as two: then items cannot be told apart. */
  private void checkPeers(WrittenPolicy policy, Direction direction, Policy.Rule rule) {
    FieldPath path = WrittenPolicy.peers(direction, rule);
    boolean items = policy.at(path) instanceof SequenceValue list
        && list.size() == rule.peers().size();
    for (int i = 0; items && i < rule.peers().size(); i++) {
      if (rule.peers().get(i) instanceof Peer.Pods pods
          && !ClusterDns.isSelected(pods, cluster.engine().inventory())
          && !SplitPeers.isSplit(cluster, policy, rule, direction, i)) {
        check(policy, pods, path.index(i), LintRule.PEER_SELECTS_NOTHING);
      }
    }
  }

  private void check(WrittenPolicy policy, Peer.Pods peer, FieldPath path, LintRule rule) {
    LabelSelector others = peer.namespaces();
    boolean valid = LabelConditions.isValid(peer.pods())
        && (others == null ? !peer.namespace().isEmpty() : LabelConditions.isValid(others));
    if (!valid || !cluster.select(peer).isEmpty()) {
      return;
    }
    Set<String> namespaces = cluster.namespaces(peer);
    if (others != null && namespaces.isEmpty()) {
      checkNamespaces(policy, peer, others, policy.namespaceSelector(path), rule);
      return;
    }
    List<Unit> candidates = candidates(namespaces);
    if (!candidates.isEmpty()) {
      FieldPath at = policy.podSelector(path);
      Optional<LabelVocabulary.Correction> meant = podLabels
          .computeIfAbsent(namespaces, names -> vocabulary(candidates))
          .correct(peer.pods(), at, pods -> true);
      report(policy, at, rule, Severity.WARNING, noPod(peer, namespaces, candidates), meant);
    }
  }

  private void checkNamespaces(
      WrittenPolicy policy, Peer.Pods peer, LabelSelector selector, FieldPath path, LintRule rule) {
    Optional<LabelVocabulary.Correction> meant =
        namespaceLabels.correct(selector, path, other -> hasPods(other, peer.pods()));
    boolean byName = selector.matchLabels().containsKey(Namespace.NAME_LABEL)
        || selector.matchExpressions().stream()
            .anyMatch(one -> one.key().equals(Namespace.NAME_LABEL));
    if (meant.isPresent() || !byName) {
      Severity severity = meant.isPresent() ? Severity.WARNING : Severity.INFO;
      report(policy, path, rule, severity, "selects no namespace of the manifests", meant);
    }
  }

  /** Returns whether some namespaces have such pods, or no pods at all. */
  private boolean hasPods(LabelSelector namespaces, LabelSelector pods) {
    List<Unit> candidates =
        candidates(cluster.namespaces(new Peer.Pods(namespaces, "", LabelSelector.EVERYTHING)));
    return candidates.isEmpty()
        || candidates.stream()
            .anyMatch(
                unit -> !cluster.isNode(unit) && LabelConditions.isSelected(pods, unit.labels()));
  }

  private List<Unit> candidates(Set<String> namespaces) {
    List<Unit> candidates = new ArrayList<>();
    new TreeSet<>(namespaces).forEach(name -> candidates.addAll(cluster.unitsIn(name)));
    return candidates;
  }

  private LabelVocabulary vocabulary(List<Unit> candidates) {
    return new LabelVocabulary(candidates.stream()
        .filter(unit -> !cluster.isNode(unit))
        .map(Unit::labels)
        .toList());
  }

  private String noPod(Peer.Pods peer, Set<String> namespaces, List<Unit> candidates) {
    List<Unit> nodes = candidates.stream()
        .filter(
            unit -> cluster.isNode(unit) && LabelConditions.isSelected(peer.pods(), unit.labels()))
        .toList();
    if (!nodes.isEmpty()) {
      return "selects only pods that are in their node's network, which are no pods to policies: "
          + WorkloadObjects.names(nodes);
    }
    List<String> looked =
        namespaces.stream().filter(name -> !cluster.unitsIn(name).isEmpty()).toList();
    return "selects no pod of "
        + (looked.size() == 1
            ? "namespace \"" + looked.get(0) + "\""
            : "the " + looked.size() + " namespaces it looks at");
  }

  private void report(
      WrittenPolicy policy,
      FieldPath path,
      LintRule rule,
      Severity severity,
      String message,
      Optional<LabelVocabulary.Correction> meant) {
    String question = meant.map(one -> "; did you mean " + one.label()).orElse("");
    Finding finding = rule.at(policy.object(), path, severity, message + question);
    report(meant.map(one -> finding.withFix(one.patch())).orElse(finding));
  }
}
