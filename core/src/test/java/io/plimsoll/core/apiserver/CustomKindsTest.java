package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Requester;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomKindsTest {

  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: foos.ex.com}
      spec:
        group: ex.com
        scope: Namespaced
        names: {plural: foos, singular: foo, kind: Foo, listKind: FooList}
        versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}, scale: {specReplicasPath: .spec.size, statusReplicasPath: .status.size}}
            schema: {openAPIV3Schema: {type: object}}
          - name: v2
            served: true
            storage: false
            subresources: {status: {}}
            schema: {openAPIV3Schema: {type: object}}
          - name: v0
            served: false
            storage: false
            schema: {openAPIV3Schema: {type: object}}
      """;

  private static final String FOO =
      "{apiVersion: ex.com/v1, kind: Foo, metadata: {name: one, namespace: shop}, spec: {size: 1}, status: {size: 1}}";

  private static final String FOOS = "/apis/ex.com/v1/namespaces/shop/foos";

  private static ServerState state() {
    return ServerState.of(Cluster.of(Shop.object(DEFINITION)));
  }

  private static ApiRequest merge(String path, String patch) {
    return ApiRequest.of("PATCH", path).withBody("application/merge-patch+json", patch);
  }

  private static MappingValue object(Response response) {
    assertThat(response.message()).isEmpty();
    return response.object().orElseThrow();
  }

  private static Response created() {
    return Shop.handle(state(), Shop.ALICE.create(Shop.object(FOO)));
  }

  @Test
  void customResourcesAreCreatedAndSaidToBeChecked() {
    Response created = created();

    MappingValue foo = object(created);
    assertThat(created.code()).isEqualTo(201);
    assertThat(Shop.field(foo, "spec", "size")).isEqualTo("1");
    assertThat(Shop.field(foo, "metadata", "generation")).isEqualTo("1");
    assertThat(Shop.field(foo, "metadata", "uid")).isNotEmpty();
    assertThat(foo.get("status")).isNull();
    assertThat(created.trace())
        .extracting(TraceStep::toString)
        .contains("validation: incomplete: the schema of Foo is not evaluated: beyond its metadata,"
            + " nothing is set by default, pruned or validated");
  }

  @Test
  void customResourcesAreReadInEveryVersionThatIsServed() {
    ServerState state = created().state();

    assertThat(Shop.names(Shop.handle(state, Shop.get(FOOS)))).isEqualTo(List.of("one"));
    MappingValue second = object(Shop.handle(state, Shop.get(FOOS.replace("v1", "v2") + "/one")));
    assertThat(Shop.field(second, "apiVersion")).isEqualTo("ex.com/v2");
    assertThat(Shop.handle(state, Shop.get(FOOS.replace("v1", "v0"))).code()).isEqualTo(404);
    assertThat(Shop.handle(state, Shop.get("/apis/ex.com/v1/foos/one")).code()).isEqualTo(404);
  }

  @Test
  void customResourcesAreChanged() {
    ServerState state = created().state();

    MappingValue patched = object(Shop.handle(
        state, merge(FOOS + "/one", "{\"spec\": {\"size\": 2}, \"status\": {\"size\": 5}}")));
    assertThat(Shop.field(patched, "spec", "size")).isEqualTo("2");
    assertThat(Shop.field(patched, "metadata", "generation")).isEqualTo("2");
    assertThat(patched.get("status")).isNull();
    MappingValue reported = object(Shop.handle(
        state,
        merge(FOOS + "/one/status", "{\"spec\": {\"size\": 2}, \"status\": {\"size\": 5}}")));
    assertThat(Shop.field(reported, "spec", "size")).isEqualTo("1");
    assertThat(Shop.field(reported, "status", "size")).isEqualTo("5");
    assertThat(Shop.summary(Shop.handle(state, Shop.get(FOOS + "/one/scale"))))
        .isEqualTo("501 NotImplemented: the scale of custom resources is not supported");
    Response gone = Shop.handle(state, ApiRequest.of("DELETE", FOOS + "/one"));
    assertThat(Shop.handle(gone.state(), Shop.get(FOOS + "/one")).code()).isEqualTo(404);
  }

  @Test
  void anUpdateMustSayWhichVersionItWasMadeFrom() {
    ServerState state = created().state();

    assertThat(Shop.handle(state, Shop.ALICE.update(Shop.object(FOO))).message())
        .contains("metadata.resourceVersion: Invalid value: 0: must be specified for an update");
    MappingValue stored = object(Shop.handle(state, Shop.get(FOOS + "/one")));
    assertThat(Shop.handle(state, Shop.ALICE.update(KubeObject.of(stored))).code())
        .isEqualTo(200);
  }

  @Test
  void withoutItsDefinitionAResourceIsNotThere() {
    ServerState nothing = ServerState.of(Cluster.empty());

    assertThat(Shop.handle(nothing, Shop.ALICE.create(Shop.object(FOO))).code()).isEqualTo(404);
  }

  @Test
  void discoveryHasCustomResources() {
    assertThat(object(Shop.handle(state(), Shop.get("/apis/ex.com/v1"))).toString())
        .contains("\"name\":\"foos\"");
  }

  @Test
  void requestersKnowWhatAClusterDefines() {
    Requester knowing = Shop.ALICE.knowing(state().cluster());

    assertThat(knowing.get("foos", "shop", "one").path())
        .isEqualTo("/apis/ex.com/v1/namespaces/shop/foos/one");
    assertThat(knowing.create(Shop.object(FOO)).path()).isEqualTo(FOOS);
    assertThat(Shop.ALICE.create(Shop.object(FOO.replace("Foo", "Policy"))).path())
        .isEqualTo("/apis/ex.com/v1/namespaces/shop/policies");
    assertThat(Shop.ALICE
            .delete(Shop.object("{apiVersion: ex.com/v1, kind: Bus, metadata: {name: one}}"))
            .path())
        .isEqualTo("/apis/ex.com/v1/buses/one");
  }

  @Test
  void storedCustomResourcesAreInANamespace() {
    Cluster manifests = Cluster.of(
        Shop.object(DEFINITION),
        Shop.object("{apiVersion: ex.com/v1, kind: Foo, metadata: {name: one}, spec: {size: 1}}"));

    ServerState state = ServerState.of(StoredObjects.of(manifests, Shop.strategies()));

    MappingValue foo =
        object(Shop.handle(state, Shop.get("/apis/ex.com/v1/namespaces/default/foos/one")));
    assertThat(Shop.field(foo, "metadata", "generation")).isEqualTo("1");
    assertThat(Shop.field(foo, "metadata", "resourceVersion")).isEqualTo("1");
  }
}
