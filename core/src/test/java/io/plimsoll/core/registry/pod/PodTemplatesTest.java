package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PodTemplatesTest {

  private static final FieldPath PATH = FieldPath.of("spec", "template");

  private static MappingValue template(String spec) {
    return PodTemplates.withDefaults(Pods.tree("{metadata: {labels: {a: b}}, spec: " + spec + "}"));
  }

  private static List<String> errors(
      MappingValue template, Capabilities capabilities, Consumer<Part> check) {
    Part part = Part.of(template, PodTypes.TEMPLATE, capabilities).under(PATH);
    check.accept(part);
    return part.errors().stream().map(FieldError::toString).toList();
  }

  private static List<String> errors(MappingValue template, Consumer<Part> check) {
    return errors(template, Capabilities.ALL, check);
  }

  @Test
  void defaultsFillInASpec() {
    assertThat(PodTemplates.withDefaults(MappingValue.empty()))
        .hasToString("{\"spec\":{\"dnsPolicy\":\"ClusterFirst\","
            + "\"restartPolicy\":\"Always\",\"securityContext\":{},\"terminationGracePeriodSeconds\":30,"
            + "\"schedulerName\":\"default-scheduler\"}}");
  }

  @Test
  void errorsAndWarningsAreAtTheTemplate() {
    MappingValue template =
        template("{containers: [{name: a, image: i}], ephemeralContainers: [{name: d, image: i}],"
            + " nodeSelector: {beta.kubernetes.io/os: linux}, restartPolicy: Often}");

    assertThat(errors(template, PodTemplates::check))
        .containsExactly(
            "spec.template.spec.restartPolicy: Unsupported value: \"Often\": supported values:"
                + " \"Always\", \"OnFailure\", \"Never\"",
            "spec.template.spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod"
                + " template");
    assertThat(PodTemplates.warnings(PATH, template))
        .containsExactly("spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since"
            + " v1.14; use \"kubernetes.io/os\" instead");
  }

  @Test
  void updatesMayKeepWhatOldTemplatesHave() {
    MappingValue template = template(
        "{containers: [{name: a, image: i}], topologySpreadConstraints: [{maxSkew: 1, topologyKey: t,"
            + " whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {a: 'b c'}}}]}");

    assertThat(errors(template, PodTemplates::check)).hasSize(1);
    assertThat(errors(template, part -> PodTemplates.checkUpdate(part, template)))
        .isEmpty();
    MappingValue other = template("{containers: [{name: a, image: i}]}");
    assertThat(errors(template, part -> PodTemplates.checkUpdate(part, other))).hasSize(1);
  }

  @Test
  void aClusterMayForbidPrivilegedContainers() {
    MappingValue template =
        template("{containers: [{name: a, image: i, securityContext: {privileged: true}}],"
            + " initContainers: [{name: b, image: i, securityContext: {privileged: true}},"
            + " {name: c, image: i, securityContext: {privileged: false}}]}");

    assertThat(errors(template, PodTemplates::check)).isEmpty();
    assertThat(errors(template, new Capabilities(false), PodTemplates::check))
        .containsExactlyInAnyOrder(
            "spec.template.spec.initContainers[0].securityContext.privileged: Forbidden: disallowed by"
                + " cluster policy",
            "spec.template.spec.containers[0].securityContext.privileged: Forbidden: disallowed by"
                + " cluster policy");
  }

  @Test
  void aClusterMayForbidProcessesOfTheHost() {
    MappingValue template =
        template("{hostNetwork: true, os: {name: windows}, containers: [{name: a, image: i}],"
            + " securityContext: {windowsOptions: {hostProcess: true}}}");

    assertThat(errors(template, PodTemplates::check)).isEmpty();
    assertThat(errors(template, new Capabilities(false), PodTemplates::check))
        .containsExactly(
            "spec.template.spec: Forbidden: hostProcess containers are disallowed by cluster policy");
  }
}
