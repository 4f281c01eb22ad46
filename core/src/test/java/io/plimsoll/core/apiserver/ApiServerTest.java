package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.authn.Authentication;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.core.request.User;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiServerTest {

  private static final ApiServer SERVER = ApiServer.builder().build();
  private static final Requester ALICE = Request.as("alice");

  private static final KubeObject SETTINGS = object("""
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings, namespace: shop, labels: {app: web}}
      data: {color: blue}
      """);

  private static KubeObject object(String yaml) {
    return Manifests.read("test.yaml", yaml).orThrow().objects().get(0);
  }

  private static ServerState stateOf(String... yaml) {
    ServerState state = ServerState.of(Cluster.empty());
    for (String text : yaml) {
      state = SERVER.handle(state, ALICE.create(object(text))).state();
    }
    return state;
  }

  private static String field(MappingValue object, String... path) {
    return FieldPath.of(path).in(object) instanceof ScalarValue scalar ? scalar.text() : "";
  }

  @Test
  void whatIsCreatedCanBeRead() {
    Response created = SERVER.handle(Cluster.empty(), ALICE.create(SETTINGS));

    Response read = SERVER.handle(created.state(), ALICE.get("configmaps", "shop", "settings"));

    assertThat(created.code()).isEqualTo(201);
    assertThat(read.code()).isEqualTo(200);
    assertThat(read.object()).isEqualTo(created.object());
    assertThat(field(read.object().orElseThrow(), "metadata", "uid")).isNotEmpty();
    assertThat(field(read.object().orElseThrow(), "metadata", "creationTimestamp"))
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void theSameStateAndRequestGiveTheSameAnswer() {
    Response first = SERVER.handle(Cluster.empty(), ALICE.create(SETTINGS));
    Response second = SERVER.handle(Cluster.empty(), ALICE.create(SETTINGS));

    assertThat(second.object()).isEqualTo(first.object());
  }

  @Test
  void whatExistsIsNotCreatedAgain() {
    ServerState state = SERVER.handle(Cluster.empty(), ALICE.create(SETTINGS)).state();

    Response again = SERVER.handle(state, ALICE.create(SETTINGS));

    assertThat(again.code()).isEqualTo(409);
    assertThat(again.message()).isEqualTo("configmaps \"settings\" already exists");
    assertThat(again.state()).isSameAs(state);
  }

  @Test
  void aDryRunStoresNothing() {
    ApiRequest request = ALICE.create(SETTINGS).withParameter("dryRun", "All");

    Response tried = SERVER.handle(ServerState.of(Cluster.empty()), request);

    assertThat(tried.code()).isEqualTo(201);
    assertThat(tried.cluster().objects()).isEmpty();
  }

  @Test
  void anUnknownDryRunIsRefused() {
    ApiRequest request = ALICE.create(SETTINGS).withParameter("dryRun", "Some");

    Response refused = SERVER.handle(Cluster.empty(), request);

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.message())
        .isEqualTo("CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: "
            + "[\"Some\"]: supported values: \"All\"");
  }

  @Test
  void namesAreGenerated() {
    KubeObject unnamed = object("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {generateName: job-, namespace: shop}
        """);

    Response created = SERVER.handle(Cluster.empty(), ALICE.create(unnamed));

    assertThat(field(created.object().orElseThrow(), "metadata", "name"))
        .matches("job-[bcdfghjklmnpqrstvwxz2456789]{5}");
  }

  @Test
  void anObjectMadeFromAnOldVersionDoesNotReplaceANewer() {
    ServerState state = SERVER.handle(Cluster.empty(), ALICE.create(SETTINGS)).state();
    KubeObject stored = state.cluster().find(SETTINGS.ref()).orElseThrow();
    ServerState changed =
        SERVER.handle(state, ALICE.update(recolored(stored, "red"))).state();

    Response late = SERVER.handle(changed, ALICE.update(recolored(stored, "green")));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.message())
        .isEqualTo("Operation cannot be fulfilled on configmaps \"settings\": the object has been "
            + "modified; please apply your changes to the latest version and try again");
  }

  private static KubeObject recolored(KubeObject settings, String color) {
    return KubeObject.of(settings
        .tree()
        .with(
            "data",
            Fields.of(settings.tree().get("data")).tree().with("color", ScalarValue.of(color))));
  }

  @Test
  void anUpdateThatChangesNothingIsNoWrite() {
    ServerState state = SERVER.handle(Cluster.empty(), ALICE.create(SETTINGS)).state();

    Response same =
        SERVER.handle(state, ALICE.update(state.cluster().find(SETTINGS.ref()).orElseThrow()));

    assertThat(same.code()).isEqualTo(200);
    assertThat(same.state().revision()).isEqualTo(state.revision());
  }

  @Test
  void theNameOnTheUrlCounts() {
    ApiRequest request = ALICE.update(SETTINGS);
    ApiRequest elsewhere = ApiRequest.of("PUT", "/api/v1/namespaces/shop/configmaps/other")
        .withBody("application/json", request.body().text());

    Response refused = SERVER.handle(Cluster.empty(), elsewhere);

    assertThat(refused.code()).isEqualTo(400);
    assertThat(refused.message())
        .isEqualTo("the name of the object (settings) does not match the name on the URL (other)");
  }

  @Test
  void listsAreNarrowedByLabelsAndFields() {
    ServerState state = stateOf(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: shop, labels: {app: web}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: other}}");

    assertThat(names(state, ALICE.list("configmaps", ""))).containsExactly("c", "a", "b");
    assertThat(names(state, ALICE.list("configmaps", "shop"))).containsExactly("a", "b");
    assertThat(names(
            state, ALICE.list("configmaps", "shop").withParameter("labelSelector", "app=web")))
        .containsExactly("b");
    assertThat(names(
            state, ALICE.list("configmaps", "").withParameter("fieldSelector", "metadata.name!=a")))
        .containsExactly("c", "b");
  }

  private static List<String> names(ServerState state, ApiRequest request) {
    MappingValue list = SERVER.handle(state, request).object().orElseThrow();
    return Fields.of(list)
        .list("items", item -> Fields.of(item.value("metadata")).text("name"));
  }

  @Test
  void finalizersKeepWhatIsDeletedUntilTheyAreGone() {
    ServerState state = stateOf(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop, finalizers: [example.com/x]}}");

    Response marked = SERVER.handle(state, ALICE.delete("configmaps", "shop", "a"));
    KubeObject dying = marked.cluster().objects().get(0);
    Response freed = SERVER.handle(
        marked.state(), ALICE.update(KubeObject.of(Meta.without(dying.tree(), "finalizers"))));

    assertThat(marked.code()).isEqualTo(200);
    assertThat(field(dying.tree(), "metadata", "deletionTimestamp")).isNotEmpty();
    assertThat(freed.code()).isEqualTo(200);
    assertThat(freed.cluster().objects()).isEmpty();
  }

  @Test
  void aRunningPodEndsGracefully() {
    ServerState state = stateOf(
        "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {nodeName: n1,"
            + " terminationGracePeriodSeconds: 30, containers: [{name: app, image: app:1}]}}");

    Response deleted = SERVER.handle(state, ALICE.delete("pods", "shop", "web"));

    MappingValue pod = deleted.object().orElseThrow();
    assertThat(field(pod, "metadata", "deletionTimestamp")).isEqualTo("2026-01-01T00:00:30Z");
    assertThat(deleted.cluster().objects()).hasSize(1);
  }

  @Test
  void whatIsGoneIsAStatusForMostKinds() {
    ServerState state = SERVER.handle(Cluster.empty(), ALICE.create(SETTINGS)).state();

    Response deleted = SERVER.handle(state, ALICE.delete(SETTINGS));

    assertThat(deleted.code()).isEqualTo(200);
    assertThat(deleted.status().orElseThrow().details().orElseThrow().name()).isEqualTo("settings");
    assertThat(deleted.cluster().objects()).isEmpty();
  }

  @Test
  void aNamespaceTerminatesBeforeItGoes() {
    ServerState state = stateOf(
        "{apiVersion: v1, kind: Namespace, metadata: {name: shop}, spec: {finalizers: [kubernetes]}, status: {phase: Active}}");

    Response deleted = SERVER.handle(state, ALICE.delete("namespaces", "", "shop"));

    assertThat(field(deleted.object().orElseThrow(), "status", "phase")).isEqualTo("Terminating");
    assertThat(deleted.cluster().objects()).hasSize(1);
  }

  @Test
  void aRefusalByTheAuthorizerComesBeforeTheObjectIsLookedAt() {
    ApiServer closed = ApiServer.builder()
        .authenticator(request -> new Authentication.Authenticated(
            request.http().user().orElseThrow(), List.of(), List.of()))
        .authorizer((cluster, user, attributes) -> Authorization.noOpinion(""))
        .build();
    ApiRequest broken = ApiRequest.of("POST", "/api/v1/namespaces/shop/configmaps")
        .withBody("application/json", "{")
        .as(User.of("alice"));

    Response refused = closed.handle(Cluster.empty(), broken);

    assertThat(refused.code()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo("configmaps is forbidden: User \"alice\" cannot create resource \"configmaps\""
            + " in API group \"\" in the namespace \"shop\"");
    assertThat(refused.trace())
        .extracting(TraceStep::stage)
        .containsExactly(Stage.AUTHENTICATION, Stage.AUTHORIZATION);
  }

  /** Adds a label, and asks for a second round the first time. */
  private record Labeller(String name, boolean asksAgain) implements AdmissionPlugin {
    @Override
    public Admission admit(AdmissionCall call) {
      MappingValue object = call.attributes().object().orElseThrow();
      int seen = Fields.of(Meta.of(object).value("labels")).has(name) ? 1 : 0;
      Patch add = Patch.parse("[{\"op\": \"add\", \"path\": \"/metadata/labels/" + name
          + "\", \"value\": \"" + seen + "\"}]");
      Admission changed = Admission.changed((MappingValue) add.apply(object), "for the test");
      return asksAgain && !call.isAgain() ? changed.withAgain() : changed;
    }
  }

  @Test
  void mutatingPlugInsRunOnceMoreWhenOneAsks() {
    ApiServer server = ApiServer.builder()
        .plugins(List.of(new Labeller("first", false), new Labeller("second", true)))
        .build();

    Response created = server.handle(Cluster.empty(), ALICE.create(SETTINGS));

    assertThat(field(created.object().orElseThrow(), "metadata", "labels", "first"))
        .isEqualTo("1");
    assertThat(created.trace())
        .filteredOn(step -> step.stage() == Stage.MUTATING_ADMISSION)
        .extracting(TraceStep::component)
        .containsExactly("first", "second", "first", "second");
  }

  @Test
  void pathsThatLeadNowhereAreNotFound() {
    assertThat(SERVER
            .handle(Cluster.empty(), ALICE.getPath("/apis/example.com/v1/widgets/a"))
            .code())
        .isEqualTo(404);
    assertThat(SERVER.handle(Cluster.empty(), ALICE.getPath("/nowhere")).code()).isEqualTo(404);
    assertThat(SERVER.handle(Cluster.empty(), ALICE.getPath("/livez")).body())
        .isEqualTo(new Response.Body.OfText("ok"));
  }

  @Test
  void aMethodThatAResourceHasNotIsNotAllowed() {
    Response refused =
        SERVER.handle(Cluster.empty(), ApiRequest.of("DELETE", "/api/v1/namespaces"));

    assertThat(refused.code()).isEqualTo(405);
    assertThat(refused.message())
        .isEqualTo("the server does not allow this method on the requested resource");
  }
}
