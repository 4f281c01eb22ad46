package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of objects as upstream's messages show them. */
class InternalFormTest {

  @Test
  void typesOfTheServerPrintUnderTheirGoNamesAndWhole() {
    assertThat(print("core.v1.ServicePort", "{\"port\":80,\"targetPort\":\"http\"}"))
        .isEqualTo(
            "{\"Name\":\"\",\"Protocol\":\"\",\"AppProtocol\":null,\"Port\":80,\"TargetPort\":\"http\",\"NodePort\":0}");
    assertThat(print("core.v1.ServicePort", "{}"))
        .isEqualTo(
            "{\"Name\":\"\",\"Protocol\":\"\",\"AppProtocol\":null,\"Port\":0,\"TargetPort\":0,\"NodePort\":0}");
  }

  @Test
  void typesOfTheApiPrintAsTheyAreWrittenInGosOrder() {
    assertThat(print(
            "meta.v1.LabelSelector",
            "{\"matchExpressions\":[],\"matchLabels\":{\"b\":\"1\",\"a\":\"<\"}}"))
        .isEqualTo("{\"matchLabels\":{\"a\":\"\\u003c\",\"b\":\"1\"}}");
    assertThat(print("meta.v1.OwnerReference", "{\"uid\":\"u\",\"kind\":\"K\"}"))
        .isEqualTo("{\"apiVersion\":\"\",\"kind\":\"K\",\"name\":\"\",\"uid\":\"u\"}");
  }

  @Test
  void embeddedMetadataHaveNoNameOfTheirOwn() {
    assertThat(print("core.v1.PodTemplateSpec", "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}"))
        .startsWith("{\"labels\":{\"a\":\"b\"},\"Spec\":{\"Volumes\":null,");
    assertThat(print("core.v1.PodTemplateSpec", "{}")).startsWith("{\"Spec\":{\"Volumes\":null,");
  }

  @Test
  void emptyListsAreNotAbsentOnes() {
    assertThat(print("batch.v1.PodFailurePolicy", "{\"rules\":[]}")).isEqualTo("{\"Rules\":[]}");
    assertThat(print("batch.v1.PodFailurePolicy", "{}")).isEqualTo("{\"Rules\":null}");
  }

  @Test
  void aFieldIsNullOnlyWhereThereIsAPointer() {
    ObjectType spec = type("apps.v1.DeploymentSpec");

    assertThat(InternalForm.field(json("{}"), spec, "selector")).isEqualTo("null");
    assertThat(InternalForm.field(json("{}"), spec, "replicas")).isEqualTo("0");
    assertThat(InternalForm.field(json("{}"), spec, "strategy"))
        .isEqualTo("{\"Type\":\"\",\"RollingUpdate\":null}");
    assertThatThrownBy(() -> InternalForm.field(json("{}"), spec, "odd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a field of apps.v1.DeploymentSpec: \"odd\"");
  }

  @Test
  void whatNoVersionHasPrintsAsZero() {
    assertThat(print("apps.v1.DaemonSetSpec", "{}")).contains("\"TemplateGeneration\":0");
    assertThat(print("apps.v1.DeploymentSpec", "{}")).contains("\"RollbackTo\":null");
  }

  private static String print(String type, String json) {
    return InternalForm.json(json(json), type(type));
  }

  private static ObjectType type(String name) {
    return Schema.kubernetes().type(name).orElseThrow();
  }

  private static MappingValue json(String text) {
    return (MappingValue) Value.parseJson(Source.of("test.json", text));
  }

  @Test
  void typesWhoseFormInGoIsNotKnownPrintAsTheyAreWritten() {
    ObjectType type = Schema.kubernetes()
        .type("apiextensions.k8s.io/v1", "CustomResourceDefinition")
        .orElseThrow();
    MappingValue definition =
        MappingValue.empty().with("spec", Value.from(Map.of("scope", "Cluster")));

    assertThat(InternalForm.field(definition, type, "spec")).isEqualTo("{\"scope\":\"Cluster\"}");
    assertThat(InternalForm.field(definition, type, "status")).isEqualTo("null");
  }
}
