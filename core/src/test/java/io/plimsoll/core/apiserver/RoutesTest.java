package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.PODS;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.pod;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private static final ServerState STATE = stateOf(SETTINGS, pod("web", "n1"));

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/v1/pods",
    "POST, /api/v1/configmaps",
    "PUT, /api/v1/configmaps",
    "PATCH, /api/v1/configmaps",
    "POST, /api/v1/namespaces/shop/configmaps/zzz",
    "PUT, /api/v1/namespaces/shop/configmaps",
    "PATCH, /api/v1/namespaces/shop/configmaps",
    "DELETE, /api/v1/namespaces",
    "DELETE, /api/v1/componentstatuses",
    "POST, /api/v1/nodes/n1",
    "POST, /api/v1/namespaces/shop/pods/web/status",
    "DELETE, /api/v1/namespaces/shop/pods/web/status",
    "PUT, /api/v1/namespaces/shop/pods/web/log",
    "GET, /api/v1/namespaces/shop/pods/web/binding",
    "DELETE, /api/v1/watch/pods",
    "HEAD, /api/v1/namespaces/shop/pods",
    "OPTIONS, /api/v1/namespaces/shop/pods",
    "GET, /apis/authorization.k8s.io/v1/subjectaccessreviews",
    "PATCH, /api",
    "POST, /version",
  })
  void aMethodThatAPathHasNotIsNotAllowed(String method, String path) {
    Response refused = handle(STATE, ApiRequest.of(method, path));

    assertThat(summary(refused))
        .isEqualTo(
            "405 MethodNotAllowed: the server does not allow this method on the requested resource");
    assertThat(refused.state()).isSameAs(STATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/v1/pods",
        "//api",
        "//apis/apps/v1/deployments",
        "/apis//v1/pods",
        "//api/v1/nonsense",
        "/healthz/",
        "/livez/ping/",
      })
  void aPathThatIsNotThatOfARouteIsNoPage(String path) {
    Response refused = handle(STATE, get(path));

    assertThat(refused.code()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo(new Response.Body.OfText("404 page not found\n"));
  }

  @Test
  void aPathThatEndsWithAVerbIsShownAsItWasSent() {
    assertThat(handle(STATE, get("/api/v1/watch").withParameter("a", "b")).body())
        .isEqualTo(
            new Response.Body.OfText(
                "Internal Server Error: \"/api/v1/watch?a=b\": failed to create"
                    + " RequestInfo: unable to determine kind and namespace from url, /api/v1/watch?a=b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/v1|{\"name\":\"pods\",\"singularName\":\"pod\",\"namespaced\":true,\"kind\":\"Pod\",\"verbs\":[\"create\",\"delete\",\"deletecollection\",\"get\",\"list\",\"patch\",\"update\",\"watch\"],\"shortNames\":[\"po\"],\"categories\":[\"all\"],\"storageVersionHash\":\"xPOwRZ+Yhw8=\"},{\"name\":\"pods/attach\",\"singularName\":\"\",\"namespaced\":true,\"kind\":\"PodAttachOptions\",\"verbs\":[\"create\",\"get\"]}",
        "/api/v1|{\"name\":\"pods/eviction\",\"singularName\":\"\",\"namespaced\":true,\"group\":\"policy\",\"version\":\"v1\",\"kind\":\"Eviction\",\"verbs\":[\"create\"]}",
        "/api/v1|{\"name\":\"pods/binding\",\"singularName\":\"\",\"namespaced\":true,\"kind\":\"Binding\",\"verbs\":[\"create\"]}",
        "/api/v1|{\"name\":\"bindings\",\"singularName\":\"binding\",\"namespaced\":true,\"kind\":\"Binding\",\"verbs\":[\"create\"]}",
        "/apis/apps/v1|{\"name\":\"deployments/scale\",\"singularName\":\"\",\"namespaced\":true,\"group\":\"autoscaling\",\"version\":\"v1\",\"kind\":\"Scale\",\"verbs\":[\"get\",\"patch\",\"update\"]}",
        "/apis/autoscaling/v1|\"storageVersionHash\":\"qwQve8ut294=\"",
        "/apis/apiextensions.k8s.io/v1|\"categories\":[\"api-extensions\"],\"storageVersionHash\":\"jfWCUB31mvA=\"",
        "/apis/events.k8s.io/v1|\"storageVersionHash\":\"r2yiGXH7wu8=\"",
      })
  void discoverySaysWhatResourcesHave(String path, String part) {
    assertThat(handle(STATE, get(path)).object().orElseThrow().toString()).contains(part);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/pods/web",
    "GET, /api/v1/namespaces/shop/pods/web/status/x",
    "GET, /api/v1/namespaces/shop/pods/web/frob",
    "GET, /api/v1/namespaces/shop/nodes",
    "GET, /api/v1/namespaces/shop/nodes/n1",
    "POST, /api/v1/bindings",
    "GET, /api/v1/namespaces/shop/bindings/web",
    "POST, /apis/authorization.k8s.io/v1/localsubjectaccessreviews",
    "GET, /apis/authorization.k8s.io/v1/subjectaccessreviews/x",
    "GET, /api/v1/watch/namespaces/shop/pods/web/status",
    "GET, /api/v1/watch/componentstatuses",
    "GET, /api/v1/proxy/nodes/n1",
    "GET, /api/v2/pods",
    "GET, /apis/apps/v9/deployments",
    "GET, /apis/apps/v9",
    "GET, /version/x",
  })
  void aPathThatResourcesHaveNotIsNotFound(String method, String path) {
    Response missing = handle(STATE, ApiRequest.of(method, path));

    assertThat(summary(missing))
        .isEqualTo("404 NotFound: the server could not find the requested resource");
    assertThat(missing.status().orElseThrow().details()).contains(Status.Details.of("", "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/pods",
        "/api/v1/namespaces/shop",
        "/api/v1/namespaces/shop/pods/web/status",
        "/api/v1/watch/pods",
        "/api/v1/watch/namespaces/shop/pods/web",
        "/apis",
        "/apis/apps",
        "/apis/apps/v1",
        "/version",
      })
  void aPathThatIsThereIsAnswered(String path) {
    ServerState state =
        Shop.holding("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}", pod("web", ""));

    assertThat(handle(state, get(path)).code()).isEqualTo(200);
  }

  @Test
  void whatCannotBeWatchedIsOnlyListed() {
    Response refused = handle(STATE, get("/api/v1/componentstatuses").withParameter("watch", "1"));

    assertThat(summary(refused))
        .isEqualTo(
            "405 MethodNotAllowed: watch is not supported on resources of kind \"componentstatuses\"");
  }

  @Test
  void ofAPathNothingIsDone() {
    Response nothing = handle(STATE, ApiRequest.of("GET", ""));

    assertThat(nothing.code()).isEqualTo(501);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/metrics",
        "/openapi/v2",
        "/openapi/v3/apis/apps/v1",
        "/openid/v1/jwks",
        "/.well-known/openid-configuration",
        "/logs/x",
        "/readyz/poststarthook/some-controller",
      })
  void whatNoManifestSaysIsNotSupported(String path) {
    assertThat(summary(handle(STATE, get(path))))
        .isEqualTo("501 NotImplemented: the path \"" + path + "\" is not supported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/healthz",
        "/livez/ping",
        "/healthz/etcd",
        "/readyz/etcd-readiness",
        "/readyz/informer-sync",
        "/livez/poststarthook/rbac/bootstrap-roles",
      })
  void everyCheckOfHealthIsFine(String path) {
    assertThat(handle(STATE, get(path)).body()).isEqualTo(new Response.Body.OfText("ok"));
    assertThat(handle(STATE, ApiRequest.of("POST", path)).code()).isEqualTo(200);
  }

  @Test
  void theChecksThatEveryServerHasAreToldIfThatIsAskedFor() {
    Response.Body told =
        handle(STATE, get("/readyz").withParameter("verbose", "")).body();
    assertThat(((Response.Body.OfText) told).text())
        .startsWith("[+]etcd ok\n[+]etcd-readiness ok\n")
        .endsWith("[+]poststarthook/start-system-namespaces-controller ok\nreadyz check passed\n");
    assertThat(handle(STATE, get("/livez/informer-sync")).code()).isEqualTo(404);
    assertThat(handle(STATE, get("/healthz/nonsense")).body())
        .isEqualTo(new Response.Body.OfText("404 page not found\n"));
  }

  @Test
  void aClientMayWantTheMetadataOnly() {
    String accept = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    String ofLists = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    Response one = handle(STATE, get(CONFIG_MAPS + "/settings").withHeader("Accept", accept));
    Response all = handle(STATE, get(CONFIG_MAPS).withHeader("Accept", ofLists));
    Response wrong = handle(STATE, get(CONFIG_MAPS).withHeader("Accept", accept));

    assertThat(one.object().orElseThrow().keys()).containsExactly("kind", "apiVersion", "metadata");
    assertThat(Shop.field(one, "kind")).isEqualTo("PartialObjectMetadata");
    assertThat(Shop.field(one, "apiVersion")).isEqualTo("meta.k8s.io/v1");
    assertThat(Shop.field(all, "kind")).isEqualTo("PartialObjectMetadataList");
    assertThat(Shop.names(all)).containsExactly("settings");
    assertThat(summary(wrong))
        .isEqualTo(
            "406 NotAcceptable: you requested PartialObjectMetadata, but the requested object is a list");
  }

  @Test
  void theMostWelcomeFormIsMade() {
    String accept = "application/json;q=0.5,"
        + "application/json;q=0.9;as=PartialObjectMetadata;g=meta.k8s.io;v=v1beta1";

    Response one = handle(STATE, get(PODS + "/web").withHeader("Accept", accept));

    assertThat(Shop.field(one, "apiVersion")).isEqualTo("meta.k8s.io/v1beta1");
  }

  @Test
  void tablesAreNotMade() {
    String accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    ApiRequest request = ApiRequest.of("DELETE", CONFIG_MAPS + "/settings");

    Response refused = handle(STATE, request.withHeader("Accept", accept));

    assertThat(summary(refused))
        .isEqualTo("501 NotImplemented: answering with a Table is not supported");
    assertThat(refused.state()).isSameAs(STATE);
  }

  @Test
  void ofWhatIsMadeTheMediaTypeComesFirst() {
    ApiRequest request = ApiRequest.of("POST", CONFIG_MAPS)
        .withBody("text/plain", "{}")
        .withParameter("dryRun", "Some");

    assertThat(handle(STATE, request).code()).isEqualTo(415);
  }

  @Test
  void aPatchOfAnotherMediaTypeIsNoRoute() {
    ApiRequest request =
        ApiRequest.of("PATCH", CONFIG_MAPS + "/settings").withBody("application/json", "{}");

    Response refused = handle(STATE, request);

    assertThat(summary(refused)).isEqualTo("415 UnsupportedMediaType: 415: Unsupported Media Type");
  }
}
