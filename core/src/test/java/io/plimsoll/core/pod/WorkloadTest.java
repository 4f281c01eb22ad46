package io.plimsoll.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.ObjectMeta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

  private static final Map<String, Object> TEMPLATE = Map.of(
      "metadata", Map.of("labels", Map.of("app", "web")),
      "spec", Map.of("nodeName", "n", "containers", List.of(Map.of("name", "c"))));

  private static KubeObject object(String apiVersion, String kind, Map<String, Object> more) {
    Map<String, Object> tree = new HashMap<>(more);
    tree.put("apiVersion", apiVersion);
    tree.put("kind", kind);
    tree.putIfAbsent("metadata", Map.of("name", "web", "namespace", "shop"));
    return KubeObject.of((MappingValue) Value.from(tree));
  }

  private static Map<String, Object> at(String path, Object value) {
    Object inner = value;
    String[] steps = path.split("\\.", -1);
    for (int i = steps.length - 1; i > 0; i--) {
      inner = Map.of(steps[i], inner);
    }
    return Map.of(steps[0], inner);
  }

  @ParameterizedTest
  @CsvSource({
    "v1,PodTemplate,template",
    "v1,ReplicationController,spec.template",
    "apps/v1,DaemonSet,spec.template",
    "apps/v1,Deployment,spec.template",
    "apps/v1,ReplicaSet,spec.template",
    "apps/v1,StatefulSet,spec.template",
    "batch/v1,CronJob,spec.jobTemplate.spec.template",
    "batch/v1,Job,spec.template"
  })
  void everyKindThatMakesPodsHasItsTemplate(String apiVersion, String kind, String path) {
    KubeObject object = object(apiVersion, kind, at(path, TEMPLATE));

    Workload workload = Workload.of(object).orElseThrow();

    assertThat(workload.ref()).isEqualTo(object.ref());
    assertThat(workload.metadata().name()).isEqualTo("web");
    assertThat(workload.templatePath()).isEqualTo(FieldPath.parse(path));
    assertThat(workload.template().metadata().labels()).isEqualTo(Map.of("app", "web"));
    assertThat(workload.template().spec())
        .isEqualTo(PodSpec.builder()
            .nodeName("n")
            .containers(Container.builder("c").build())
            .build());
    assertThat(workload.isPod()).isFalse();
    assertThat(workload.toPlace()).isEqualTo(kind + " shop/web at " + path);
  }

  @Test
  void aPodIsItsOwnTemplate() {
    KubeObject object = object("v1", "Pod", TEMPLATE);

    Workload workload = Workload.of(object).orElseThrow();

    assertThat(workload.isPod()).isTrue();
    assertThat(workload.templatePath()).isEqualTo(FieldPath.ROOT);
    assertThat(workload.template().spec().nodeName()).isEqualTo("n");
    assertThat(workload.object()).isSameAs(object);
    Workload made = Workload.of(object.as(Pod.KIND));
    assertThat(made.ref()).isEqualTo(workload.ref());
    assertThat(made.template()).isEqualTo(workload.template());
    assertThat(made.object().tree()).isEqualTo(MappingValue.empty());
  }

  @Test
  void aPodsPlaceIsItsName() {
    Pod pod = Pod.of(ObjectMeta.builder().name("web").namespace("shop").build(), PodSpec.EMPTY);

    assertThat(Workload.of(pod).toPlace()).isEqualTo("Pod shop/web");
    assertThat(pod.status()).isNull();
  }

  @Test
  void anObjectWithoutATemplateIsNoWorkload() {
    Map<String, Object> nullTemplate = new HashMap<>();
    nullTemplate.put("template", null);

    assertThat(Workload.of(object("v1", "ReplicationController", Map.of("spec", nullTemplate))))
        .isEmpty();
    assertThat(Workload.of(object("v1", "ReplicationController", Map.of("spec", Map.of()))))
        .isEmpty();
    assertThat(Workload.of(object("apps/v1", "Deployment", Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"v1,Service", "v1,Deployment", "apps/v1,Pod", "example.com/v1,Job"})
  void anObjectOfAnotherKindIsNoWorkload(String apiVersion, String kind) {
    assertThat(Workload.of(object(apiVersion, kind, at("spec.template", TEMPLATE))))
        .isEmpty();
  }

  @Test
  void theKindsOfContainersNameTheirFields() {
    assertThat(ContainerKind.values())
        .extracting(ContainerKind::field)
        .containsExactly("initContainers", "containers", "ephemeralContainers");
  }
}
