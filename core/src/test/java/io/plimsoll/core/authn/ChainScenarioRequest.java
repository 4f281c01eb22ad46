package io.plimsoll.core.authn;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import java.util.List;
import java.util.Map;

/** A recorded {@code request}, without its credentials but for headers and a user that is taken for granted. */
final class ChainScenarioRequest {

  private ChainScenarioRequest() {}

  static ApiRequest of(JsonNode request) {
    ApiRequest http =
        ApiRequest.of(request.path("method").asText("GET"), request.path("path").asText("/"));
    for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
      Iterable<JsonNode> values =
          header.getValue().isArray() ? header.getValue() : List.of(header.getValue());
      for (JsonNode value : values) {
        http = http.withHeader(header.getKey(), value.asText());
      }
    }
    if (request.has("body")) {
      http = http.withBody("application/json", request.get("body").toString());
    }
    return request.has("user") ? http.as(ChainScenarioServer.user(request.get("user"))) : http;
  }

  /** Returns a tree as the library has it. */
  static Fields fields(JsonNode tree) {
    return Fields.of(Value.parseJson(Source.of("", tree.toString())));
  }
}
