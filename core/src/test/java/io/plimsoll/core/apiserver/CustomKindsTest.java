package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Requester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomKindsTest {

  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: foos.ex.com}
      spec:
        group: ex.com
        scope: Namespaced
        names: {plural: foos, singular: foo, kind: Foo, listKind: FooCollection, categories: [all]}
        versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}, scale: {specReplicasPath: .spec.size, statusReplicasPath: .status.size}}
            selectableFields: [{jsonPath: .spec.size}, {jsonPath: .status.podIP}]
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

  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
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
    assertThat(object(Shop.handle(state(), Shop.get("/apis/ex.com/v2"))))
        .hasToString("""
            {"kind":"APIResourceList","apiVersion":"v1","groupVersion":"ex.com/v2","resources":[
            {"name":"foos","singularName":"foo","namespaced":true,"kind":"Foo",
            "verbs":["delete","deletecollection","get","list","patch","create","update","watch"],
            "categories":["all"],"storageVersionHash":"AWA96Ab7FbE="},
            {"name":"foos/status","singularName":"","namespaced":true,"kind":"Foo",
            "verbs":["get","patch","update"]}]}
            """.replace("\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "|{\"apiVersion\":\"ex.com/v1\"}|400 BadRequest: the object provided is unrecognized (must be of type Foo): Object 'Kind' is missing in '{\"apiVersion\":\"ex.com/v1\"}' ({\"apiVersion\":\"ex.com/v1\"})",
        "Ignore|{\"apiVersion\":\"ex.com/v1\"}|400 BadRequest: Foo in version \"v1\" cannot be handled as a Foo: Object 'Kind' is missing in '{\"apiVersion\":\"ex.com/v1\"}'",
        "|{\"kind\":\"Foo\",\"metadata\":{\"name\":\"a\"}}|400 BadRequest: the API version in the data () does not match the expected API version (ex.com/v1)",
        "|{\"kind\":\"Foo\",\"apiVersion\":\"ex.com/v2\",\"metadata\":{\"name\":\"a\"}}|400 BadRequest: the API version in the data (ex.com/v2) does not match the expected API version (ex.com/v1)",
        "|{\"kind\":\"Bar\",\"apiVersion\":\"ex.com/v1\",\"metadata\":{\"name\":\"a\"}}|422 Invalid: Bar.ex.com \"a\" is invalid: kind: Invalid value: \"Bar\": must be Foo",
        "|{\"kind\":\"Foo\",\"apiVersion\":\"ex.com/v1\",\"metadata\":{\"name\":\"a\",\"labels\":{\"a\":1}}}|400 BadRequest: Foo in version \"v1\" cannot be handled as a Foo: json: cannot unmarshal number into Go struct field ObjectMeta.labels of type string",
        "|{\"kind\":\"Foo\",\"apiVersion\":\"ex.com/v1\",\"metadata\":[]}|400 BadRequest: Foo in version \"v1\" cannot be handled as a Foo: json: cannot unmarshal array into Go value of type v1.ObjectMeta",
        "Strict|{\"kind\":\"Foo\",\"apiVersion\":\"ex.com/v1\",\"a\":1,\"a\":2,\"metadata\":{\"name\":\"a\",\"foo\":1,\"bar\":{}}}|400 BadRequest: Foo in version \"v1\" cannot be handled as a Foo: strict decoding error: duplicate field \"a\", unknown field \"metadata.bar\", unknown field \"metadata.foo\"",
      })
  void aCustomResourceMustSayWhatItIs(String validation, String body, String refusal) {
    ApiRequest request = Shop.post(FOOS, body)
        .withParameter("fieldValidation", validation == null ? "" : validation);

    assertThat(Shop.summary(Shop.handle(state(), request))).isEqualTo(refusal);
  }

  @Test
  void whatMetadataDoNotHaveIsDropped() {
    Response created = Shop.handle(
        state(),
        Shop.post(
            FOOS,
            "{\"kind\":\"Foo\",\"apiVersion\":\"ex.com/v1\",\"metadata\":{\"name\":\"a\",\"foo\":1,\"labels\":null}}"));

    assertThat(created.warnings()).isEqualTo(List.of("unknown field \"metadata.foo\""));
    MappingValue metadata = (MappingValue) object(created).get("metadata");
    assertThat(metadata.get("foo")).isNull();
    assertThat(metadata.get("labels")).isNull();
  }

  @Test
  void aCustomResourceKeepsItsKind() {
    ServerState state = created().state();

    assertThat(Shop.summary(Shop.handle(state, merge(FOOS + "/one", "{\"kind\": \"Bar\"}"))))
        .isEqualTo(
            "422 Invalid: Bar.ex.com \"one\" is invalid: kind: Invalid value: \"Bar\": must be Foo");
    assertThat(Shop.handle(state, merge(FOOS + "/one", "{\"kind\": null}")).message())
        .contains("patch: Invalid value: ")
        .contains("Object 'Kind' is missing in ");
  }

  @Test
  void listsAreOfTheKindOfTheDefinitionAndTheirItemsSayTheirs() {
    MappingValue list = object(Shop.handle(created().state(), Shop.get(FOOS)));

    assertThat(Shop.field(list, "kind")).isEqualTo("FooCollection");
    assertThat(Fields.of(list).list("items", item -> item.text("apiVersion") + item.text("kind")))
        .isEqualTo(List.of("ex.com/v1Foo"));
    ApiRequest request = Shop.get(FOOS)
        .withHeader("Accept", "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
    assertThat(Shop.field(object(Shop.handle(created().state(), request)), "kind"))
        .isEqualTo("PartialObjectMetadataList");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec.size=1|200",
        "status.podIP=|200",
        "spec.color=1|400 BadRequest: field label not supported: spec.color",
      })
  void definitionsSayWhatListsCanBeNarrowedBy(String selector, String answer) {
    ApiRequest request = Shop.get(FOOS).withParameter("fieldSelector", selector);

    assertThat(Shop.summary(Shop.handle(created().state(), request))).startsWith(answer.strip());
  }

  @Test
  void selectedFieldsAreCompared() {
    ServerState state = created().state();

    assertThat(Shop.names(Shop.handle(
            state, Shop.get(FOOS).withParameter("fieldSelector", "spec.size=1,metadata.name=one"))))
        .isEqualTo(List.of("one"));
    assertThat(Shop.names(
            Shop.handle(state, Shop.get(FOOS).withParameter("fieldSelector", "spec.size=2"))))
        .isEmpty();
  }

  @Test
  void clusterScopedResourcesHaveNoNamespaceToNarrowBy() {
    ServerState state =
        ServerState.of(Cluster.of(Shop.object(DEFINITION.replace("Namespaced", "Cluster"))));

    assertThat(Shop.summary(Shop.handle(
            state,
            Shop.get("/apis/ex.com/v1/foos")
                .withParameter("fieldSelector", "metadata.namespace=x"))))
        .isEqualTo("400 BadRequest: field label not supported: metadata.namespace");
  }

  @Test
  void aDefinitionWaitsForWhatItDefines() {
    ServerState state = created().state();
    ApiRequest delete = ApiRequest.of("DELETE", DEFINITIONS + "/foos.ex.com");

    Response deleted = Shop.handle(state, delete);

    MappingValue definition = object(deleted);
    assertThat(deleted.code()).isEqualTo(200);
    assertThat(Shop.field(definition, "metadata", "deletionTimestamp"))
        .isEqualTo("2026-01-01T00:00:00Z");
    assertThat(Meta.of(definition).strings("finalizers"))
        .isEqualTo(List.of("customresourcecleanup.apiextensions.k8s.io"));
    assertThat(definition.get("status").toString())
        .isEqualTo("{\"conditions\":[{\"type\":\"Terminating\",\"status\":\"True\","
            + "\"lastTransitionTime\":\"2026-01-01T00:00:00Z\",\"reason\":\"InstanceDeletionPending\","
            + "\"message\":\"CustomResourceDefinition marked for deletion; CustomResource deletion will begin"
            + " soon\"}]}");
    assertThat(Shop.summary(Shop.handle(
            deleted.state(), Shop.ALICE.create(Shop.object(FOO.replace("one", "two"))))))
        .isEqualTo(
            "403 Forbidden: foos.ex.com \"two\" is forbidden: create not allowed while custom"
                + " resource definition is terminating");
    assertThat(object(Shop.handle(deleted.state(), Shop.get("/apis/ex.com/v1"))).toString())
        .contains("[\"delete\",\"deletecollection\",\"get\",\"list\",\"watch\"]");
    assertThat(Shop.handle(deleted.state(), Shop.get(FOOS + "/one")).code()).isEqualTo(200);
    Response again = Shop.handle(deleted.state(), delete);
    assertThat(again.code()).isEqualTo(200);
    Response freed = Shop.handle(
        again.state(),
        merge(DEFINITIONS + "/foos.ex.com", "{\"metadata\": {\"finalizers\": null}}"));
    assertThat(Shop.handle(freed.state(), Shop.get(FOOS + "/one")).code()).isEqualTo(404);
  }

  @Test
  void finalizersOfCustomResourcesMayBeAnyButAreRemarked() {
    String finalizers =
        "{\"metadata\": {\"finalizers\": [\"ex.com\", \"b\", \"ex.com/a\", \"orphan\"]}}";

    Response first = Shop.handle(created().state(), merge(FOOS + "/one", finalizers));

    assertThat(first.warnings())
        .isEqualTo(List.of(
            "metadata.finalizers: \"b\": prefer a domain-qualified finalizer name to avoid accidental"
                + " conflicts with other finalizer writers",
            "metadata.finalizers: \"ex.com\": prefer a domain-qualified finalizer name including a path"
                + " (/) to avoid accidental conflicts with other finalizer writers"));
    assertThat(Shop.handle(first.state(), merge(FOOS + "/one", finalizers)).warnings())
        .isEmpty();
  }

  @Test
  void aDefinitionThatIsAnotherStays() {
    ApiRequest request =
        Shop.send("DELETE", DEFINITIONS + "/foos.ex.com", "{\"preconditions\": {\"uid\": \"x\"}}");

    assertThat(Shop.summary(Shop.handle(state(), request)))
        .isEqualTo("409 Conflict: Operation cannot be fulfilled on"
            + " customresourcedefinitions.apiextensions.k8s.io \"foos.ex.com\": precondition failed:"
            + " UID in precondition: x, UID in object meta: ");
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
