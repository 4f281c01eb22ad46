package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.pod.ContainerKind;
import io.plimsoll.psa.Effective.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EffectiveSecurityContextTest {

  private static final String PREFIX = "container.apparmor.security.beta.kubernetes.io/";

  static List<Arguments> fieldsOfBoth() {
    return List.of(
        of("runAsUser", "1", "2", "unset (RUNTIME)", EffectiveSecurityContext::runAsUser),
        of("runAsGroup", "1", "2", "unset (RUNTIME)", EffectiveSecurityContext::runAsGroup),
        of(
            "runAsNonRoot",
            "true",
            "false",
            "false (DEFAULT)",
            EffectiveSecurityContext::runAsNonRoot));
  }

  private static Arguments of(
      String field,
      String ofContainer,
      String ofPod,
      String otherwise,
      Function<EffectiveSecurityContext, Effective<?>> question) {
    return Arguments.of(field, ofContainer, ofPod, otherwise, question);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fieldsOfBoth")
  void theContainerWinsOverThePodAndThatOverTheDefault(
      String field,
      String ofContainer,
      String ofPod,
      String otherwise,
      Function<EffectiveSecurityContext, Effective<?>> question) {
    String mine = "{name: a, securityContext: {" + field + ": " + ofContainer + "}}";
    String pod = "securityContext: {" + field + ": " + ofPod + "}\n";

    assertThat(question.apply(one(pod + "containers: [" + mine + "]")))
        .hasToString(ofContainer + " (CONTAINER spec.containers[0].securityContext." + field + ")");
    assertThat(question.apply(one(pod + "containers: [{name: a}]")))
        .hasToString(ofPod + " (POD spec.securityContext." + field + ")");
    assertThat(question.apply(one("containers: [{name: a}]"))).hasToString(otherwise);
  }

  @Test
  void eachFieldOfTheContainerAloneHasADefault() {
    EffectiveSecurityContext written = one("""
        containers:
        - name: a
          securityContext: {readOnlyRootFilesystem: true, procMount: Unmasked, allowPrivilegeEscalation: false}
        """);
    EffectiveSecurityContext none = one("containers: [{name: a}]");

    assertThat(written.readOnlyRootFilesystem())
        .hasToString("true (CONTAINER spec.containers[0].securityContext.readOnlyRootFilesystem)");
    assertThat(written.procMount())
        .hasToString("Unmasked (CONTAINER spec.containers[0].securityContext.procMount)");
    assertThat(written.allowPrivilegeEscalation())
        .hasToString(
            "false (CONTAINER spec.containers[0].securityContext.allowPrivilegeEscalation)");
    assertThat(none.readOnlyRootFilesystem()).hasToString("false (DEFAULT)");
    assertThat(none.procMount()).hasToString("Default (DEFAULT)");
    assertThat(none.allowPrivilegeEscalation()).hasToString("true (DEFAULT)");
    assertThat(none.privileged()).hasToString("false (DEFAULT)");
  }

  @Test
  void eachFieldOfThePodAloneHasADefault() {
    EffectiveSecurityContext written = one("""
        hostNetwork: true
        hostPID: true
        hostIPC: true
        hostUsers: false
        securityContext:
          fsGroup: 7
          supplementalGroups: [8, 9]
          supplementalGroupsPolicy: Strict
          sysctls: [{name: a, value: b}]
        containers: [{name: a}]
        """);
    EffectiveSecurityContext none = one("containers: [{name: a}]");

    assertThat(written.hostNetwork()).hasToString("true (POD spec.hostNetwork)");
    assertThat(written.hostPID()).hasToString("true (POD spec.hostPID)");
    assertThat(written.hostIPC()).hasToString("true (POD spec.hostIPC)");
    assertThat(written.hostUsers()).hasToString("false (POD spec.hostUsers)");
    assertThat(written.fsGroup()).hasToString("7 (POD spec.securityContext.fsGroup)");
    assertThat(written.supplementalGroups())
        .hasToString("[7, 8, 9] (POD spec.securityContext.supplementalGroups)");
    assertThat(written.supplementalGroupsPolicy())
        .hasToString("Strict (POD spec.securityContext.supplementalGroupsPolicy)");
    assertThat(written.sysctls().origin()).isEqualTo(Origin.POD);
    assertThat(written.sysctls().value().orElseThrow()).hasSize(1);
    assertThat(none.hostNetwork()).hasToString("false (DEFAULT)");
    assertThat(none.hostPID()).hasToString("false (DEFAULT)");
    assertThat(none.hostIPC()).hasToString("false (DEFAULT)");
    assertThat(none.hostUsers()).hasToString("true (DEFAULT)");
    assertThat(none.fsGroup()).hasToString("unset (RUNTIME)");
    assertThat(none.supplementalGroups()).hasToString("[] (DEFAULT)");
    assertThat(none.supplementalGroupsPolicy()).hasToString("Merge (DEFAULT)");
    assertThat(none.sysctls()).hasToString("[] (DEFAULT)");
  }

  @Test
  void theGroupOfVolumesIsOneOfTheProcess() {
    assertThat(one("securityContext: {fsGroup: 7}\ncontainers: [{name: a}]").supplementalGroups())
        .hasToString("[7] (POD spec.securityContext.fsGroup)");
  }

  @Test
  void selinuxIsTheContainersAsAWhole() {
    EffectiveSecurityContext both = one("""
        securityContext: {seLinuxOptions: {user: u, type: t}}
        containers: [{name: a, securityContext: {seLinuxOptions: {level: l}}}, {name: b}]
        """);

    assertThat(both.seLinuxOptions().origin()).isEqualTo(Origin.CONTAINER);
    assertThat(both.seLinuxOptions().value().orElseThrow().type()).isNull();
    assertThat(one("containers: [{name: a}]").seLinuxOptions()).hasToString("unset (RUNTIME)");
  }

  @Test
  void seccompFallsBackToWhatTheKubeletIsToldTo() {
    String field = "securityContext: {seccompProfile: {type: Localhost, localhostProfile: p.json}}";
    EffectiveSecurityContext pod = one(field + "\ncontainers: [{name: a}]");
    EffectiveSecurityContext own = one(field
        + "\ncontainers: [{name: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}]");

    assertThat(pod.seccompProfile().value().orElseThrow().localhostProfile()).isEqualTo("p.json");
    assertThat(pod.seccompProfile().origin()).isEqualTo(Origin.POD);
    assertThat(own.seccompProfile().value().orElseThrow().type()).isEqualTo("RuntimeDefault");
    assertThat(own.seccompProfile().origin()).isEqualTo(Origin.CONTAINER);

    EffectiveSecurityContext none = one("containers: [{name: a}]");
    assertThat(none.seccompProfile().value().orElseThrow().type()).isEqualTo("Unconfined");
    assertThat(none.seccompProfile().origin()).isEqualTo(Origin.DEFAULT);

    EffectiveSecurityContext byDefault = read(
            "", "containers: [{name: a}]", RuntimeDefaults.CONTAINERD.withSeccompDefault())
        .get(0);
    assertThat(byDefault.seccompProfile().value().orElseThrow().type()).isEqualTo("RuntimeDefault");
    assertThat(byDefault.seccompProfile().origin()).isEqualTo(Origin.RUNTIME);
  }

  @Test
  void seccompAnnotationsHaveNoEffect() {
    EffectiveSecurityContext none = read(
            "seccomp.security.alpha.kubernetes.io/pod: runtime/default",
            "containers: [{name: a}]",
            RuntimeDefaults.CONTAINERD)
        .get(0);

    assertThat(none.seccompProfile().value().orElseThrow().type()).isEqualTo("Unconfined");
  }

  @Test
  void appArmorIsTheFieldThenTheAnnotationThenThePodsField() {
    String annotation = PREFIX + "a: localhost/p";
    String pod = "securityContext: {appArmorProfile: {type: Unconfined}}\n";
    String own =
        "containers: [{name: a, securityContext: {appArmorProfile: {type: RuntimeDefault}}}]";
    String none = "containers: [{name: a}]";

    assertThat(appArmor(annotation, pod + own))
        .isEqualTo("RuntimeDefault CONTAINER spec.containers[0].securityContext.appArmorProfile");
    assertThat(appArmor(annotation, pod + none))
        .isEqualTo("Localhost ANNOTATION metadata.annotations[" + PREFIX + "a]");
    assertThat(appArmor(PREFIX + "b: localhost/p", pod + none))
        .isEqualTo("Unconfined POD spec.securityContext.appArmorProfile");
    assertThat(appArmor(PREFIX + "a: nonsense", pod + none))
        .isEqualTo("Unconfined POD spec.securityContext.appArmorProfile");
    assertThat(appArmor("", none)).isEqualTo("unset RUNTIME ");
  }

  private static String appArmor(String annotation, String spec) {
    var effective = read(annotation, spec, RuntimeDefaults.CONTAINERD).get(0).appArmorProfile();
    return effective.value().map(profile -> profile.type()).orElse("unset") + " "
        + effective.origin() + " " + effective.path().map(Object::toString).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{add: [SYS_TIME]} | [A, B, SYS_TIME]",
        "{add: [CAP_SYS_TIME]} | [A, B, SYS_TIME]",
        "{drop: [a]} | [B]",
        "{drop: [ALL]} | []",
        "{drop: [ALL], add: [NET_ADMIN]} | [NET_ADMIN]",
        "{drop: [A], add: [A]} | [B]",
        "{} | [A, B]",
      })
  void capabilitiesStartFromTheRuntimes(String capabilities, String left) {
    EffectiveSecurityContext effective = read(
            "",
            "containers: [{name: a, securityContext: {capabilities: " + capabilities + "}}]",
            new RuntimeDefaults(false, List.of("B", "A")))
        .get(0);

    assertThat(effective.capabilities())
        .hasToString(left + " (CONTAINER spec.containers[0].securityContext.capabilities)");
  }

  @Test
  void withoutCapabilitiesTheRuntimesAreLeft() {
    assertThat(one("containers: [{name: a}]").capabilities().origin()).isEqualTo(Origin.RUNTIME);
    assertThat(one("containers: [{name: a}]").capabilities().value().orElseThrow())
        .hasSize(14)
        .isSorted()
        .contains("NET_RAW")
        .doesNotContain("SYS_ADMIN");
  }

  @Test
  void allCapabilitiesLessSome() {
    EffectiveSecurityContext most = one(
        "containers: [{name: a, securityContext: {capabilities: {add: [ALL], drop: [SYS_ADMIN]}}}]");

    assertThat(most.capabilities().value().orElseThrow())
        .hasSize(40)
        .contains("NET_ADMIN")
        .doesNotContain("SYS_ADMIN");
  }

  @Test
  void privilegedImpliesTheRest() {
    EffectiveSecurityContext effective = one("""
        securityContext: {seccompProfile: {type: RuntimeDefault}}
        containers: [{name: a, securityContext: {privileged: true, capabilities: {drop: [ALL]}}}]
        """);
    String privileged = " (IMPLIED spec.containers[0].securityContext.privileged)";

    assertThat(effective.privileged())
        .hasToString("true (CONTAINER spec.containers[0].securityContext.privileged)");
    assertThat(effective.allowPrivilegeEscalation()).hasToString("true" + privileged);
    assertThat(effective.capabilities().value().orElseThrow()).hasSize(41);
    assertThat(effective.capabilities().origin()).isEqualTo(Origin.IMPLIED);
    assertThat(effective.seccompProfile().value().orElseThrow().type()).isEqualTo("Unconfined");
    assertThat(effective.seccompProfile().origin()).isEqualTo(Origin.IMPLIED);
    assertThat(effective.appArmorProfile().value().orElseThrow().type()).isEqualTo("Unconfined");
    assertThat(effective.appArmorProfile().origin()).isEqualTo(Origin.IMPLIED);
  }

  @Test
  void privilegedContainersKeepAProfileThatIsWritten() {
    assertThat(appArmor(
            "",
            "securityContext: {appArmorProfile: {type: RuntimeDefault}}\n"
                + "containers: [{name: a, securityContext: {privileged: true}}]"))
        .startsWith("RuntimeDefault POD");
  }

  @Test
  void sysAdminImpliesEscalation() {
    assertThat(one("containers: [{name: a, securityContext:"
                + " {capabilities: {add: [KILL, SYS_ADMIN]}}}]")
            .allowPrivilegeEscalation())
        .hasToString("true (IMPLIED spec.containers[0].securityContext.capabilities.add[1])");
  }

  @Test
  void windowsHasItsOwnSettingsAndNoneOfLinux() {
    EffectiveSecurityContext effective = one("""
        os: {name: windows}
        hostNetwork: true
        securityContext:
          runAsUser: 1
          runAsNonRoot: true
          windowsOptions: {runAsUserName: pod, hostProcess: true, gmsaCredentialSpec: s}
        containers:
        - name: a
          securityContext:
            privileged: true
            windowsOptions: {gmsaCredentialSpecName: spec, runAsUserName: own}
        """);

    for (Effective<?> linux : List.of(
        effective.runAsUser(),
        effective.runAsGroup(),
        effective.supplementalGroups(),
        effective.supplementalGroupsPolicy(),
        effective.fsGroup(),
        effective.seLinuxOptions(),
        effective.seccompProfile(),
        effective.appArmorProfile(),
        effective.capabilities(),
        effective.privileged(),
        effective.allowPrivilegeEscalation(),
        effective.readOnlyRootFilesystem(),
        effective.procMount(),
        effective.sysctls(),
        effective.hostPID(),
        effective.hostIPC(),
        effective.hostUsers())) {
      assertThat(linux).hasToString("unset (OPERATING_SYSTEM)");
    }
    assertThat(effective.runAsNonRoot())
        .hasToString("true (POD spec.securityContext.runAsNonRoot)");
    assertThat(effective.hostNetwork()).hasToString("true (POD spec.hostNetwork)");
    String own = " (CONTAINER spec.containers[0].securityContext.windowsOptions.";
    EffectiveWindowsOptions windows = effective.windowsOptions();
    assertThat(windows.gmsaCredentialSpecName())
        .hasToString("spec" + own + "gmsaCredentialSpecName)");
    assertThat(windows.gmsaCredentialSpec()).hasToString("unset (RUNTIME)");
    assertThat(windows.runAsUserName()).hasToString("own" + own + "runAsUserName)");
    assertThat(windows.hostProcess())
        .hasToString("true (POD spec.securityContext.windowsOptions.hostProcess)");
  }

  @Test
  void linuxHasNoSettingsOfWindows() {
    EffectiveWindowsOptions windows =
        one("os: {name: linux}\nsecurityContext: {windowsOptions: {hostProcess: true}}\n"
                + "containers: [{name: a}]")
            .windowsOptions();

    assertThat(windows.hostProcess()).hasToString("unset (OPERATING_SYSTEM)");
    assertThat(one("containers: [{name: a}]").windowsOptions().hostProcess())
        .hasToString("false (DEFAULT)");
    assertThat(one("containers: [{name: a}]").windowsOptions().runAsUserName())
        .hasToString("unset (RUNTIME)");
  }

  @Test
  void allKindsOfContainersAreAnsweredInOrder() {
    List<EffectiveSecurityContext> all = read("", """
        containers: [{name: a}, {name: b, securityContext: {runAsUser: 2}}]
        initContainers: [{name: i, securityContext: {runAsUser: 1}}]
        ephemeralContainers: [{name: e, securityContext: {runAsUser: 3}}]
        """, RuntimeDefaults.CONTAINERD);

    assertThat(all)
        .extracting(one -> one.container().kind(), one -> one.runAsUser().value())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ContainerKind.INIT, Optional.of(1L)),
            org.assertj.core.groups.Tuple.tuple(ContainerKind.CONTAINER, Optional.empty()),
            org.assertj.core.groups.Tuple.tuple(ContainerKind.CONTAINER, Optional.of(2L)),
            org.assertj.core.groups.Tuple.tuple(ContainerKind.EPHEMERAL, Optional.of(3L)));
    assertThat(all.get(3).runAsUser().path().orElseThrow())
        .hasToString("spec.ephemeralContainers[0].securityContext.runAsUser");
  }

  @Test
  void valuesStandWhereTheyAreWritten() {
    EffectiveSecurityContext web = PodSecurity.securityContexts(
            Trees.workload(Trees.read("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  template:
                    spec:
                      securityContext:
                        runAsUser: 5
                      containers: [{name: a}]
                """)), RuntimeDefaults.CONTAINERD)
        .get(0);

    assertThat(web.runAsUser().path().orElseThrow())
        .hasToString("spec.template.spec.securityContext.runAsUser");
    assertThat(web.runAsUser().location().orElseThrow()).hasToString("test:8:9");
  }

  private static EffectiveSecurityContext one(String spec) {
    return read("", spec, RuntimeDefaults.CONTAINERD).get(0);
  }

  private static List<EffectiveSecurityContext> read(
      String annotation, String spec, RuntimeDefaults defaults) {
    String text = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n"
        + (annotation.isEmpty() ? "" : "  annotations:\n    " + annotation + "\n") + "spec:\n"
        + spec.indent(2);
    return PodSecurity.securityContexts(Trees.workload(Trees.read(text)), defaults);
  }
}
