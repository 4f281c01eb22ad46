package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.ApiRequest;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked, there is an answer, and it is the same again; what is refused changes nothing. */
class ApiServerProperties {

  private static final ServerState STATE = Shop.stateOf(
      Shop.SETTINGS,
      Shop.DEPLOYMENT,
      Shop.pod("web", "n1"),
      "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}",
      "{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot, namespace: shop}}");

  private static final List<String> PARTS = List.of(
      "api",
      "apis",
      "v1",
      "apps",
      "batch",
      "namespaces",
      "shop",
      "pods",
      "web",
      "configmaps",
      "settings",
      "deployments",
      "status",
      "scale",
      "exec",
      "log",
      "proxy",
      "eviction",
      "binding",
      "finalize",
      "token",
      "serviceaccounts",
      "robot",
      "watch",
      "nodes",
      "",
      "..",
      "version",
      "é%2f");

  private static final List<String> COLLECTIONS = List.of(
      "/api/v1/namespaces/shop/pods",
      "/api/v1/namespaces/shop/pods/web",
      "/api/v1/namespaces/shop/pods/web/",
      "/api/v1/namespaces/shop/configmaps",
      "/api/v1/namespaces/shop/configmaps/settings",
      "/api/v1/namespaces/shop",
      "/apis/apps/v1/namespaces/shop/deployments/web",
      "/apis/apps/v1/namespaces/shop/deployments/web/scale",
      "/api/v1/configmaps",
      "/apis/authorization.k8s.io/v1/subjectaccessreviews",
      "/apis/authentication.k8s.io/v1/tokenreviews");

  private static final List<String> BODIES = List.of(
      "",
      "{",
      "null",
      "[]",
      "7",
      "{}",
      "{\"metadata\": null}",
      "{\"metadata\": {\"name\": \"web\"}}",
      "{\"metadata\": {\"name\": \"settings\", \"uid\": \"x\", \"finalizers\": [\"a/b\"]}}",
      "{\"metadata\": {\"generateName\": \"g-\"}, \"spec\": {\"replicas\": \"x\"}}",
      "{\"metadata\": {\"name\": 7}}",
      "{\"spec\": {\"containers\": {}}, \"status\": 1}",
      "[{\"op\": \"replace\", \"path\": \"/spec\", \"value\": null}]",
      "[{\"op\": \"remove\", \"path\": \"/metadata\"}]",
      "{\"spec\": null, \"metadata\": {\"labels\": null, \"name\": null}}",
      "{\"kind\": \"Status\", \"apiVersion\": \"v1\"}",
      "a: &a [*a]",
      "\u0000");

  private static final List<String> TYPES = List.of(
      "application/json",
      "application/yaml",
      "application/json-patch+json",
      "application/merge-patch+json",
      "application/strategic-merge-patch+json",
      "application/apply-patch+yaml",
      "text/plain",
      ";;");

  @Property(tries = 2000)
  void everyRequestIsAnswered(@ForAll("requests") ApiRequest request) {
    Response response = Shop.handle(STATE, request);
    Response again = Shop.handle(STATE, request);

    assertThat(response.code()).isBetween(200, 504);
    assertThat(again.body()).isEqualTo(response.body());
    assertThat(again.trace()).isEqualTo(response.trace());
    if (!response.isSuccess()) {
      assertThat(response.cluster().objects()).isEqualTo(STATE.cluster().objects());
    }
    response.status().ifPresent(status -> assertThat(status.toTree()).isNotNull());
  }

  @Provide
  Arbitrary<ApiRequest> requests() {
    Arbitrary<String> paths = Arbitraries.oneOf(
        Arbitraries.of(COLLECTIONS),
        Combinators.combine(Arbitraries.of(COLLECTIONS), Arbitraries.of(PARTS))
            .as((path, part) -> path + "/" + part),
        Arbitraries.of(PARTS).list().ofMaxSize(7).map(parts -> "/" + String.join("/", parts)));
    Arbitrary<String> methods =
        Arbitraries.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "");
    Arbitrary<List<String>> parameters = Arbitraries.of(
            "dryRun=All",
            "dryRun=x",
            "labelSelector=a in",
            "fieldSelector=metadata.name=web",
            "fieldSelector=metadata.name=a,metadata.name=b",
            "limit=1",
            "limit=-1",
            "continue=e30",
            "watch=1",
            "fieldManager=m",
            "fieldValidation=Strict",
            "propagationPolicy=Orphan",
            "gracePeriodSeconds=-1",
            "resourceVersion=1",
            "container=x",
            "force=true")
        .list()
        .ofMaxSize(2);
    return Combinators.combine(
            methods, paths, parameters, Arbitraries.of(TYPES), Arbitraries.of(BODIES))
        .as((method, path, query, type, body) -> {
          ApiRequest request = ApiRequest.of(method, path).withBody(type, body);
          for (String parameter : query) {
            int equals = parameter.indexOf('=');
            request = request.withParameter(
                parameter.substring(0, equals), parameter.substring(equals + 1));
          }
          return request;
        });
  }
}
