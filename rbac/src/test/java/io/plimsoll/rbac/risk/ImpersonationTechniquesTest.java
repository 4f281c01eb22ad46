package io.plimsoll.rbac.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rbac.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests in another's name. */
class ImpersonationTechniquesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # where    | what is allowed                                      | how the clerk becomes cluster-admin
      everywhere | impersonate users                                    | impersonate-user everything
      everywhere | impersonate users root                               | impersonate-user everything
      everywhere | impersonate users bob                                | none
      everywhere | impersonate users.authentication.k8s.io              | none
      shop       | impersonate users                                    | none
      everywhere | impersonate users system:serviceaccount:shop:boss    | none
      shop       | impersonate serviceaccounts                          | impersonate-service-account everything
      shop       | impersonate serviceaccounts boss                     | impersonate-service-account everything
      everywhere | impersonate serviceaccounts boss                     | impersonate-service-account everything
      shop       | impersonate serviceaccounts clerk                    | none
      test       | impersonate serviceaccounts                          | none
      everywhere | impersonate groups                                   | none
      everywhere | impersonate groups; impersonate users bob            | impersonate-group masters
      everywhere | impersonate groups admins; impersonate users bob     | impersonate-group everything
      everywhere | impersonate groups devs; impersonate users bob       | none
      everywhere | impersonate groups system:masters; impersonate serviceaccounts clerk | impersonate-group masters
      everywhere | impersonate userextras/scopes.authentication.k8s.io  | none
      everywhere | impersonate uids.authentication.k8s.io               | none
      """)
  void withoutConstraint(String scope, String rules, String techniques) {
    Estate estate = new Estate().clerk(scope, rules);

    assertThat(estate.techniques("cluster-admin")).isEqualTo(techniques == null ? "" : techniques);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      impersonate groups system:nodes; impersonate users system:node:n1 | node-takeover:n1 | impersonate-node
      impersonate groups system:nodes; impersonate users               | node-takeover    | impersonate-node
      impersonate groups system:nodes; impersonate users bob           | node-takeover    | none
      impersonate users system:node:n1                                 | node-takeover:n1 | none
      """)
  void aKubelet(String rules, String goal, String techniques) {
    Estate estate = new Estate().clerk("everywhere", rules);

    assertThat(estate.techniques(goal)).isEqualTo(techniques == null ? "" : techniques);
  }

  @Test
  void whoActsInAnothersNameCannotGoOnToAThird() {
    Estate estate = new Estate()
        .clerk("shop", "impersonate serviceaccounts helper")
        .clusterRole("help", "impersonate users root")
        .bind("help", Subject.serviceAccount("shop", "helper"));

    assertThat(estate.techniques("cluster-admin")).isEmpty();
    assertThat(
            estate.clerk("shop", "create serviceaccounts/token helper").techniques("cluster-admin"))
        .isEqualTo("request-token impersonate-user everything");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # for whom                                                     | for what                                         | how
      impersonate:user-info users.authentication.k8s.io root         | impersonate-on:user-info:list secrets            | constrained-user read-secrets
      impersonate:user-info users.authentication.k8s.io              | impersonate-on:user-info:get secrets             | constrained-user read-secrets
      impersonate:user-info users.authentication.k8s.io root         | impersonate-on:user-info:get configmaps          | none
      impersonate:user-info users.authentication.k8s.io bob          | impersonate-on:user-info:get secrets             | none
      impersonate:user-info users root                               | impersonate-on:user-info:get secrets             | none
      impersonate:user-info users.authentication.k8s.io root         | impersonate-on:serviceaccount:get secrets        | none
      impersonate:serviceaccount serviceaccounts.authentication.k8s.io boss | impersonate-on:serviceaccount:get secrets | constrained-service-account read-secrets
      impersonate:user-info serviceaccounts.authentication.k8s.io boss | impersonate-on:user-info:get secrets           | none
      """)
  void withConstraint(String whom, String what, String techniques) {
    Estate estate = new Estate().clerk("everywhere", whom + ";" + what);

    assertThat(estate.techniques("all-secrets")).isEqualTo(techniques == null ? "" : techniques);
  }

  @Test
  void aGroupOfConstrainedImpersonationTakesAUserAndIsNotThatOfMasters() {
    String on = "; impersonate-on:user-info:get secrets";
    String user = "impersonate:user-info users.authentication.k8s.io bob; ";
    String admins = "impersonate:user-info groups.authentication.k8s.io admins";
    String masters = "impersonate:user-info groups.authentication.k8s.io system:masters";

    assertThat(new Estate().clerk("everywhere", user + admins + on).techniques("all-secrets"))
        .isEqualTo("constrained-user read-secrets");
    assertThat(new Estate().clerk("everywhere", admins + on).techniques("all-secrets"))
        .isEmpty();
    assertThat(new Estate().clerk("everywhere", user + masters + on).techniques("all-secrets"))
        .isEmpty();
  }

  @Test
  void aKubeletWithConstraintMustBeAllowedTokens() {
    String any = "impersonate:arbitrary-node nodes.authentication.k8s.io; ";
    String own = "impersonate:associated-node nodes.authentication.k8s.io *; ";
    String token = "impersonate-on:arbitrary-node:create serviceaccounts/token";
    String ownToken = "impersonate-on:associated-node:create serviceaccounts/token";

    assertThat(new Estate().clerk("everywhere", any + token).techniques("node-takeover"))
        .isEqualTo("constrained-node");
    assertThat(new Estate().clerk("everywhere", any + ownToken).techniques("node-takeover"))
        .isEmpty();
    assertThat(new Estate()
            .clerk("everywhere", own + ownToken)
            .techniques("node-takeover:of its own pod"))
        .isEqualTo("constrained-node");
  }
}
