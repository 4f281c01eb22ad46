package io.plimsoll.rbac.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that make one somebody else. */
class TokenTechniquesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # where     | what is allowed                             | how the clerk becomes cluster-admin
      shop        | create serviceaccounts/token                | request-token everything
      shop        | create serviceaccounts/token boss           | request-token everything
      shop        | create serviceaccounts/token clerk          | none
      shop        | create serviceaccounts                      | none
      shop        | get serviceaccounts/token                   | none
      test        | create serviceaccounts/token                | none
      everywhere  | create serviceaccounts/token boss           | request-token everything
      shop        | get secrets boss-token                      | read-token everything
      shop        | list secrets boss-token                     | read-token everything
      shop        | watch secrets                               | read-token everything
      everywhere  | get secrets                                 | read-token everything
      shop        | get secrets other                           | none
      shop        | update secrets boss-token                   | none
      shop        | create secrets                              | none
      shop        | create secrets; get secrets new             | mint-token everything
      shop        | create secrets; get secrets other           | none
      shop        | create secrets; patch secrets               | none
      shop        | create,patch,get secrets new                | mint-token everything
      shop        | create,get secrets new                      | none
      shop        | create,patch secrets new; get secrets old   | none
      kube-system | create secrets                              | bootstrap-token everything
      kube-system | create,patch secrets bootstrap-token-abcdef | bootstrap-token everything
      kube-system | create,patch secrets my-token               | none
      kube-system | update secrets                              | none
      everywhere  | create secrets                              | bootstrap-token everything
      """)
  void anotherIdentity(String scope, String rules, String techniques) {
    Estate estate = new Estate().clerk(scope, rules);

    assertThat(estate.techniques("cluster-admin")).isEqualTo(techniques == null ? "" : techniques);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # where     | what is allowed   | goal               | how
      everywhere  | list secrets      | all-secrets        | read-secrets
      everywhere  | get secrets x     | all-secrets        | none
      everywhere  | get secrets/x     | all-secrets        | none
      kube-system | watch secrets     | kube-system-secrets | read-secrets
      kube-system | watch secrets     | all-secrets        | none
      shop        | get secrets       | kube-system-secrets | none
      """)
  void allSecrets(String scope, String rules, String goal, String techniques) {
    Estate estate = new Estate().clerk(scope, rules);

    assertThat(estate.techniques(goal)).isEqualTo(techniques == null ? "" : techniques);
  }
}
