package io.plimsoll.rbac.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rbac.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods as a way to the identity they run as, and to their node. */
class PodTechniquesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # where    | what is allowed                         | how the clerk becomes cluster-admin
      shop       | create pods                             | create-pod everything
      everywhere | create pods                             | create-pod everything
      shop       | * *                                     | request-token everything
      shop       | create pods.apps                        | none
      shop       | create pods x                           | none
      shop       | create,patch pods x                     | create-pod everything
      shop       | create pods x; patch pods y             | none
      shop       | create pods/exec                        | exec everything
      shop       | create */exec                           | exec everything
      shop       | create pods/*                           | none
      shop       | get pods/exec                           | none
      shop       | create pods/exec web-1                  | exec everything
      shop       | create pods/exec job                    | none
      shop       | create pods/exec job-1                  | none
      shop       | create pods/attach                      | attach everything
      shop       | create pods/log                         | none
      shop       | update pods/ephemeralcontainers         | ephemeral-container everything
      shop       | create pods/ephemeralcontainers         | none
      shop       | patch pods                              | patch-pod everything
      shop       | patch pods web-1                        | patch-pod everything
      shop       | patch pods/status                       | none
      shop       | create deployments.apps                 | create-workload everything
      shop       | create deployments                      | none
      shop       | create jobs.batch                       | create-workload everything
      shop       | create cronjobs.batch                   | create-workload everything
      shop       | create replicationcontrollers           | create-workload everything
      shop       | patch daemonsets.apps                   | update-workload everything
      shop       | update statefulsets.apps x              | update-workload everything
      shop       | update statefulsets.apps/scale          | none
      shop       | update podtemplates                     | none
      default    | create pods                             | privileged-pod pod-tokens everything
      """)
  void aServiceAccountOfTheNamespace(String scope, String rules, String techniques) {
    Estate estate = new Estate().clerk(scope, rules);

    assertThat(estate.techniques("cluster-admin")).isEqualTo(orEmpty(techniques));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # where    | what is allowed                                   | how the clerk comes to a node
      default    | create pods                                       | privileged-pod
      default    | update jobs.batch                                 | privileged-pod
      everywhere | create pods                                       | privileged-pod
      safe       | create pods                                       | none
      safe       | create pods; patch namespaces                     | unguard-namespace
      safe       | create pods; update namespaces safe               | unguard-namespace
      safe       | create pods; update namespaces shop               | none
      safe       | create pods; patch namespaces/status              | none
      safe       | patch namespaces                                  | none
      everywhere | create persistentvolumes,persistentvolumeclaims   | none
      """)
  void aNode(String scope, String rules, String techniques) {
    Estate estate = new Estate().clerk(scope, rules);

    assertThat(estate.techniques("node-takeover")).isEqualTo(orEmpty(techniques));
  }

  @Test
  void aPathOfANodeIsMountedByAVolumeWhateverTheNamespaceEnforces() {
    String inNamespace = "create persistentvolumeclaims; create pods";
    Estate with = new Estate().clerk("everywhere", "create persistentvolumes");
    Estate without = new Estate().clerk("everywhere", "update persistentvolumes");

    assertThat(with.clerk("safe", inNamespace).techniques("node-takeover"))
        .isEqualTo("host-path-volume");
    assertThat(without.clerk("safe", inNamespace).techniques("node-takeover")).isEmpty();
  }

  @Test
  void portsOfPodsAreReached() {
    Estate estate = new Estate().clerk("shop", "create pods/portforward; get pods/proxy");

    assertThat(estate.techniques("pod-ports:shop")).isEqualTo("port-forward");
    assertThat(estate.techniques("pod-ports")).isEmpty();
  }

  @Test
  void whereNoWorkloadIsKnownAnyServiceAccountMayRun() {
    Estate estate = new Estate()
        .clerk("test", "create pods/exec")
        .bind("everything", Subject.serviceAccount("test", "boss"));

    assertThat(estate.techniques("cluster-admin")).isEqualTo("exec everything");
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
