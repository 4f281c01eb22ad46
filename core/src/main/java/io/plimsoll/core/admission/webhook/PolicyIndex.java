package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The policies of a cluster that are in force, by the order of their names. */
final class PolicyIndex {

  private static final String API_VERSION = "admissionregistration.k8s.io/v1";

  static final PolicyIndex VALIDATING = new PolicyIndex("ValidatingAdmissionPolicy");
  static final PolicyIndex MUTATING = new PolicyIndex("MutatingAdmissionPolicy");

  private final ClusterIndex<List<BoundPolicy>> index;

  private PolicyIndex(String kind) {
    Kind<PolicyObject> policies = kind(kind);
    Kind<PolicyObject> bindings = kind(kind.concat("Binding"));
    this.index = ClusterIndex.of(
        cluster -> bound(cluster.all(policies), cluster.all(bindings)), policies, bindings);
  }

  private static Kind<PolicyObject> kind(String name) {
    return new Kind<>(API_VERSION, name, fields -> PolicyObject.from(API_VERSION, name, fields));
  }

  List<BoundPolicy> of(Cluster cluster) {
    return cluster.index(index);
  }

  private static List<BoundPolicy> bound(List<PolicyObject> policies, List<PolicyObject> bindings) {
    List<BoundPolicy> bound = new ArrayList<>();
    for (PolicyObject policy : policies) {
      for (PolicyObject binding : bindings) {
        String name = policy.metadata().nameOrEmpty();
        if (binding.spec().text("policyName").equals(name)) {
          bound.add(new BoundPolicy(
              name,
              binding.metadata().nameOrEmpty(),
              List.of(
                  MatchResources.from(Trees.object(policy.spec(), "matchConstraints")),
                  MatchResources.from(Trees.object(binding.spec(), "matchResources")))));
        }
      }
    }
    bound.sort(Comparator.comparing(BoundPolicy::policy, GoText::compare)
        .thenComparing(BoundPolicy::binding, GoText::compare));
    return List.copyOf(bound);
  }
}
