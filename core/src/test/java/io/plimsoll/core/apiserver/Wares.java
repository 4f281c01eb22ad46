package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.send;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.ServiceRanges;
import io.plimsoll.core.request.ApiRequest;
import java.util.List;

/** A server that gives Services addresses from some ranges, what it was told so far, and what it said last. */
final class Wares {

  private static final String PATH = "/api/v1/namespaces/shop/services";

  private final ApiServer server;
  private ServerState state;

  private Wares(ServiceRanges ranges, ServerState state) {
    this.server =
        ApiServer.builder().strategies(Shop.strategies()).serviceRanges(ranges).build();
    this.state = state;
  }

  static Wares of(ServiceRanges ranges) {
    return of(ranges, ServerState.of(Cluster.empty()));
  }

  static Wares of(ServiceRanges ranges, ServerState state) {
    return new Wares(ranges, state);
  }

  ServerState state() {
    return state;
  }

  Response ask(ApiRequest request) {
    Response response = server.handle(state, request);
    state = response.state();
    return response;
  }

  /** Creates a Service with these fields of its spec. */
  Response create(String name, String spec) {
    return ask(creation(name, spec));
  }

  static ApiRequest creation(String name, String spec) {
    return send("POST", PATH, body(name, spec));
  }

  static String body(String name, String spec) {
    return "{\"metadata\": {\"name\": \"" + name + "\"}, \"spec\": {" + spec + "}}";
  }

  /** Changes these fields of the spec of a Service. */
  Response patch(String name, String spec) {
    return ask(patching(name, spec));
  }

  static ApiRequest patching(String name, String spec) {
    return ApiRequest.of("PATCH", PATH + "/" + name)
        .withBody("application/merge-patch+json", "{\"spec\": {" + spec + "}}");
  }

  Response put(String name, String spec) {
    return ask(send("PUT", PATH + "/" + name, body(name, spec)));
  }

  Response delete(String name) {
    return ask(ApiRequest.of("DELETE", PATH + "/" + name));
  }

  static Fields spec(Response response) {
    if (response.object().isEmpty()) {
      throw new AssertionError(response.message());
    }
    return spec(response.object().get());
  }

  static Fields spec(MappingValue service) {
    return Fields.of(service.get("spec"));
  }

  static List<String> clusterIps(Response response) {
    return spec(response).strings("clusterIPs");
  }

  static List<String> ipFamilies(Response response) {
    return spec(response).strings("ipFamilies");
  }

  /** Returns the ports of nodes, 0 for a port that has none. */
  static List<Long> nodePorts(Response response) {
    return nodePorts(spec(response));
  }

  static List<Long> nodePorts(Fields spec) {
    return spec.list("ports", port -> number(port, "nodePort"));
  }

  static long number(Fields fields, String field) {
    Long number = fields.int64(field);
    return number == null ? 0 : number;
  }

  static long healthCheckNodePort(Response response) {
    return number(spec(response), "healthCheckNodePort");
  }
}
