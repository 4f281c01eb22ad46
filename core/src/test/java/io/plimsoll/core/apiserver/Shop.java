package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.registry.CoreStrategies;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.core.validation.Strategies;
import java.util.List;

/** A server that allows everything, somebody who asks it, and objects of these tests. */
final class Shop {

  private static final Strategies STRATEGIES = Strategies.of(CoreStrategies.all());

  static final ApiServer SERVER = ApiServer.builder().strategies(STRATEGIES).build();

  static final Requester ALICE = Request.as("alice");

  static final String CONFIG_MAPS = "/api/v1/namespaces/shop/configmaps";
  static final String PODS = "/api/v1/namespaces/shop/pods";

  static final String SETTINGS =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop}, data: {color: blue}}";

  static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: app, image: "app:1"}]}
      """;

  private Shop() {}

  static Strategies strategies() {
    return STRATEGIES;
  }

  static KubeObject object(String yaml) {
    return Manifests.read("test.yaml", yaml).orThrow().objects().get(0);
  }

  /** Returns the manifest of a pod on a node, or on none if that is empty. */
  static String pod(String name, String node) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: " + name
        + ", namespace: shop, labels: {app: "
        + name + "}}, spec: {" + (node.isEmpty() ? "" : "nodeName: " + node + ", ")
        + "containers: [{name: app, image: 'app:1'}]}}";
  }

  /** Returns the state after these were created. */
  static ServerState stateOf(String... yaml) {
    ServerState state = ServerState.of(Cluster.empty());
    for (String text : yaml) {
      Response created = SERVER.handle(state, ALICE.create(object(text)));
      if (created.code() != 201) {
        throw new IllegalArgumentException(created.message());
      }
      state = created.state();
    }
    return state;
  }

  /** Returns the state with objects as they are, past admission and validation. */
  static ServerState holding(String... yaml) {
    Cluster cluster = Cluster.empty();
    for (String text : yaml) {
      cluster = cluster.with(object(text));
    }
    return ServerState.of(cluster);
  }

  static Response handle(ServerState state, ApiRequest request) {
    return SERVER.handle(state, request);
  }

  static ApiRequest post(String path, String json) {
    return send("POST", path, json);
  }

  static ApiRequest send(String method, String path, String json) {
    return ApiRequest.of(method, path).withBody("application/json", json);
  }

  static ApiRequest get(String path) {
    return ApiRequest.of("GET", path);
  }

  static MappingValue stored(ServerState state, String kind, String name) {
    return state.cluster().objects().stream()
        .filter(
            object -> object.ref().kind().equals(kind) && object.ref().name().equals(name))
        .findFirst()
        .orElseThrow()
        .tree();
  }

  static String field(MappingValue object, String... path) {
    return FieldPath.of(path).in(object) instanceof ScalarValue scalar ? scalar.text() : "";
  }

  static String field(Response response, String... path) {
    return field(response.object().orElseThrow(), path);
  }

  static List<String> names(Response list) {
    return Fields.of(list.object().orElseThrow())
        .list("items", item -> Fields.of(item.value("metadata")).text("name"));
  }

  /** Returns code, reason and message in a line. */
  static String summary(Response response) {
    return response.code() + " "
        + response.status().map(status -> status.reason()).orElse("") + ": " + response.message();
  }
}
