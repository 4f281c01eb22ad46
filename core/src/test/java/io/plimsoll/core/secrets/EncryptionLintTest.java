package io.plimsoll.core.secrets;

import static io.plimsoll.core.secrets.EncryptionAtRestTest.aes;
import static io.plimsoll.core.secrets.EncryptionAtRestTest.load;
import static io.plimsoll.core.secrets.EncryptionAtRestTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncryptionLintTest {

  private static final String K1 = "AAECAwQFBgcICQoLDA0ODw==";
  private static final String K2 = "EBESExQVFhcYGRobHB0eHw==";

  private static List<String> findings(String rules) {
    List<Finding> findings = load(rules).findings();
    assertThat(findings).allSatisfy(finding -> {
      assertThat(finding.place()).isPresent();
      assertThat(finding.observed()).isNull();
      assertThat(finding.toString()).doesNotContain(K1).doesNotContain(K2);
    });
    return findings.stream()
        .map(finding -> finding.path() + " " + finding.severity().label() + " " + finding.rule()
            + ": " + finding.message())
        .toList();
  }

  @Test
  void nothingIsFoundInWhatIsFine() {
    assertThat(findings(rule("secrets", aes("aesgcm", "k", K1)))).isEmpty();
  }

  @Test
  void identityFirstLeavesSecretsUnencrypted() {
    assertThat(findings(rule("secrets", "{identity: {}}", aes("aesgcm", "k", K1))))
        .containsExactly(
            "resources[0].providers[0] error encryption/plain-text-secrets: identity comes first:"
                + " secrets are stored in plain text",
            "resources[0].providers[1].aesgcm.keys[0].name info encryption/read-only-key: the aesgcm key"
                + " \"k\" is never used to write: it reads what it wrote before");
    assertThat(findings(rule("'*.*'", "{identity: {}}")))
        .containsExactly(
            "resources[0].providers[0] error encryption/plain-text-secrets: identity comes"
                + " first: secrets are stored in plain text");
  }

  @Test
  void secretsNeedARule() {
    assertThat(findings(rule("configmaps", aes("aesgcm", "k", K1))))
        .containsExactly(
            "resources error encryption/secrets-without-rule: no rule is about secrets: they"
                + " are stored in plain text");
  }

  @Test
  void identityFirstLeavesOthersUnencrypted() {
    assertThat(findings(rule("secrets", aes("aesgcm", "k", K1))
            + rule("configmaps, pods", "{identity: {}}", aes("aesgcm", "k", K1))))
        .containsExactly(
            "resources[1].providers[0] warning encryption/plain-text: identity comes first:"
                + " configmaps, pods are stored in plain text");
    assertThat(findings(rule("events", "{identity: {}}") + rule("secrets", aes("aesgcm", "k", K1))))
        .isEmpty();
  }

  @Test
  void identityLastStillReadsPlainText() {
    assertThat(findings(rule("secrets", aes("aesgcm", "k", K1), "{identity: {}}")))
        .containsExactly(
            "resources[0].providers[1] info encryption/plain-text-read: values that are not"
                + " encrypted can be read; without identity they are refused");
  }

  @Test
  void keysThatNeverWriteAreTold() {
    assertThat(findings(rule("secrets", aes("aesgcm", "new", K1, "old", K2))))
        .containsExactly(
            "resources[0].providers[0].aesgcm.keys[1].name info encryption/read-only-key:"
                + " the aesgcm key \"old\" is never used to write: it reads what it wrote before");
    assertThat(findings(rule("secrets", aes("aesgcm", "a", K1, "b", K2))
            + rule("pods", aes("aesgcm", "b", K2))))
        .isEmpty();
  }

  @Test
  void aNameIsForOneKey() {
    assertThat(findings(rule("secrets", aes("aesgcm", "k", K1), aes("aesgcm", "k", K2))))
        .containsExactly(
            "resources[0].providers[1].aesgcm.keys[0].name warning encryption/repeated-key:"
                + " the rule has another aesgcm key \"k\" before, which is tried first");
  }

  @Test
  void aKeyIsForOneName() {
    assertThat(findings(
            rule("secrets", aes("aesgcm", "a", K1)) + rule("pods", aes("aesgcm", "b", K1))))
        .containsExactly(
            "resources[1].providers[0].aesgcm.keys[0].name warning encryption/shared-secret:"
                + " the aesgcm key \"b\" is the same as the aesgcm key \"a\"");
  }

  @Test
  void aResourceIsInOneRule() {
    assertThat(findings(
            rule("secrets", aes("aesgcm", "a", K1)) + rule("secrets", aes("aesgcm", "a", K1))))
        .containsExactly(
            "resources[1].resources[0] warning encryption/repeated-resource: secrets is named"
                + " by an earlier rule at resources[0].resources[0]: the providers of this one only read");
  }

  @Test
  void wildcardsDoNotStandForWhatComesBefore() {
    assertThat(findings(rule("secrets, deployments.apps", aes("aesgcm", "a", K1))
            + rule("'*.apps'", aes("aesgcm", "a", K1))
            + rule("'*.*'", aes("aesgcm", "a", K1))))
        .containsExactly(
            "resources[1].resources[0] info encryption/masked-wildcard: \"*.apps\" does not stand for"
                + " deployments.apps: earlier rules name them",
            "resources[2].resources[0] info encryption/masked-wildcard: \"*.*\" does not stand for *.apps,"
                + " deployments.apps, secrets: earlier rules name them");
  }

  @Test
  void resourcesAreKnown() {
    assertThat(findings(rule("secrets, configmap, a.example.com", aes("aesgcm", "a", K1))))
        .containsExactly(
            "resources[0].resources[1] warning encryption/unknown-resource: no resource is"
                + " called \"configmap\"; did you mean \"configmaps\"");
  }

  @Test
  void chainingIsWorthKnowing() {
    assertThat(findings(rule("secrets", aes("aescbc", "k", K1))))
        .containsExactly(
            "resources[0].providers[0] info encryption/cbc: aescbc writes: it does not tell"
                + " whether a stored value was changed, as aesgcm does");
  }

  @Test
  void rulesHaveNamesAndSummaries() {
    assertThat(EncryptionLintRule.values()).allSatisfy(rule -> {
      assertThat(rule.id()).matches("encryption/[a-z-]+");
      assertThat(rule.summary()).isNotEmpty();
    });
  }
}
