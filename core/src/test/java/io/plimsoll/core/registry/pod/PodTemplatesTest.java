package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodTemplatesTest {

  private static final FieldPath PATH = FieldPath.of("spec", "template");

  private static MappingValue template(String spec) {
    return PodTemplates.withDefaults(Pods.tree("{metadata: {labels: {a: b}}, spec: " + spec + "}"));
  }

  private static List<String> texts(List<FieldError> errors) {
    return errors.stream().map(FieldError::toString).toList();
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

    assertThat(texts(PodTemplates.validate(PATH, template)))
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

    assertThat(PodTemplates.validate(PATH, template)).hasSize(1);
    assertThat(PodTemplates.validateUpdate(PATH, template, template)).isEmpty();
    assertThat(PodTemplates.validateUpdate(
            PATH, template, template("{containers: [{name: a, image: i}]}")))
        .hasSize(1);
  }
}
