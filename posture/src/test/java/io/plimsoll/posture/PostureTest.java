package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.core.admission.plugin.FormerPlugin;
import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.apiserver.Stage;
import io.plimsoll.core.apiserver.TraceStep;
import io.plimsoll.core.authn.TokenReviewer;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.SubjectAccessReviewer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostureTest {

  private static final Requester ROOT = Request.as(User.of("root", "system:masters"));
  private static final Requester ALICE = Request.as("alice");

  private static final String NAMESPACE =
      "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}";
  private static final String SETTINGS =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop}}";
  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {containers: [{name: app, image: 'app:1'}]}}";

  private static final Cluster SHOP = Posture.running(TestObjects.cluster(NAMESPACE));

  @Test
  void aRunningClusterHasWhatTheServerAndControllersMake() {
    Cluster running = Posture.running(TestObjects.cluster(SETTINGS));

    assertThat(running.objects("", "Namespace"))
        .extracting(object -> object.ref().name())
        .contains("default", "kube-system", "kube-public", "kube-node-lease", "shop");
    assertThat(running.objects("", "ServiceAccount", "shop"))
        .extracting(object -> object.ref().name())
        .containsExactly("default");
    assertThat(running.objects("", "ConfigMap", "shop"))
        .extracting(object -> object.ref().name())
        .containsExactlyInAnyOrder("settings", "kube-root-ca.crt");
    MappingValue namespace = running.objects("", "Namespace").stream()
        .filter(object -> object.ref().name().equals("shop"))
        .findFirst()
        .orElseThrow()
        .tree();
    assertThat(Fields.of(namespace.get("status")).text("phase")).isEqualTo("Active");
    assertThat(Fields.of(namespace.get("spec")).strings("finalizers"))
        .containsExactly("kubernetes");
    assertThat(Fields.of(namespace.get("metadata")).stringMap("labels"))
        .containsEntry("kubernetes.io/metadata.name", "shop");
  }

  @Test
  void backendsAreToldByName() {
    assertThat(Backends.none()).hasToString("backends []");
    assertThat(Backends.none()
            .withAccessReviewer("default", spec -> {
              throw new IllegalStateException();
            })
            .withIssuerKeys("https://issuer", Map.of())
            .withWebhooks(call -> call.timedOut()))
        .hasToString("backends [access reviewer default, issuer https://issuer, webhooks]");
  }

  @Test
  void aRunningClusterKeepsWhatIsGivenAndSettlesOnce() {
    Cluster once = Posture.running(
        TestObjects.cluster(
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {a: b}}, status: {phase: Terminating}}"));

    assertThat(Posture.running(once).objects()).hasToString(once.objects().toString());
    assertThat(once.objects().get(0).tree().toString())
        .contains("Terminating")
        .contains("\"a\":\"b\"");
  }

  @Test
  void clusterRolesHoldWhatTheyAggregate() {
    Cluster running = Posture.running(
        TestObjects.cluster(
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: widgets, labels: {rbac.authorization.k8s.io/aggregate-to-view: 'true'}}, rules: [{apiGroups: [example.com], resources: [widgets], verbs: [list]}]}",
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: alice}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: alice}]}"));

    assertThat(running.objects("rbac.authorization.k8s.io", "ClusterRole").stream()
            .filter(role -> role.ref().name().equals("view"))
            .map(role -> role.tree().toString()))
        .anyMatch(view -> view.contains("widgets"));
  }

  @Test
  void aRequestIsRefusedWhereNobodyAllowsIt() {
    Response refused = Posture.apiServer().handle(SHOP, ALICE.create(TestObjects.of(SETTINGS)));

    assertThat(refused.code()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo(
            "configmaps is forbidden: User \"alice\" cannot create resource \"configmaps\" in"
                + " API group \"\" in the namespace \"shop\"");
    assertThat(refused.audit().annotations())
        .containsEntry("authorization.k8s.io/decision", "forbid")
        .containsEntry("authorization.k8s.io/reason", "");
  }

  @Test
  void theTraceOfAPodSaysWhoChangedIt() {
    Response created = Posture.apiServer().handle(SHOP, ROOT.create(TestObjects.of(POD)));

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.trace())
        .filteredOn(step -> step.stage() == Stage.MUTATING_ADMISSION)
        .extracting(TraceStep::component)
        .contains("ServiceAccount", "Priority", "DefaultTolerationSeconds");
    assertThat(created.trace())
        .filteredOn(step -> step.component().equals("DefaultTolerationSeconds"))
        .allMatch(step -> step.patch().toJson().contains("/spec/tolerations"));
    assertThat(created.trace().get(created.trace().size() - 1).stage()).isEqualTo(Stage.STORAGE);
  }

  @Test
  void aNamespaceLivesAndDies() {
    ApiServer server = Posture.apiServer();
    ServerState start = ServerState.of(Posture.running(Cluster.empty()));
    Response none = server.handle(start, ROOT.create(TestObjects.of(SETTINGS)));
    ServerState made =
        server.handle(start, ROOT.create(TestObjects.of(NAMESPACE))).state();
    ServerState filled =
        server.handle(made, ROOT.create(TestObjects.of(SETTINGS))).state();

    Response deleted = server.handle(filled, ROOT.delete("namespaces", "", "shop"));
    Response late = server.handle(deleted.state(), ROOT.create(TestObjects.of(POD)));
    Response finalized = server.handle(
        deleted.state(),
        ApiRequest.of("PUT", "/api/v1/namespaces/shop/finalize")
            .withBody(
                "application/json",
                "{\"metadata\": {\"name\": \"shop\"}, \"spec\": {\"finalizers\": []}}")
            .as(User.of("root", "system:masters")));
    Response immortal = server.handle(start, ROOT.delete("namespaces", "", "kube-system"));

    assertThat(none.message()).isEqualTo("namespaces \"shop\" not found");
    assertThat(none.code()).isEqualTo(404);
    assertThat(deleted.code()).isEqualTo(200);
    assertThat(late.code()).isEqualTo(403);
    assertThat(late.message())
        .isEqualTo("pods \"web\" is forbidden: unable to create new content in"
            + " namespace shop because it is being terminated");
    assertThat(late.status().orElseThrow().causes())
        .extracting(cause -> cause.reason())
        .containsExactly("NamespaceTerminating");
    assertThat(finalized.code()).isEqualTo(200);
    assertThat(finalized.cluster().objects("", "Namespace"))
        .noneMatch(object -> object.ref().name().equals("shop"));
    assertThat(immortal.code()).isEqualTo(403);
    assertThat(immortal.message())
        .isEqualTo("namespaces \"kube-system\" is forbidden: this namespace may not be deleted");
  }

  @Test
  void nobodyGrantsMoreThanTheyHave() {
    Cluster cluster = SHOP.with(
            TestObjects.of(
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: maker, namespace: shop}, rules: [{apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [create]}]}"))
        .with(
            TestObjects.of(
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: alice, namespace: shop}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: maker}, subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: alice}]}"));

    Response refused = Posture.apiServer()
        .handle(
            cluster,
            ALICE.create(
                TestObjects.of(
                    "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: more, namespace: shop}, rules: [{apiGroups: [''], resources: [secrets], verbs: [get]}]}")));

    assertThat(refused.code()).isEqualTo(403);
    assertThat(refused.message())
        .startsWith("roles.rbac.authorization.k8s.io \"more\" is forbidden: user \"alice\""
            + " (groups=[\"system:authenticated\"]) is attempting to grant RBAC permissions not"
            + " currently held:");
    assertThat(refused.trace()).extracting(TraceStep::component).contains("escalation");
  }

  @ParameterizedTest
  @CsvSource({"true, scheduling.k8s.io/podgroup-protection", "false, ''"})
  void podGroupsAreProtectedIfTheirFeatureGateIsOn(boolean on, String finalizer) {
    ServerFlags flags =
        ServerFlags.parse("--authorization-mode=RBAC", "--feature-gates=GenericWorkload=" + on);

    Response created = Posture.apiServer(flags)
        .handle(
            SHOP,
            ROOT.create(TestObjects.of(
                "{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace:"
                    + " shop}, spec: {schedulingPolicy: {basic: {}}}}")));

    assertThat(created.message()).isEmpty();
    assertThat(String.join(
            ",", Fields.of(created.object().orElseThrow().get("metadata")).strings("finalizers")))
        .isEqualTo(finalizer);
    assertThat(Posture.notes(flags)).isEmpty();
  }

  @Test
  void aWriteOfAPodLeavesWhatIsMadeOfRolesAndBindings() {
    Cluster cluster = SHOP.with(
        TestObjects.of(
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: alice, namespace: shop}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}, subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: alice}]}"));
    ClusterIndex<Object> access = ClusterIndex.of(
        any -> new Object(),
        ClusterRole.KIND,
        Role.KIND,
        ClusterRoleBinding.KIND,
        RoleBinding.KIND);
    Object made = cluster.index(access);
    ApiServer server = Posture.apiServer();

    Response created = server.handle(cluster, ALICE.create(TestObjects.of(POD)));
    Response deleted = server.handle(created.state(), ALICE.delete("pods", "shop", "web"));

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.cluster().index(access)).isSameAs(made);
    assertThat(deleted.code()).isEqualTo(200);
    assertThat(deleted.cluster().index(access)).isSameAs(made);
  }

  @Test
  void theOldListOfPlugInsIsTaken() {
    ServerFlags flags = ServerFlags.parse(
        "--authorization-mode=AlwaysAllow",
        "--admission-control=NamespaceLifecycle,PodPreset,ServiceAccount");

    Response created = Posture.apiServer(flags).handle(SHOP, ROOT.create(TestObjects.of(POD)));

    assertThat(flags.formerPlugins())
        .extracting(FormerPlugin::name, FormerPlugin::removedIn)
        .containsExactly(tuple("PodPreset", "1.20"));
    assertThat(flags.formerPlugins().get(0).toString())
        .startsWith("PodPreset was removed in 1.20; ");
    assertThat(created.code()).isEqualTo(201);
    assertThat(created.trace())
        .extracting(TraceStep::component)
        .contains("ServiceAccount")
        .doesNotContain("DefaultTolerationSeconds", "Priority");
  }

  @Test
  void aPlugInThatThereNeverWasIsRefused() {
    assertThatThrownBy(() -> Posture.apiServer(ServerFlags.parse("--admission-control=Nonsense")))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("Nonsense");
  }

  @Test
  void allAuthorizersAreAskedInTurn() {
    ServerFlags flags = ServerFlags.parse(
            "--authorization-mode=ABAC,Webhook,Node,RBAC",
            "--authorization-policy-file=abac.jsonl",
            "--authorization-webhook-config-file=hook.yaml",
            "--allow-privileged")
        .withFile(
            "abac.jsonl",
            "{\"apiVersion\":\"abac.authorization.kubernetes.io/v1beta1\",\"kind\":\"Policy\",\"spec\":{\"user\":\"abby\",\"resource\":\"*\",\"namespace\":\"*\",\"apiGroup\":\"*\"}}\n")
        .withFile("hook.yaml", "");
    Backends backends = Backends.none()
        .withAccessReviewer(
            "default",
            review -> SubjectAccessReviewer.Answer.ofHttp(
                201,
                "{\"apiVersion\": \"authorization.k8s.io/v1beta1\", \"kind\": \"SubjectAccessReview\","
                    + " \"status\": {\"allowed\": " + review.user().name().equals("wanda") + "}}"));
    ApiServer server = Posture.apiServer(flags, backends);

    assertThat(server.handle(SHOP, Request.as("abby").list("pods", "shop")).code())
        .isEqualTo(200);
    assertThat(server.handle(SHOP, Request.as("wanda").list("pods", "shop")).code())
        .isEqualTo(200);
    assertThat(server.handle(SHOP, Request.as("bob").list("pods", "shop")).code())
        .isEqualTo(403);
    assertThat(server
            .handle(
                SHOP, Request.as(User.of("system:node:n1", "system:nodes")).list("services", ""))
            .code())
        .isEqualTo(200);
  }

  @Test
  void anAuthorizerOfOnesOwnIsNamedByItsType() {
    ServerFlags flags = ServerFlags.parse("--authorization-config=authz.yaml")
        .withFile(
            "authz.yaml",
            "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthorizationConfiguration\nauthorizers: [{type: Mine, name: mine}]\n");
    Backends backends = Backends.none()
        .withAuthorizer("Mine", (cluster, user, attributes) -> Authorization.allow("mine"));

    assertThat(Posture.apiServer(flags, backends)
            .handle(SHOP, ALICE.list("pods", ""))
            .code())
        .isEqualTo(200);
    assertThatThrownBy(() -> Posture.apiServer(flags)).isInstanceOf(ServerStartException.class);
  }

  @Test
  void aWebhookWithoutAnythingBehindItDoesNotStart() {
    ServerFlags flags = ServerFlags.parse("--authentication-token-webhook-config-file=h.yaml")
        .withFile("h.yaml", "");

    assertThatThrownBy(() -> Posture.apiServer(flags))
        .hasMessage("nothing answers for --authentication-token-webhook-config-file");
    assertThat(Posture.apiServer(
                flags.with("authorization-mode", "AlwaysAllow"),
                Backends.none()
                    .withTokenReviewer(review -> review.token().equals("t")
                        ? TokenReviewer.Answer.Status.of(User.of("hook-user"))
                        : TokenReviewer.Answer.Status.unknown()))
            .handle(SHOP, ApiRequest.of("GET", "/api/v1/pods").withToken("t"))
            .audit()
            .user()
            .map(User::name))
        .contains("hook-user");
  }

  @Test
  void aTokenThatTheServerIssuesIsOneItKnows() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair key = generator.generateKeyPair();
    ApiServer server =
        Posture.apiServer(ServerFlags.defaults(), Backends.none().withSigningKey(key));
    ServerState state = ServerState.of(SHOP);
    Response issued = server.handle(
        state,
        ApiRequest.of("POST", "/api/v1/namespaces/shop/serviceaccounts/default/token")
            .withBody("application/json", "{\"spec\": {}}")
            .as(User.of("root", "system:masters")));
    String token = Fields.of(issued.object().orElseThrow().get("status")).text("token");

    Response asked = server.handle(
        issued.state(), ApiRequest.of("GET", "/api/v1/namespaces/shop/pods").withToken(token));

    assertThat(issued.code()).isEqualTo(201);
    assertThat(asked.code()).isEqualTo(403);
    assertThat(asked.audit().user().map(User::name)).contains("system:serviceaccount:shop:default");
    assertThat(
            List.of(asked.trace(), asked.audit(), asked.message(), issued.trace(), issued.audit()))
        .allSatisfy(said -> assertThat(said.toString()).doesNotContain(token));
  }
}
