package io.plimsoll.core.authn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.testkit.JsonWebTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The {@code objects} of a recorded scenario, and the few writes that its steps make before somebody shows a token. */
final class ChainScenarioCluster {

  private static final String ANOTHER_TOKEN = JsonWebTokens.encode(new byte[] {1});

  private ChainScenarioCluster() {}

  /**
   * Returns the objects as the server stored them.
   *
   * @param token what stands for {@code <the token>}
   */
  static Cluster of(JsonNode scenario, String token) {
    // That the secret holds another token was lost when the recordings were normalised.
    boolean another = scenario.path("name").asText().contains("holds another token");
    List<KubeObject> objects = new ArrayList<>();
    for (JsonNode object : scenario.path("objects")) {
      ObjectNode copy = object.deepCopy();
      if (copy.path("stringData").path("token").asText().equals("<the token>")) {
        ((ObjectNode) copy.get("stringData")).put("token", another ? ANOTHER_TOKEN : token);
      }
      objects.add(stored(copy, "uid-of-" + kind(object) + "-" + name(object)));
    }
    return Cluster.of(objects);
  }

  private static String kind(JsonNode object) {
    return object.path("kind").asText().toLowerCase(Locale.ROOT);
  }

  private static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }

  private static KubeObject stored(ObjectNode object, String uid) {
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    if (!metadata.has("uid")) {
      metadata.put("uid", uid);
    }
    return KubeObject.of(ChainScenarioRequest.fields(object).tree());
  }

  /** Returns the cluster after a step that deletes or creates a pod or a service account. */
  static Cluster after(Cluster cluster, JsonNode request) {
    if (request.path("method").asText().equals("POST")) {
      return cluster.with(stored(request.get("body").deepCopy(), "<uid>"));
    }
    String[] parts = request.path("path").asText().split("/", -1);
    String kind = parts[5].equals("pods") ? "Pod" : "ServiceAccount";
    return cluster.without(new ObjectRef("v1", kind, parts[4], parts[6]));
  }
}
