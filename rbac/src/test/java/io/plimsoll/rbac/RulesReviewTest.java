package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authz.SubjectRules;
import io.plimsoll.core.authz.SubjectRules.NonResourceRule;
import io.plimsoll.core.authz.SubjectRules.ResourceRule;
import io.plimsoll.core.request.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user is told about their own rights. */
class RulesReviewTest {

  private static final User ALICE = User.of("alice");
  private static final PolicyRule MIXED = new PolicyRule(
      List.of("get"), List.of(""), List.of("pods"), List.of("a"), List.of("/healthz"));

  @Test
  void aRuleOfResourcesAndUrlsIsListedTwice() {
    SubjectRules review = new Policy()
        .clusterRole("mixed", MIXED)
        .bind("mixed", "mixed", Subject.user("alice"))
        .rbac()
        .rulesFor(ALICE, "shop");

    assertThat(review.resourceRules())
        .containsExactly(
            new ResourceRule(List.of("get"), List.of(""), List.of("pods"), List.of("a")));
    assertThat(review.nonResourceRules())
        .containsExactly(new NonResourceRule(List.of("get"), List.of("/healthz")));
    assertThat(review.incomplete()).isFalse();
    assertThat(review.evaluationError()).isEmpty();
  }

  @Test
  void urlsOfRoleBindingsAreListedThoughTheyHaveNoEffect() {
    SubjectRules review = new Policy()
        .clusterRole("mixed", MIXED)
        .bindIn("shop", "mixed", RoleRef.clusterRole("mixed"), Subject.user("alice"))
        .rbac()
        .rulesFor(ALICE, "shop");

    assertThat(review.nonResourceRules()).hasSize(1);
  }

  @Test
  void rolesThatDoNotExistAreTheEvaluationError() {
    SubjectRules review = new Policy()
        .bind("one", "gone", Subject.user("alice"))
        .bindIn("shop", "two", RoleRef.role("lost"), Subject.user("alice"))
        .rbac()
        .rulesFor(ALICE, "shop");

    assertThat(review.evaluationError())
        .contains("[clusterrole.rbac.authorization.k8s.io \"gone\" not found,"
            + " role.rbac.authorization.k8s.io \"lost\" not found]");
    assertThat(review.incomplete()).isFalse();
  }
}
