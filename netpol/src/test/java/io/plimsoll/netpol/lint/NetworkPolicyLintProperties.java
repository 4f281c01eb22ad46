package io.plimsoll.netpol.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.netpol.ConnectivityOptions.SelfPairs;
import io.plimsoll.netpol.NaiveEvaluator;
import io.plimsoll.netpol.NaiveEvaluator.End;
import io.plimsoll.netpol.PluginProfile;
import io.plimsoll.netpol.RandomClusters;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.compare.ConnectionChange;
import io.plimsoll.netpol.compare.ConnectivityDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class NetworkPolicyLintProperties {

  private static final ConnectivityOptions OPTIONS =
      ConnectivityOptions.builder().selfPairs(SelfPairs.LIST).build();

  private static final Set<String> REMOVABLE = Set.of(
      LintRule.REDUNDANT_RULE.id(), LintRule.REDUNDANT_POLICY.id(), LintRule.SHADOWED_RULE.id());

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void findingsAreTheSameEachTimeAndStandInTheirObjects(@ForAll long seed) {
    List<Finding> findings =
        NetworkPolicyLint.of(RandomClusters.make(new Random(seed)), OPTIONS).findings();

    assertThat(findings)
        .isEqualTo(
            NetworkPolicyLint.of(RandomClusters.make(new Random(seed)), OPTIONS).findings())
        .doesNotHaveDuplicates()
        .allSatisfy(finding -> assertThat(finding.rule()).startsWith("netpol/"));
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void anyPlugInWillDo(@ForAll long seed) {
    Random random = new Random(seed);
    Cluster cluster = RandomClusters.make(random);
    Set<PluginProfile.Gap> gaps = EnumSet.noneOf(PluginProfile.Gap.class);
    for (PluginProfile.Gap gap : PluginProfile.Gap.values()) {
      if (random.nextInt(3) == 0) {
        gaps.add(gap);
      }
    }
    ConnectivityOptions options = OPTIONS.withPlugin(new PluginProfile("test", gaps));

    List<Finding> findings = NetworkPolicyLint.of(cluster, options).findings();

    assertThat(findings)
        .containsAll(NetworkPolicyLint.notEnforced(Connectivity.of(cluster, options)));
  }

  @Property(tries = 250, shrinking = ShrinkingMode.OFF)
  void whatIsRedundantCanBeTakenAwayAlone(@ForAll long seed) {
    Cluster cluster = RandomClusters.make(new Random(seed));

    for (Finding finding : redundant(cluster)) {
      assertThat(changes(cluster, without(cluster, finding))).as("%s", finding).isEmpty();
    }
  }

  @Property(tries = 250, shrinking = ShrinkingMode.OFF)
  void whatIsRedundantCanBeTakenAwayTogether(@ForAll long seed) {
    Cluster cluster = RandomClusters.make(new Random(seed));
    List<Finding> redundant = new ArrayList<>(redundant(cluster));
    // Rules behind others first, so that the others keep their places.
    Collections.reverse(redundant);

    Cluster without = cluster;
    for (Finding finding : redundant) {
      without = without(without, finding);
    }

    assertThat(changes(cluster, without)).as("%s", redundant).isEmpty();
  }

  private static List<Finding> redundant(Cluster cluster) {
    return NetworkPolicyLint.of(cluster, OPTIONS).findings().stream()
        .filter(finding -> REMOVABLE.contains(finding.rule()))
        .toList();
  }

  private static Cluster without(Cluster cluster, Finding redundant) {
    return redundant.fix().isPresent()
        ? mended(cluster, redundant)
        : cluster.without(redundant.object());
  }

  private static List<ConnectionChange> changes(Cluster before, Cluster after) {
    return ConnectivityDiff.between(
            Connectivity.of(before, OPTIONS), Connectivity.of(after, OPTIONS))
        .changes()
        .toList();
  }

  @Property(tries = 250, shrinking = ShrinkingMode.OFF)
  void aFixMendsWhatWasFound(@ForAll long seed) {
    Cluster cluster = RandomClusters.make(new Random(seed));
    List<Finding> findings = NetworkPolicyLint.of(cluster, OPTIONS).findings();

    for (Finding finding : findings) {
      if (finding.fix().isPresent()) {
        List<Finding> after =
            NetworkPolicyLint.of(mended(cluster, finding), OPTIONS).findings();

        assertThat(alike(after, finding)).as("%s", finding).isLessThan(alike(findings, finding));
      }
    }
  }

  private static long alike(List<Finding> findings, Finding finding) {
    return findings.stream()
        .filter(other -> other.rule().equals(finding.rule()))
        .filter(other -> other.object().equals(finding.object()))
        .count();
  }

  private static Cluster mended(Cluster cluster, Finding finding) {
    KubeObject object = cluster.find(finding.object()).orElseThrow();
    return cluster.with(
        KubeObject.of((MappingValue) finding.fix().orElseThrow().apply(object.tree())));
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void subjectsThatSelectNothingAreThoseOfWhichTheNaiveEvaluatorFindsNoPod(@ForAll long seed) {
    Cluster cluster = RandomClusters.make(new Random(seed));
    NaiveEvaluator naive = new NaiveEvaluator(cluster, OPTIONS);

    Set<ObjectRef> found = NetworkPolicyLint.of(cluster, OPTIONS).findings().stream()
        .filter(finding -> finding.rule().equals(LintRule.POLICY_SELECTS_NOTHING.id()))
        .map(Finding::object)
        .filter(object -> object.kind().equals("NetworkPolicy"))
        .collect(Collectors.toSet());

    Set<ObjectRef> expected = new HashSet<>();
    for (NetworkPolicy policy : cluster.all(NetworkPolicy.KIND)) {
      List<End> there = naive.pods().values().stream()
          .filter(pod -> pod.namespace().equals(policy.metadata().namespace()))
          .toList();
      boolean none = there.stream()
          .filter(naive::inPodNetwork)
          .noneMatch(pod -> policy.spec().podSelector().matches(pod.labels()));
      if (none && !there.isEmpty()) {
        expected.add(policy.ref());
      }
    }
    assertThat(found).isEqualTo(expected);
  }
}
