package io.plimsoll.rbac.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.rbac.AggregationRule;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.RuleSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RbacTreesTest {

  @Test
  void treesOfTheBootstrapPolicyReadBackTheSame() {
    for (KubeObject object : BootstrapPolicy.objects()) {
      if (object.is(ClusterRole.KIND)) {
        same(object.as(ClusterRole.KIND));
      } else if (object.is(Role.KIND)) {
        same(object.as(Role.KIND));
      } else if (object.is(RoleBinding.KIND)) {
        same(object.as(RoleBinding.KIND));
      } else {
        same(object.as(ClusterRoleBinding.KIND));
      }
    }
  }

  @Test
  void selectorsAreWritten() {
    LabelSelector selector = new LabelSelector(
        Map.of("a", "b"), List.of(new LabelSelectorRequirement("c", "In", List.of("d"))));

    same(new ClusterRole(
        ObjectMeta.builder().name("r").build(),
        List.of(),
        new AggregationRule(List.of(selector, LabelSelector.EVERYTHING))));
  }

  @Test
  void nullsAndEmptyTextsAreLeftOut() {
    same(ClusterRoleBinding.of("", new RoleRef("", "", "")));
    same(Role.of("", "", PolicyRule.of(List.of(), List.of(), List.of())));
    assertThat(
            RbacTrees.of(ClusterRoleBinding.of("b", RoleRef.clusterRole("r"))).keys())
        .containsExactly("apiVersion", "kind", "metadata", "roleRef");
  }

  private static void same(RuleSet role) {
    KubeObject read = KubeObject.of(RbacTrees.of(role));

    RuleSet back = role instanceof Role ? read.as(Role.KIND) : read.as(ClusterRole.KIND);
    assertThat(back.rules()).isEqualTo(role.rules());
    assertThat(back.metadata().labels()).isEqualTo(role.metadata().labels());
    assertThat(back.ref()).isEqualTo(role.ref());
    if (role instanceof ClusterRole clusterRole) {
      assertThat(((ClusterRole) back).aggregationRule()).isEqualTo(clusterRole.aggregationRule());
    }
  }

  private static void same(Binding binding) {
    KubeObject read = KubeObject.of(RbacTrees.of(binding));

    Binding back = binding instanceof RoleBinding
        ? read.as(RoleBinding.KIND)
        : read.as(ClusterRoleBinding.KIND);
    assertThat(back.subjects()).isEqualTo(binding.subjects());
    assertThat(back.roleRef()).isEqualTo(binding.roleRef());
    assertThat(back.ref()).isEqualTo(binding.ref());
  }
}
