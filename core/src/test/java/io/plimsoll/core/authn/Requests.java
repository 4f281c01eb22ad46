package io.plimsoll.core.authn;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import java.time.Instant;
import java.util.List;

/** Requests and objects of these tests. */
final class Requests {

  static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
  static final String ISSUER = "https://kubernetes.default.svc";

  private Requests() {}

  static ApiRequest http() {
    return ApiRequest.of("GET", "/api/v1/pods");
  }

  static AuthenticationRequest request(ApiRequest http) {
    return request(http, Cluster.empty());
  }

  static AuthenticationRequest request(ApiRequest http, Cluster cluster) {
    return new AuthenticationRequest(http, cluster, NOW, List.of());
  }

  static KubeObject object(String json) {
    return KubeObject.of(
        Fields.of(Value.parseJson(Source.of("test", json.replace('\'', '"')))).tree());
  }

  /** Returns what an answer comes to: a user with uid and groups, an error, or nothing. */
  static String outcome(Authentication answer) {
    if (answer instanceof Authentication.Authenticated known) {
      return known.user().name() + "/" + known.user().uid() + known.user().groups();
    }
    if (answer instanceof Authentication.Failed failed) {
      return "error: " + failed.error();
    }
    return answer instanceof Authentication.Undecided undecided
        ? "undecided: " + undecided.problem()
        : "nothing";
  }
}
