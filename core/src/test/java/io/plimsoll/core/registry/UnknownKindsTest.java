package io.plimsoll.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.core.validation.Strategies;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which kinds that clients may write have no rules here, and that this is said. */
class UnknownKindsTest {

  private static final Strategies STRATEGIES = Strategies.of(CoreStrategies.all());

  /** Reviews, bindings and evictions are answered elsewhere; roles and network policies have modules of their own. */
  private static final Set<String> ELSEWHERE = Set.of(
      "Binding",
      "ClusterRole",
      "ClusterRoleBinding",
      "LocalSubjectAccessReview",
      "NetworkPolicy",
      "Role",
      "RoleBinding",
      "SelfSubjectAccessReview",
      "SelfSubjectReview",
      "SelfSubjectRulesReview",
      "SubjectAccessReview",
      "TokenReview");

  private static List<ApiResource> unknown() {
    return ResourceCatalog.kubernetes().resources().stream()
        .filter(resource -> resource.verbs().contains("create"))
        .filter(resource -> !ELSEWHERE.contains(resource.kind()))
        .filter(resource -> STRATEGIES.find(resource.group(), resource.kind()).isEmpty())
        .toList();
  }

  @Test
  void theseKindsHaveNoRules() {
    Set<String> kinds =
        unknown().stream().map(ApiResource::kind).collect(Collectors.toCollection(TreeSet::new));

    assertThat(kinds)
        .containsExactly(
            "AdminNetworkPolicy",
            "BaselineAdminNetworkPolicy",
            "ClusterNetworkPolicy",
            "CompositePodGroup",
            "DeviceClass",
            "DeviceTaintRule",
            "Eviction",
            "EvictionRequest",
            "LeaseCandidate",
            "PodCertificateRequest",
            "PodGroup",
            "ResourceClaim",
            "ResourceClaimTemplate",
            "ResourcePoolStatusRequest",
            "ResourceSlice",
            "StorageVersion",
            "StorageVersionMigration",
            "Workload");
  }

  @Test
  void thatAKindHasNoRulesIsSaid() {
    assertThat(unknown())
        .allSatisfy(
            resource -> assertThat(STRATEGIES.of(resource).unvalidated())
                .contains(
                    "the rules for " + resource.kind()
                        + " are not known: beyond its fields and metadata, nothing is set by default or validated"));
  }
}
