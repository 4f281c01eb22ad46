package io.plimsoll.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.load.ManifestException;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.psa.Fixes;
import io.plimsoll.psa.Level;
import io.plimsoll.psa.LevelVersion;
import io.plimsoll.psa.PodSecurity;
import io.plimsoll.psa.PodSecurityResult;
import io.plimsoll.psa.Policy;
import io.plimsoll.psa.PolicyChange;
import io.plimsoll.psa.PolicyLabels;
import io.plimsoll.psa.Version;
import io.plimsoll.psa.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a team tests the manifests of its shop before anybody deploys them. */
class ShopTest {

  private static final Path MANIFESTS = Path.of("manifests");
  private static final ReadOptions STRICT = ReadOptions.DEFAULT.withSubdirectories();
  private static final LevelVersion RESTRICTED = LevelVersion.parse("restricted:latest");

  /** Some manifests have mistakes, which are warnings here: what these tests are about is what the rest of them means. */
  private static final Cluster SHOP =
      Cluster.load(MANIFESTS, STRICT.withFieldValidation(FieldValidation.WARN));

  @Test
  void theDatabaseMeetsTheStrictestLevel() {
    Workload database = SHOP.workload("shop/db");

    Level level = PodSecurity.strictestLevel(database, Version.LATEST);

    assertThat(level).isEqualTo(Level.RESTRICTED);
  }

  @Test
  void theInitContainerOfTheLedgerRunsAsRoot() {
    Workload ledger = SHOP.workload("payments/ledger");

    PodSecurityResult result = PodSecurity.evaluate(ledger, RESTRICTED);

    assertThat(result.forbiddenReason())
        .isEqualTo("unrestricted capabilities, runAsNonRoot != true, runAsUser=0");
    Finding user = result.findings().get(2);
    assertThat(user.path())
        .hasToString("spec.template.spec.initContainers[0].securityContext.runAsUser");
    assertThat(user.location()).hasToString("manifests/payments/ledger.yaml:38:13");
  }

  @Test
  void aTypoInALabelLeavesPaymentsOpenToAnyPod() {
    Namespace payments = SHOP.namespace("payments");

    PolicyLabels labels = PolicyLabels.of(payments.metadata().labels(), Policy.PRIVILEGED);

    assertThat(labels.policy().enforce().level()).isEqualTo(Level.PRIVILEGED);
  }

  @Test
  void threeWorkloadsOfPaymentsWouldBreakIfItWereRestricted() {
    List<Workload> payments = SHOP.workloads().stream()
        .filter(workload -> workload.ref().namespace().equals("payments"))
        .toList();

    PolicyChange change = PolicyChange.of(payments, LevelVersion.parse("privileged"), RESTRICTED);

    assertThat(change.broken())
        .extracting(broken -> broken.workload().ref().toString())
        .containsExactly(
            "CronJob payments/reconcile",
            "Job payments/ledger-migrate",
            "StatefulSet payments/ledger");
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void fixesMakeAWorkloadPassOrLeaveWhatTakesAPerson(Workload workload) {
    Fixes fixes = PodSecurity.evaluate(workload, RESTRICTED).fixes();

    KubeObject object = SHOP.find(workload.ref()).orElseThrow();
    KubeObject fixed = KubeObject.of((MappingValue) fixes.patch().apply(object.tree()));

    PodSecurityResult result = PodSecurity.evaluate(Workload.of(fixed).orElseThrow(), RESTRICTED);
    assertThat(result.violations())
        .extracting(Violation::check)
        .containsExactlyElementsOf(fixes.byHand().stream().map(Violation::check).toList());
  }

  static List<Workload> workloads() {
    return SHOP.workloads();
  }

  @Test
  void whoReadsStrictlyHearsOfEveryMistake() {
    ManifestException refused =
        catchThrowableOfType(ManifestException.class, () -> Cluster.load(MANIFESTS, STRICT));

    assertThat(refused.problems())
        .extracting(problem -> problem.location() + " " + problem.code())
        .containsExactly(
            "manifests/monitoring/metrics-stack.yaml:37:19 invalid-base64",
            "manifests/payments/ledger-migrate.yaml:37:11 duplicate-key",
            "manifests/payments/network-policies.yaml:136:3 unknown-field",
            "manifests/payments/network-policies.yaml:144:7 unknown-field",
            "manifests/payments/reconcile.yaml:38:27 invalid-quantity",
            "manifests/shop/cart.yaml:29:9 unknown-field",
            "manifests/shop/web-autoscaling.yaml:1:13 removed-api-version");
  }
}
