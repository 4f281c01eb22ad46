package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {

  private static final String AUTOSCALERS = "/namespaces/shop/horizontalpodautoscalers";
  private static final String V1 = "/apis/autoscaling/v1" + AUTOSCALERS;
  private static final String V2 = "/apis/autoscaling/v2" + AUTOSCALERS;
  private static final String CORE_EVENTS = "/api/v1/namespaces/shop/events";
  private static final String EVENTS = "/apis/events.k8s.io/v1/namespaces/shop/events";

  private static final String AUTOSCALER = """
      apiVersion: autoscaling/v1
      kind: HorizontalPodAutoscaler
      metadata: {name: web, namespace: shop}
      spec:
        maxReplicas: 3
        targetCPUUtilizationPercentage: 70
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
      """;

  private static final String EVENT = """
      apiVersion: v1
      kind: Event
      metadata: {name: started, namespace: shop}
      involvedObject: {kind: Pod, name: web, namespace: shop}
      message: it runs
      reason: Started
      type: Normal
      """;

  private static ApiRequest merge(String path, String patch) {
    return ApiRequest.of("PATCH", path).withBody("application/merge-patch+json", patch);
  }

  private static MappingValue object(Response response) {
    assertThat(response.message()).isEmpty();
    return response.object().orElseThrow();
  }

  @Test
  void whatTheFirstVersionHasNoFieldForIsInItsAnnotations() {
    ServerState state = Shop.stateOf(AUTOSCALER);
    String pods =
        "{\"metric\":{\"name\":\"m\"},\"target\":{\"type\":\"AverageValue\",\"averageValue\":\"1\"}}";
    Response changed = Shop.handle(
        state,
        merge(V2 + "/web", "{\"spec\":{\"metrics\":[{\"type\":\"Pods\",\"pods\":" + pods + "}]}}"));
    assertThat(changed.code()).isEqualTo(200);

    MappingValue v1 = object(Shop.handle(changed.state(), Shop.get(V1 + "/web")));

    assertThat(Fields.of(v1.get("metadata")).stringMap("annotations"))
        .containsEntry(
            "autoscaling.alpha.kubernetes.io/metrics",
            "[{\"type\":\"Pods\",\"pods\":{\"metricName\":\"m\",\"targetAverageValue\":\"1\"}}]");
    Response again =
        Shop.handle(changed.state(), merge(V1 + "/web", "{\"spec\":{\"maxReplicas\":4}}"));
    MappingValue v2 = object(Shop.handle(again.state(), Shop.get(V2 + "/web")));
    assertThat(Fields.of(v2.get("spec")).list("metrics", metric -> metric.value("pods")))
        .singleElement()
        .hasToString(pods);
  }

  @Test
  void anObjectIsReadInTheVersionThatIsAskedFor() {
    ServerState state = Shop.stateOf(AUTOSCALER);

    MappingValue v2 = object(Shop.handle(state, Shop.get(V2 + "/web")));

    assertThat(Shop.field(v2, "apiVersion")).isEqualTo("autoscaling/v2");
    Fields spec = Fields.of(v2.get("spec"));
    assertThat(spec.has("targetCPUUtilizationPercentage")).isFalse();
    assertThat(spec.value("metrics"))
        .hasToString("[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"target\":"
            + "{\"type\":\"Utilization\",\"averageUtilization\":70}}}]");
    MappingValue v1 = object(Shop.handle(state, Shop.get(V1 + "/web")));
    assertThat(Fields.of(v1.get("spec")).int64("targetCPUUtilizationPercentage"))
        .isEqualTo(70L);
  }

  @Test
  void listsHaveItemsInTheVersionThatIsAskedFor() {
    MappingValue list = object(Shop.handle(Shop.stateOf(AUTOSCALER), Shop.get(V2)));

    assertThat(Shop.field(list, "apiVersion")).isEqualTo("autoscaling/v2");
    assertThat(
            Fields.of(list).list("items", item -> Fields.of(item.value("spec")).has("metrics")))
        .containsExactly(true);
  }

  @Test
  void aPatchInAnotherVersionChangesWhatThatVersionShows() {
    Response patched = Shop.handle(
        Shop.stateOf(AUTOSCALER), merge(V2 + "/web", "{\"spec\": {\"maxReplicas\": 5}}"));

    assertThat(Shop.field(object(patched), "apiVersion")).isEqualTo("autoscaling/v2");
    MappingValue v1 = object(Shop.handle(patched.state(), Shop.get(V1 + "/web")));
    assertThat(Fields.of(v1.get("spec")).int64("maxReplicas")).isEqualTo(5L);
    assertThat(Fields.of(v1.get("spec")).int64("targetCPUUtilizationPercentage"))
        .isEqualTo(70L);
  }

  @Test
  void behaviorIsInAnAnnotationOfTheFirstVersion() {
    ServerState state = Shop.handle(
            Shop.stateOf(AUTOSCALER),
            merge(
                V2 + "/web",
                "{\"spec\": {\"behavior\": {\"scaleDown\": {\"stabilizationWindowSeconds\": 5}}}}"))
        .state();

    MappingValue v1 = object(Shop.handle(state, Shop.get(V1 + "/web")));

    assertThat(Fields.of(v1.get("metadata"))
            .stringMap("annotations")
            .get("autoscaling.alpha.kubernetes.io/behavior"))
        .contains("\"ScaleDown\":{\"StabilizationWindowSeconds\":5,");
  }

  @Test
  void eventsOfBothGroupsAreTheSame() {
    ServerState state = Shop.stateOf(EVENT);

    MappingValue event = object(Shop.handle(state, Shop.get(EVENTS + "/started")));

    assertThat(Shop.field(event, "apiVersion")).isEqualTo("events.k8s.io/v1");
    assertThat(Shop.field(event, "note")).isEqualTo("it runs");
    assertThat(Shop.field(event, "regarding", "name")).isEqualTo("web");
    assertThat(Fields.of(event).has("message")).isFalse();
    assertThat(Shop.names(Shop.handle(state, Shop.get(EVENTS)))).isEqualTo(List.of("started"));
    Response gone = Shop.handle(state, ApiRequest.of("DELETE", EVENTS + "/started"));
    assertThat(Shop.handle(gone.state(), Shop.get(CORE_EVENTS + "/started")).code())
        .isEqualTo(404);
  }

  @Test
  void anEventThatIsMadeInOneGroupIsChangedInTheOther() {
    Response patched = Shop.handle(
        Shop.stateOf(EVENT),
        merge(EVENTS + "/started", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"));

    assertThat(Shop.field(object(patched), "note")).isEqualTo("it runs");
    MappingValue core = object(Shop.handle(patched.state(), Shop.get(CORE_EVENTS + "/started")));
    assertThat(Shop.field(core, "message")).isEqualTo("it runs");
    assertThat(Shop.field(core, "metadata", "labels", "a")).isEqualTo("b");
    assertThat(Shop.names(Shop.handle(patched.state(), Shop.get(CORE_EVENTS))))
        .isEqualTo(List.of("started"));
  }
}
