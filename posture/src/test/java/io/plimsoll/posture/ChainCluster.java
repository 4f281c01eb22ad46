package io.plimsoll.posture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.testkit.JsonWebTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The state of a server before a recorded request: what is built in, and the {@code objects} of the scenario. */
final class ChainCluster {

  private static final String POD_SECURITY = "pod-security.kubernetes.io/";
  private static final String ANOTHER_TOKEN = JsonWebTokens.encode(new byte[] {1});
  private static final Requester ADMIN = Request.as(ChainServer.admin());

  private final ApiServer server;
  private final Instant now;

  ChainCluster(ApiServer server, Instant now) {
    this.server = server;
    this.now = now;
  }

  /**
   * Returns the state of the server.
   *
   * @param token what stands for {@code <the token>}
   */
  ServerState of(JsonNode scenario, String token) {
    ServerState state = ServerState.of(Cluster.of(BootstrapPolicy.objects()));
    for (String namespace : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
      state = state.with(state.cluster().with(builtIn("v1", "Namespace", namespace)));
    }
    for (String[] priority : new String[][] {
      {"system-cluster-critical", "2000000000"}, {"system-node-critical", "2000001000"}
    }) {
      state = state.with(
          state.cluster().with(priorityClass(priority[0], Integer.parseInt(priority[1]))));
    }
    List<JsonNode> objects = new ArrayList<>();
    scenario.path("objects").forEach(objects::add);
    int second = -objects.size();
    for (JsonNode object : objects) {
      state = create(state.at(now.plusSeconds(second++)), given(scenario, object, token));
    }
    for (JsonNode object : objects) {
      state = finish(state, object);
    }
    return state.at(now);
  }

  private static KubeObject builtIn(String apiVersion, String kind, String name) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("apiVersion", apiVersion).put("kind", kind);
    tree.putObject("metadata")
        .put("name", name)
        .put("uid", "uid-of-namespace-" + name)
        .putObject("labels")
        .put("kubernetes.io/metadata.name", name);
    tree.putObject("spec").putArray("finalizers").add("kubernetes");
    tree.putObject("status").put("phase", "Active");
    return KubeObject.of(ChainRequest.tree(tree));
  }

  private static KubeObject priorityClass(String name, int value) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("apiVersion", "scheduling.k8s.io/v1").put("kind", "PriorityClass").put("value", value);
    tree.put("preemptionPolicy", "PreemptLowerPriority");
    tree.putObject("metadata").put("name", name);
    return KubeObject.of(ChainRequest.tree(tree));
  }

  private static ObjectNode given(JsonNode scenario, JsonNode object, String token) {
    ObjectNode copy = object.deepCopy();
    if (copy.path("stringData").path("token").asText().equals("<the token>")) {
      // That the secret holds another token was lost when the recordings were normalised.
      boolean another = scenario.path("name").asText().contains("holds another token");
      ((ObjectNode) copy.get("stringData")).put("token", another ? ANOTHER_TOKEN : token);
    }
    return copy;
  }

  private ServerState create(ServerState state, ObjectNode given) {
    ObjectNode object = given.deepCopy();
    object.remove("status");
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    metadata.remove(List.of("deletionTimestamp", "uid"));
    if (metadata.path("labels") instanceof ObjectNode labels) {
      List<String> later = new ArrayList<>();
      labels.fieldNames().forEachRemaining(name -> {
        if (name.startsWith(POD_SECURITY)) {
          later.add(name);
        }
      });
      labels.remove(later);
    }
    KubeObject sent = KubeObject.of(ChainRequest.tree(object));
    if (state.cluster().find(sent.ref()).isPresent()) {
      return state;
    }
    Response created = server.handle(state, ADMIN.create(sent));
    if (!created.isSuccess()) {
      throw new AssertionError("not created: " + sent + ": " + created.code() + " "
          + created.message() + " " + created.body());
    }
    return withKnownUids(created.state());
  }

  /** Sets what was written once all objects existed: statuses, labels of Pod Security, deletions. */
  private ServerState finish(ServerState start, JsonNode given) {
    ServerState state = start;
    KubeObject named = KubeObject.of(ChainRequest.tree(given));
    KubeObject stored = state.cluster().find(named.ref()).orElse(null);
    if (stored == null) {
      return state;
    }
    MappingValue tree = stored.tree();
    if (given.has("status")) {
      MappingValue status = Fields.of(tree.get("status")).tree();
      tree = tree.with("status", status.withAll(ChainRequest.tree(given.get("status"))));
    }
    tree = tree.with(
        "metadata",
        withPodSecurityLabels(
            Fields.of(tree.get("metadata")).tree(), given.path("metadata").path("labels")));
    if (!tree.equals(stored.tree())) {
      state = state.with(state.cluster().with(KubeObject.of(tree)));
    }
    if (given.path("metadata").has("deletionTimestamp")) {
      ApiRequest delete = ADMIN.delete(KubeObject.of(tree));
      state = server.handle(state, delete).state();
    }
    return state;
  }

  private static MappingValue withPodSecurityLabels(MappingValue metadata, JsonNode labels) {
    MappingValue all = Fields.of(metadata.get("labels")).tree();
    int before = all.size();
    for (String name : (Iterable<String>) labels::fieldNames) {
      if (name.startsWith(POD_SECURITY)) {
        all = all.with(name, ScalarValue.of(labels.get(name).asText()));
      }
    }
    return all.size() == before ? metadata : metadata.with("labels", all);
  }

  /** Returns a state in which objects have the uids that the recordings give them. */
  static ServerState withKnownUids(ServerState state) {
    Cluster cluster = state.cluster();
    for (KubeObject object : cluster.objects()) {
      String uid = "uid-of-" + object.ref().kind().toLowerCase(Locale.ROOT) + "-"
          + object.ref().name();
      MappingValue metadata = Fields.of(object.tree().get("metadata")).tree();
      boolean made = Fields.of(metadata).has("creationTimestamp");
      if (made && !Fields.of(metadata).text("uid").equals(uid)) {
        cluster = cluster.with(KubeObject.of(
            object.tree().with("metadata", metadata.with("uid", ScalarValue.of(uid)))));
      }
    }
    return state.with(cluster);
  }
}
