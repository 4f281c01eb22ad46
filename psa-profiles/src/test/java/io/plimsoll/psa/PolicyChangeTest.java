package io.plimsoll.psa;

import static io.plimsoll.psa.Requests.exempting;
import static io.plimsoll.psa.Requests.namespace;
import static io.plimsoll.psa.Requests.object;
import static io.plimsoll.psa.Requests.pod;
import static io.plimsoll.psa.Requests.privilegedPod;
import static io.plimsoll.psa.Requests.standard;
import static io.plimsoll.psa.Requests.template;
import static io.plimsoll.psa.Requests.withRuntimeClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Sysctl;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.psa.PolicyChange.Affected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyChangeTest {

  private static final LevelVersion PRIVILEGED = LevelVersion.parse("privileged:latest");
  private static final LevelVersion BASELINE = LevelVersion.parse("baseline:latest");
  private static final LevelVersion RESTRICTED = LevelVersion.parse("restricted:latest");

  private static final Workload DEPLOYMENT = Workload.of(KubeObject.of((MappingValue)
          object("apps/v1", "Deployment", Map.of("spec", Map.of("template", template())))))
      .orElseThrow();
  private static final Workload BARE = Workload.of(pod("bare"));
  private static final Workload PRIVILEGED_POD = Workload.of(privilegedPod("root"));

  @Test
  void workloadsThatAreAllowedNowAndWouldNotBeAreBroken() {
    PolicyChange change =
        PolicyChange.of(List.of(PRIVILEGED_POD, BARE, DEPLOYMENT), BASELINE, RESTRICTED);

    assertThat(change.isSafe()).isFalse();
    assertThat(change.broken())
        .extracting(affected -> affected.workload().ref().toString())
        .containsExactly("Deployment shop/web", "Pod shop/bare");
    assertThat(change.broken().get(1).after().violations())
        .extracting(Violation::check)
        .containsExactly(
            "allowPrivilegeEscalation",
            "capabilities_restricted",
            "runAsNonRoot",
            "seccompProfile_restricted");
    assertThat(change.stillForbidden())
        .extracting(Affected::workload)
        .containsExactly(PRIVILEGED_POD);
    assertThat(change.mended()).isEmpty();
  }

  @Test
  void looseningMends() {
    PolicyChange change = PolicyChange.of(List.of(PRIVILEGED_POD, BARE), RESTRICTED, BASELINE);

    assertThat(change.isSafe()).isTrue();
    assertThat(change.mended()).extracting(Affected::workload).containsExactly(BARE);
    assertThat(change.stillForbidden())
        .extracting(Affected::workload)
        .containsExactly(PRIVILEGED_POD);
  }

  @Test
  void anotherVersionCanBreakAndMend() {
    PodSpec spec = PodSpec.builder()
        .containers(Container.builder("web").build())
        .securityContext(PodSecurityContext.builder()
            .sysctls(new Sysctl("net.ipv4.tcp_rmem", "4096"))
            .build())
        .build();
    Workload workload = Workload.of(pod("web", spec));
    LevelVersion old = LevelVersion.parse("baseline:v1.31");

    assertThat(PolicyChange.of(List.of(workload), old, BASELINE).mended()).hasSize(1);
    assertThat(PolicyChange.of(List.of(workload), BASELINE, old).broken())
        .extracting(affected -> affected.after().forbiddenDetail())
        .containsExactly("forbidden sysctls (net.ipv4.tcp_rmem)");
  }

  @Test
  void theOrderOfTheWorkloadsDoesNotMatter() {
    List<Workload> workloads = List.of(BARE, DEPLOYMENT, PRIVILEGED_POD);
    List<Workload> reversed = List.of(PRIVILEGED_POD, DEPLOYMENT, BARE);

    assertThat(PolicyChange.of(workloads, PRIVILEGED, RESTRICTED))
        .isEqualTo(PolicyChange.of(reversed, PRIVILEGED, RESTRICTED));
  }

  @Test
  void theNamespaceSaysWhatIsEnforcedNow() {
    PolicyChange change = standard()
        .change(
            namespace("shop", "enforce", "baseline", "enforce-version", "v1.30"),
            List.of(BARE),
            RESTRICTED);

    assertThat(change.from()).isEqualTo(LevelVersion.parse("baseline:v1.30"));
    assertThat(change.broken()).hasSize(1);
  }

  @Test
  void whatIsExemptCannotBreak() {
    Workload kata = Workload.of(withRuntimeClass("kata", privilegedPod("kata")));

    PolicyChange byRuntimeClass = exempting(Exemptions.NONE.withRuntimeClasses("kata"))
        .change(namespace("shop"), List.of(kata, BARE), RESTRICTED);
    PolicyChange byNamespace = exempting(Exemptions.NONE.withNamespaces("shop"))
        .change(namespace("shop"), List.of(kata, BARE), RESTRICTED);

    assertThat(byRuntimeClass.broken()).extracting(Affected::workload).containsExactly(BARE);
    assertThat(byNamespace.isSafe()).isTrue();
  }
}
