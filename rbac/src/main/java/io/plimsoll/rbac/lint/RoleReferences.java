package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds references to roles that lead nowhere, or to {@code cluster-admin}. */
final class RoleReferences {

  private static final FieldPath KIND = WrittenBinding.ROLE_REF.field("kind");
  private static final FieldPath NAME = WrittenBinding.ROLE_REF.field("name");
  private static final FieldPath GROUP = WrittenBinding.ROLE_REF.field("apiGroup");
  private static final String RBAC_GROUP = Role.KIND.group();

  private final Rbac rbac;
  private final Effort effort;
  private final Map<Place, Optional<RoleRef>> nearest = new HashMap<>();

  RoleReferences(Facts facts, Effort effort) {
    this.rbac = facts.rbac();
    this.effort = effort;
  }

  /** Where a reference stands, and what it says. */
  private record Place(String scope, RoleRef reference) {}

  void check(WrittenBinding written, List<Finding> found) {
    RoleRef reference = written.binding().roleRef();
    if (!reference.withDefaults().apiGroup().equals(RBAC_GROUP)) {
      found.add(WrongGroups.finding(written, GROUP, reference.apiGroup(), RBAC_GROUP));
    }
    boolean aRole = reference.kind().equals(Role.KIND.kind());
    boolean aClusterRole = reference.kind().equals(ClusterRole.KIND.kind());
    if (!written.isNamespaced() && aRole) {
      found.add(roleInCluster(written));
    } else if ((aRole || aClusterRole)
        && !reference.name().isEmpty()
        && rbac.roleOf(written.binding()).isEmpty()) {
      found.add(missing(written));
    } else if (aClusterRole && reference.name().equals("cluster-admin")) {
      found.add(LintRule.CLUSTER_ADMIN.at(written.object(), NAME, clusterAdmin(written)));
    }
  }

  private static String clusterAdmin(WrittenBinding written) {
    String namespace = written.binding().scope();
    return "cluster-admin allows everything"
        + (namespace.isEmpty()
            ? ""
            : " in namespace " + GoText.quote(namespace)
                + ", its roles and quotas included; \"admin\" allows less");
  }

  private Finding roleInCluster(WrittenBinding written) {
    RoleRef reference = written.binding().roleRef();
    boolean exists = rbac.roleOf(inCluster(written.binding(), reference.name())).isPresent();
    Finding finding = LintRule.CLUSTER_ROLE_BINDING_OF_ROLE.at(
        written.object(),
        KIND,
        "a ClusterRoleBinding grants ClusterRoles only, and the API server refuses it"
            + (exists ? "; there is a ClusterRole of this name" : ""));
    Optional<Patch> fix = exists ? written.set(KIND, ClusterRole.KIND.kind()) : Optional.empty();
    return fix.map(finding::withFix).orElse(finding);
  }

  private static Binding inCluster(Binding binding, String role) {
    return ClusterRoleBinding.of(binding.metadata().nameOrEmpty(), RoleRef.clusterRole(role));
  }

  private Finding missing(WrittenBinding written) {
    RoleRef reference = written.binding().roleRef();
    String sentence = "there is no " + reference.kind() + " " + GoText.quote(reference.name())
        + (reference.kind().equals(Role.KIND.kind())
            ? " in namespace " + GoText.quote(written.binding().scope())
            : "");
    Optional<RoleRef> like = nearest.computeIfAbsent(
        new Place(written.binding().scope(), reference), place -> nearest(written.binding()));
    if (like.isEmpty()) {
      return LintRule.MISSING_ROLE.at(
          written.object(), NAME, sentence + " here, so the binding grants nothing");
    }
    RoleRef meant = like.get();
    boolean sameName = meant.name().equals(reference.name());
    Finding finding = LintRule.MISSING_ROLE
        .at(
            written.object(),
            sameName ? KIND : NAME,
            Severity.ERROR,
            sentence + "; did you mean " + meant.kind() + " " + GoText.quote(meant.name()))
        .withAllowed(List.of(sameName ? meant.kind() : meant.name()));
    return fix(written, meant).map(finding::withFix).orElse(finding);
  }

  private Optional<RoleRef> nearest(Binding binding) {
    long candidates = (long) rbac.clusterRoles().size() + rbac.roles().size();
    return effort.allows(candidates) ? rbac.nearestRole(binding) : Optional.empty();
  }

  private static Optional<Patch> fix(WrittenBinding written, RoleRef meant) {
    RoleRef reference = written.binding().roleRef();
    return meant.kind().equals(reference.kind())
        ? written.set(NAME, meant.name())
        : meant.name().equals(reference.name())
            ? written.set(KIND, meant.kind())
            : Optional.empty();
  }
}
