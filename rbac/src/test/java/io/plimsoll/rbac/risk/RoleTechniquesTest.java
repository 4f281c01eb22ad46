package io.plimsoll.rbac.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.rbac.AggregationRule;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Growth by roles and bindings. */
class RoleTechniquesTest {

  private static final String RBAC = ".rbac.authorization.k8s.io";

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # where    | what is allowed                                                | how the clerk becomes cluster-admin
      everywhere | create clusterrolebindings; bind clusterroles                  | bind-role
      everywhere | create clusterrolebindings; bind clusterroles everything       | bind-role
      everywhere | create clusterrolebindings; bind clusterroles reader           | none
      everywhere | create clusterrolebindings; bind roles                         | none
      everywhere | create clusterrolebindings; escalate clusterroles              | none
      everywhere | create clusterrolebindings x; bind clusterroles                | none
      everywhere | create,patch clusterrolebindings x; bind clusterroles          | bind-role
      everywhere | create,patch clusterrolebindings to-reader; bind clusterroles everything | none
      everywhere | update clusterrolebindings; bind clusterroles                  | bind-role
      everywhere | patch clusterrolebindings to-everything; bind clusterroles everything | bind-role
      everywhere | patch clusterrolebindings to-reader; bind clusterroles         | none
      everywhere | delete clusterrolebindings; bind clusterroles                  | none
      everywhere | update clusterroles clerk; escalate clusterroles clerk       | escalate-role
      everywhere | patch,escalate clusterroles                                    | escalate-role
      everywhere | update clusterroles clerk; escalate clusterroles reader       | none
      everywhere | update clusterroles; bind clusterroles                         | none
      shop       | update,escalate clusterroles                                   | none
      everywhere | create,escalate,bind clusterroles; create clusterrolebindings  | bind-role
      everywhere | create,escalate clusterroles; bind clusterroles mine; create clusterrolebindings | create-role
      everywhere | create,escalate clusterroles; bind clusterroles reader; create clusterrolebindings | none
      everywhere | create clusterroles; bind clusterroles mine; create clusterrolebindings | none
      """)
  void theWholeCluster(String scope, String rules, String techniques) {
    Estate estate = new Estate().bind("reader", Subject.user("bob")).clerk(scope, grouped(rules));

    assertThat(estate.techniques("cluster-admin")).isEqualTo(techniques == null ? "" : techniques);
  }

  /** Adds the API group to each resource. */
  private static String grouped(String rules) {
    return rules.replaceAll("((cluster)?role(binding)?s)", "$1" + RBAC);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # where    | what is allowed                                          | how the clerk rules the namespace
      shop       | create rolebindings; bind clusterroles                   | bind-role rule-namespace
      shop       | create rolebindings; bind clusterroles everything        | bind-role rule-namespace
      shop       | create rolebindings; bind roles                          | bind-role rule-namespace
      shop       | create rolebindings; bind roles ruler                    | bind-role rule-namespace
      shop       | create rolebindings; bind roles other                    | none
      shop       | create rolebindings                                      | none
      shop       | create,update,patch rolebindings; create,update,patch roles | none
      test       | create rolebindings; bind clusterroles                   | none
      everywhere | create rolebindings; bind clusterroles                   | bind-role rule-namespace
      shop       | update rolebindings to-ruler; bind roles ruler           | bind-role rule-namespace
      shop       | update rolebindings to-ruler; bind clusterroles ruler    | none
      shop       | create,escalate roles; create rolebindings; bind roles new | create-role rule-namespace
      shop       | create,escalate roles; create rolebindings               | none
      """)
  void aNamespace(String scope, String rules, String techniques) {
    Estate estate = ruled().clerk(scope, grouped(rules));

    assertThat(estate.techniques("namespace-admin:shop"))
        .isEqualTo(techniques == null ? "" : techniques);
  }

  private static Estate ruled() {
    return new Estate()
        .role("shop", "ruler", grouped("create pods; get secrets; create rolebindings"))
        .bindIn("shop", RoleRef.role("ruler"), Subject.user("bob"));
  }

  @Test
  void aRoleThatOneIsBoundToIsRaised() {
    String rules = grouped("update,escalate roles mine");
    Estate bound =
        new Estate().role("shop", "mine", rules).bindIn("shop", RoleRef.role("mine"), Estate.CLERK);
    Estate unbound = new Estate().role("shop", "mine", "").clerk("shop", rules);

    assertThat(bound.techniques("namespace-admin:shop")).isEqualTo("escalate-role rule-namespace");
    assertThat(unbound.techniques("namespace-admin:shop")).isEmpty();
  }

  @Test
  void aMissingRoleThatOneIsBoundToIsCreated() {
    Estate estate = new Estate().bindIn("shop", RoleRef.role("gone"), Estate.CLERK);

    assertThat(estate.techniques("namespace-admin:shop")).isEmpty();
    assertThat(estate
            .clerk("shop", grouped("create,escalate roles"))
            .techniques("namespace-admin:shop"))
        .isEqualTo("escalate-role rule-namespace");
  }

  @Test
  void anAggregatedRoleCollectsFromAnyRoleThatOneWrites() {
    AggregationRule rule = new AggregationRule(List.of(LabelSelector.EVERYTHING));
    String writes = grouped("update,escalate clusterroles reader");
    Estate estate = new Estate()
        .aggregated("sum", rule, "get pods")
        .bind("sum", Estate.CLERK)
        .clerk("everywhere", writes);
    Estate other = new Estate().bind("reader", Subject.user("bob")).clerk("everywhere", writes);

    assertThat(estate.techniques("cluster-admin")).isEqualTo("aggregate-role");
    assertThat(other.techniques("cluster-admin")).isEmpty();
  }

  @Test
  void aRoleThatIsGrantedAllowsJustItsRules() {
    Estate estate = new Estate()
        .clusterRole("tokens", "create serviceaccounts/token boss")
        .clerk("shop", grouped("create rolebindings; bind clusterroles tokens"));

    assertThat(estate.techniques("cluster-admin")).isEqualTo("bind-role request-token everything");
    assertThat(estate.techniques("namespace-admin:shop")).isEmpty();
  }
}
