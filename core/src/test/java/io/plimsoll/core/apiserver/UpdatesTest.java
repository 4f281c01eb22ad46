package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.send;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.stored;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.schema.ResourceCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdatesTest {

  private static final ServerState STATE = stateOf(SETTINGS);
  private static final String PATH = CONFIG_MAPS + "/settings";

  private static ApiRequest put(String metadata) {
    return send("PUT", PATH, "{\"metadata\": {" + metadata + "}, \"data\": {\"color\": \"red\"}}");
  }

  @Test
  void anObjectIsReplacedAndKeepsWhatOnlyTheServerSets() {
    MappingValue before = stored(STATE, "ConfigMap", "settings");

    Response updated = handle(
        STATE, put("\"name\": \"settings\", \"creationTimestamp\": \"2001-01-01T00:00:00Z\""));

    assertThat(updated.code()).isEqualTo(200);
    assertThat(field(updated, "data", "color")).isEqualTo("red");
    assertThat(field(updated, "metadata", "uid")).isEqualTo(field(before, "metadata", "uid"));
    assertThat(field(updated, "metadata", "creationTimestamp"))
        .isEqualTo(field(before, "metadata", "creationTimestamp"));
    assertThat(field(updated, "metadata", "resourceVersion"))
        .isEqualTo(Long.toString(STATE.revision() + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"name\": \"settings\", \"resourceVersion\": \"1\"|409 Conflict: Operation cannot be fulfilled on configmaps \"settings\": the object has been modified; please apply your changes to the latest version and try again",
        "\"name\": \"settings\", \"uid\": \"u9\"|409 Conflict: Operation cannot be fulfilled on configmaps \"settings\": Precondition failed: UID in precondition: u9, UID in object meta: UID",
        "\"name\": \"other\"|400 BadRequest: the name of the object (other) does not match the name on the URL (settings)",
        "\"labels\": {}|400 BadRequest: the name of the object (settings based on URL) was undeterminable: name must be provided",
        "\"name\": \"settings\", \"namespace\": \"bar\"|400 BadRequest: the namespace of the provided object does not match the namespace sent on the request",
      })
  void anUpdateOfSomethingElseIsRefused(String metadata, String refusal) {
    Response refused = handle(STATE, put(metadata));

    String uid = field(stored(STATE, "ConfigMap", "settings"), "metadata", "uid");
    assertThat(summary(refused).replace(uid, "UID")).isEqualTo(refusal);
    assertThat(refused.state()).isSameAs(STATE);
  }

  @Test
  void whatIsNotThereIsNotUpdated() {
    ApiRequest request = send("PUT", CONFIG_MAPS + "/none", "{\"metadata\": {\"name\": \"none\"}}");

    assertThat(summary(handle(STATE, request)))
        .isEqualTo("404 NotFound: configmaps \"none\" not found");
  }

  @Test
  void anUpdateIsTriedWithoutBeingDone() {
    Response tried = handle(STATE, put("\"name\": \"settings\"").withParameter("dryRun", "All"));

    assertThat(tried.code()).isEqualTo(200);
    assertThat(field(tried, "data", "color")).isEqualTo("red");
    assertThat(tried.state()).isSameAs(STATE);
  }

  @Test
  void aLeaseIsMadeByAnUpdateIfThatMayBeCreated() {
    String lease = "/apis/coordination.k8s.io/v1/namespaces/shop/leases/l";
    ApiRequest request = send("PUT", lease, "{\"metadata\": {\"name\": \"l\"}, \"spec\": {}}");
    ApiServer updatesOnly = ApiServer.builder()
        .strategies(Shop.strategies())
        .authorizer((cluster, user, attributes) -> attributes.verb().equals("update")
            ? Authorization.allow("may update")
            : Authorization.noOpinion("no"))
        .build();

    Response made = handle(ServerState.of(Cluster.empty()), request);
    Response refused = updatesOnly.handle(ServerState.of(Cluster.empty()), request);

    boolean creates = Shop.strategies()
        .of(ResourceCatalog.kubernetes().find("leases").get(0))
        .allowsCreateOnUpdate();
    assertThat(creates).isTrue();
    assertThat(made.code()).isEqualTo(201);
    assertThat(refused.code()).isEqualTo(403);
    assertThat(refused.trace())
        .extracting(TraceStep::toString)
        .contains("authorization (create): refused: no");
  }

  @Test
  void anInvalidObjectIsNotStored() {
    ApiRequest request = put("\"name\": \"settings\", \"labels\": {\"-\": \"x\"}")
        .withParameter("fieldManager", "m");

    Response refused = handle(STATE, request);

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.message())
        .startsWith("ConfigMap \"settings\" is invalid: metadata.labels: ");
    assertThat(refused.status().orElseThrow().causes()).isNotEmpty();
    assertThat(refused.state()).isSameAs(STATE);
  }

  @Test
  void anObjectOfAManifestIsChangedAsIfAServerHadStoredIt() {
    ServerState raw = Shop.holding(Shop.DEPLOYMENT, Shop.pod("web", "n1"));

    Response scaled = handle(
        raw,
        Shop.ALICE.patch(
            "deployments.apps",
            "shop",
            "web",
            "application/merge-patch+json",
            "{\"spec\": {\"replicas\": 3}}"));
    Response labelled = handle(
        raw,
        Shop.ALICE.patch(
            "pods",
            "shop",
            "web",
            "application/merge-patch+json",
            "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"));

    assertThat(summary(scaled)).isEqualTo("200 : ");
    assertThat(field(scaled, "spec", "strategy", "type")).isEqualTo("RollingUpdate");
    assertThat(summary(labelled)).isEqualTo("200 : ");
    assertThat(field(labelled, "spec", "restartPolicy")).isEqualTo("Always");
  }
}
