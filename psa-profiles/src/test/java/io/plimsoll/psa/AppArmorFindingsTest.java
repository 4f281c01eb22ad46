package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.psa.apparmor.AppArmorPolicy;
import io.plimsoll.psa.apparmor.IncludeSource;
import io.plimsoll.psa.apparmor.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppArmorFindingsTest {

  private static final String PREFIX = "container.apparmor.security.beta.kubernetes.io/";

  private static final List<Profile> LOADED = AppArmorPolicy.read(
          Source.of("loaded", """
              profile docker-web {
                ^kid {
                }
              }
              profile lax flags=(complain) {
              }
              profile off flags=(unconfined) {
              }
              """), IncludeSource.NONE)
      .policy()
      .orElseThrow()
      .profiles();

  @Test
  void knownProfilesAreFine() {
    assertThat(findings("", """
            securityContext: {appArmorProfile: {type: RuntimeDefault}}
            containers:
            - name: a
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: docker-web}}
            - name: b
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: docker-web//kid}}
            """)).isEmpty();
  }

  @Test
  void unknownProfilesAreNamedWhereverTheyStand() {
    assertThat(findings(PREFIX + "d: localhost/docker-wep", """
            securityContext: {appArmorProfile: {type: Localhost, localhostProfile: nowhere}}
            initContainers:
            - name: a
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: one}}
            containers:
            - name: b
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: two}}
            - name: d
            ephemeralContainers:
            - name: c
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: three}}
            """))
        .containsExactlyInAnyOrder(
            "ERROR apparmor/not-loaded spec.securityContext.appArmorProfile.localhostProfile:"
                + " profile \"nowhere\" is not loaded",
            "ERROR apparmor/not-loaded"
                + " spec.initContainers[0].securityContext.appArmorProfile.localhostProfile:"
                + " profile \"one\" is not loaded",
            "ERROR apparmor/not-loaded"
                + " spec.containers[0].securityContext.appArmorProfile.localhostProfile:"
                + " profile \"two\" is not loaded",
            "ERROR apparmor/not-loaded"
                + " spec.ephemeralContainers[0].securityContext.appArmorProfile.localhostProfile:"
                + " profile \"three\" is not loaded",
            "ERROR apparmor/not-loaded metadata.annotations[" + PREFIX + "d]: profile"
                + " \"docker-wep\" is not loaded; did you mean \"docker-web\"?",
            "WARNING apparmor/annotation-overrides metadata.annotations[" + PREFIX + "d]: the"
                + " annotation of container \"d\" wins over the pod's field");
  }

  @Test
  void whatDeniesNothingIsAWarning() {
    assertThat(findings(PREFIX + "c: unconfined", """
            securityContext: {appArmorProfile: {type: Unconfined}}
            containers:
            - name: a
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: lax}}
            - name: b
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: 'off'}}
            - name: c
            """))
        .containsExactlyInAnyOrder(
            "WARNING apparmor/unconfined spec.securityContext.appArmorProfile.type: AppArmor is"
                + " turned off",
            "WARNING apparmor/denies-nothing"
                + " spec.containers[0].securityContext.appArmorProfile.localhostProfile: profile"
                + " \"lax\" is in complain mode and denies nothing",
            "WARNING apparmor/denies-nothing"
                + " spec.containers[1].securityContext.appArmorProfile.localhostProfile: profile"
                + " \"off\" is in unconfined mode and denies nothing",
            "WARNING apparmor/unconfined metadata.annotations[" + PREFIX + "c]: AppArmor is turned"
                + " off");
  }

  @Test
  void fieldAndAnnotationMustAgree() {
    String spec = """
        containers:
        - name: a
          securityContext: {appArmorProfile: {type: Localhost, localhostProfile: docker-web}}
        """;

    assertThat(findings(PREFIX + "a: localhost/docker-web", spec)).isEmpty();
    assertThat(findings(PREFIX + "a: runtime/default", spec))
        .containsExactly("ERROR apparmor/annotation-differs metadata.annotations[" + PREFIX
            + "a]: the annotation of container \"a\" differs from its field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "localhost/", "'localhost/ a'", "Unconfined"})
  void annotationsMustMeanSomething(String value) {
    assertThat(findings(PREFIX + "a: " + value, "containers: [{name: a}]"))
        .containsExactly("ERROR apparmor/invalid-annotation metadata.annotations[" + PREFIX
            + "a]: \"" + value.replace("'", "") + "\" is no AppArmor profile");
  }

  @Test
  void annotationsMustBeAboutAContainer() {
    assertThat(findings(PREFIX + "b: runtime/default", "containers: [{name: a}]"))
        .containsExactly("ERROR apparmor/no-container metadata.annotations[" + PREFIX
            + "b]: there is no container \"b\"");
  }

  @Test
  void onlyProfilesOfTheNodeHaveNames() {
    assertThat(findings("", """
            containers:
            - name: a
              securityContext: {appArmorProfile: {type: Localhost}}
            - name: b
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: ' '}}
            - name: c
              securityContext: {appArmorProfile: {type: RuntimeDefault, localhostProfile: docker-web}}
            """))
        .containsExactlyInAnyOrder(
            "ERROR apparmor/no-name spec.containers[0].securityContext.appArmorProfile: the profile"
                + " of type \"Localhost\" has no name",
            "ERROR apparmor/no-name spec.containers[1].securityContext.appArmorProfile: the profile"
                + " of type \"Localhost\" has no name",
            "ERROR apparmor/superfluous-name"
                + " spec.containers[2].securityContext.appArmorProfile.localhostProfile: a profile"
                + " of type \"RuntimeDefault\" must not have a name");
  }

  @Test
  void findingsOfTemplatesStandInTheirPlace() {
    List<Finding> findings = PodSecurity.appArmor(Trees.workload(Trees.read("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                spec:
                  containers:
                  - name: a
                    securityContext:
                      appArmorProfile:
                        type: Localhost
                        localhostProfile: gone
            """)), LOADED);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).path())
        .hasToString("spec.template.spec.containers[0].securityContext.appArmorProfile"
            + ".localhostProfile");
    assertThat(findings.get(0).place().orElseThrow()).hasToString("test:12:13");
  }

  private static List<String> findings(String annotations, String spec) {
    String text = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n"
        + (annotations.isEmpty() ? "" : "  annotations:\n    " + annotations + "\n") + "spec:\n"
        + spec.indent(2);
    return PodSecurity.appArmor(Trees.workload(Trees.read(text)), LOADED).stream()
        .map(f -> f.severity() + " " + f.rule() + " " + f.path() + ": " + f.message())
        .toList();
  }
}
