package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceCatalogTest {

  private static final ResourceCatalog CATALOG = ResourceCatalog.kubernetes();

  @ParameterizedTest
  @CsvSource({
    "po, v1 pods",
    "pods, v1 pods",
    "pod, v1 pods",
    "Pod, v1 pods",
    "PODS, v1 pods",
    "pods.v1., v1 pods",
    "deploy.apps, apps/v1 deployments",
    "Deployment.apps, apps/v1 deployments",
    "deployments.v1.apps, apps/v1 deployments",
    "Deployment.v1.apps, apps/v1 deployments",
    "hpa, autoscaling/v2 horizontalpodautoscalers",
    "hpa.v1.autoscaling, autoscaling/v1 horizontalpodautoscalers",
    "events, v1 events",
    "events.events.k8s.io, events.k8s.io/v1 events",
    "storageclass.storage, storage.k8s.io/v1 storageclasses",
    "netpol, networking.k8s.io/v1 networkpolicies"
  })
  void namesMeanWhatTheyMeanToKubectl(String typed, String expected) {
    assertThat(CATALOG.find(typed))
        .first()
        .extracting(resource -> resource.apiVersion() + " " + resource.name())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PO", "podz", "pods.apps", "deployments.v2.apps", "pods.APPS", "", "."})
  void otherNamesMeanNothing(String typed) {
    assertThat(CATALOG.find(typed)).isEmpty();
  }

  @Test
  void allVersionsAreFoundThePreferredFirst() {
    assertThat(CATALOG.find("horizontalpodautoscalers"))
        .extracting(ApiResource::version)
        .containsExactly("v2", "v1");
    assertThat(CATALOG.versions("autoscaling")).containsExactly("v2", "v1");
    assertThat(CATALOG.versions("example.com")).isEmpty();
  }

  @Test
  void aResourceKnowsWhatCanBeDoneWithIt() {
    ApiResource pods = CATALOG.byResource("", "v1", "pods").orElseThrow();

    assertThat(pods.kind()).isEqualTo("Pod");
    assertThat(pods.singular()).isEqualTo("pod");
    assertThat(pods.shortNames()).containsExactly("po");
    assertThat(pods.namespaced()).isTrue();
    assertThat(pods.verbs()).contains("create", "deletecollection", "watch").isSorted();
    assertThat(pods.subresource("exec").orElseThrow().verbs()).containsExactly("create", "get");
    assertThat(pods.subresource("scale")).isEmpty();
    assertThat(CATALOG.byKind("", "v1", "Namespace").orElseThrow().namespaced()).isFalse();
  }

  @Test
  void kindsAndResourcesBelongTogether() {
    assertThat(CATALOG.resources()).allSatisfy(resource -> {
      assertThat(CATALOG.byKind(resource.group(), resource.version(), resource.kind()))
          .contains(resource);
      assertThat(CATALOG.byResource(resource.group(), resource.version(), resource.name()))
          .contains(resource);
      assertThat(Schema.kubernetes().type(resource.apiVersion(), resource.kind()))
          .isPresent();
    });
  }

  @Test
  void misspelledNamesAreCorrected() {
    assertThat(CATALOG.nearestResource("apps", "deploymets")).contains("deployments");
    assertThat(CATALOG.nearestResource("", "deploymets")).isEmpty();
    assertThat(CATALOG.byResource("deployments"))
        .extracting(ApiResource::apiVersion)
        .containsExactly("apps/v1");
    assertThat(CATALOG.nearestGroup("network.k8s.io")).contains("networking.k8s.io");
    assertThat(CATALOG.nearestVerb("lists")).contains("list");
    assertThat(CATALOG.nearestVerb("frobnicate")).isEmpty();
    assertThat(CATALOG.hasGroup("apps")).isTrue();
    assertThat(CATALOG.hasGroup("app")).isFalse();
  }

  @Test
  void moreResourcesComeAfterItsOwn() {
    ApiResource widgets = new ApiResource(
        "example.com",
        "v1",
        "widgets",
        "widget",
        "Widget",
        List.of("po"),
        true,
        List.of("get"),
        List.of());

    ResourceCatalog more = CATALOG.with(List.of(widgets));

    assertThat(more.groups()).endsWith("example.com");
    assertThat(more.find("widget")).containsExactly(widgets);
    assertThat(more.find("po")).extracting(ApiResource::name).containsExactly("pods");
    assertThat(more.find("po.example.com")).containsExactly(widgets);
    assertThat(CATALOG.find("widget")).isEmpty();
  }
}
