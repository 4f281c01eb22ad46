package io.plimsoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.lint.RbacLint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How a team tests who may do what in its shop. */
class ShopAccessTest {

  private static final Cluster SHOP = Cluster.load(
      Path.of("manifests"),
      ReadOptions.DEFAULT.withSubdirectories().withFieldValidation(FieldValidation.WARN));

  /** With the roles that every cluster has: the shop binds {@code view}, {@code edit} and {@code admin}. */
  private static final Rbac RBAC = Rbac.of(BootstrapPolicy.addTo(SHOP));

  private static final User WEB = User.serviceAccount("shop", "web");
  private static final User DEVELOPER = User.of("bob", "devs");

  @Test
  void theWebPodsCanReadTheirOwnKeys() {
    assertThat(RBAC.can(WEB, Request.get("secrets").named("web-session-keys").in("shop"))
            .reason())
        .isEqualTo(
            "RBAC: allowed by RoleBinding \"web/shop\" of Role \"web\" to ServiceAccount \"web/shop\"");
  }

  @Test
  void theWebPodsCannotReadOtherSecrets() {
    assertThat(RBAC.can(WEB, Request.get("secrets").named("db").in("shop")).isAllowed())
        .isFalse();
    assertThat(RBAC.can(WEB, Request.list("secrets").in("shop")).isAllowed()).isFalse();
  }

  @Test
  void developersCannotTouchPayments() {
    assertThat(RBAC.rulesFor(DEVELOPER, "payments").resourceRules())
        .filteredOn(rule -> rule.resources().contains("pods"))
        .isEmpty();
  }

  @Test
  void onlyTheseCanReadTheSecretsOfPayments() {
    assertThat(RBAC.whoCan(Request.get("secrets").in("payments")).subjects())
        .filteredOn(subject -> !subject.name().startsWith("system:"))
        .filteredOn(subject -> !subject.namespace().equals("kube-system"))
        .containsExactly(Subject.serviceAccount("shop", "ci"), Subject.group("payments"));
  }

  @Test
  void theBindingOfTheAuditorsNamesARoleThatIsCalledOtherwise() {
    assertThat(RbacLint.of(SHOP).findings())
        .filteredOn(finding -> finding.rule().equals("rbac/missing-role"))
        .singleElement()
        .extracting(Finding::location)
        .hasToString("manifests/payments/rbac.yaml:23:3");
  }
}
