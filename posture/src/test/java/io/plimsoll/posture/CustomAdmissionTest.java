package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.webhook.WebhookBackend;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What admission makes of custom resources. */
class CustomAdmissionTest {

  private static final String SHOP = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}";

  private static final String FOO =
      "{apiVersion: ex.com/v2, kind: Foo, metadata: {name: one, namespace: shop}, spec: {size: 1}}";

  private static final String HOOK = """
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingWebhookConfiguration
      metadata: {name: m}
      webhooks:
        - name: a.b.c
          clientConfig: {url: 'https://h/a'}
          sideEffects: None
          admissionReviewVersions: [v1]
          rules: [{operations: ['*'], apiGroups: [ex.com], apiVersions: [v1], resources: [foos]}]
      """;

  private static String definition(String conversion) {
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: foos.ex.com}
        spec:
          group: ex.com
          scope: Namespaced
          names: {plural: foos, singular: foo, kind: Foo, listKind: FooList}
          conversion: %s
          versions:
            - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
            - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
        """.formatted(conversion);
  }

  private static Cluster cluster(String... objects) {
    List<KubeObject> all = new ArrayList<>();
    for (String object : objects) {
      all.add(TestObjects.of(object));
    }
    return Posture.running(Cluster.of(all));
  }

  private static Response create(Cluster cluster, List<MappingValue> reviews) {
    String patch = Base64.getEncoder()
        .encodeToString("[{\"op\":\"add\",\"path\":\"/spec/seen\",\"value\":true}]"
            .getBytes(StandardCharsets.UTF_8));
    WebhookBackend backend = call -> {
      Fields request = Fields.of(call.review().get("request"));
      reviews.add(request.tree());
      return WebhookBackend.Answer.ofHttp(
          200,
          "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"response\":{\"uid\":\""
              + request.text("uid")
              + "\",\"allowed\":true,\"patchType\":\"JSONPatch\",\"patch\":\"" + patch + "\"}}");
    };
    return Posture.apiServer(ServerFlags.defaults(), Backends.none().withWebhooks(backend))
        .handle(
            cluster,
            Request.as("admin", User.MASTERS).knowing(cluster).create(TestObjects.of(FOO)));
  }

  private static String text(Value tree, String path) {
    return FieldPath.parse(path).in(tree) instanceof ScalarValue scalar ? scalar.text() : "";
  }

  @Test
  void webhooksAreForAllVersionsOfACustomResource() {
    List<MappingValue> reviews = new ArrayList<>();

    Response created = create(cluster(SHOP, definition("{strategy: None}"), HOOK), reviews);

    assertThat(created.message()).isEmpty();
    assertThat(text(created.object().orElseThrow(), "apiVersion")).isEqualTo("ex.com/v2");
    assertThat(text(created.object().orElseThrow(), "spec.seen")).isEqualTo("true");
    assertThat(reviews).hasSize(1);
    assertThat(text(reviews.get(0), "object.apiVersion")).isEqualTo("ex.com/v1");
    assertThat(text(reviews.get(0), "resource.version")).isEqualTo("v1");
    assertThat(text(reviews.get(0), "requestResource.version")).isEqualTo("v2");
  }

  @Test
  void objectsThatAWebhookConvertsAreRefused() {
    String webhook = "{strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig:"
        + " {url: 'https://h/c'}}}";

    Response refused = create(cluster(SHOP, definition(webhook), HOOK), new ArrayList<>());

    assertThat(refused.code()).isEqualTo(501);
    assertThat(refused.message())
        .isEqualTo("a Foo of ex.com/v2 cannot be converted to ex.com/v1, which a webhook asks for");
  }

  @Test
  void ownersMayBeCustomResources() {
    ServerFlags flags = ServerFlags.parse(
        "--authorization-mode=RBAC",
        "--enable-admission-plugins=OwnerReferencesPermissionEnforcement");
    Cluster cluster = cluster(
        SHOP,
        definition("{strategy: None}"),
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: shop},"
            + " rules: [{apiGroups: [''], resources: [configmaps], verbs: [create]}, {apiGroups:"
            + " [ex.com], resources: [foos/finalizers], verbs: [update]}]}",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: r, namespace:"
            + " shop}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}, subjects:"
            + " [{apiGroup: rbac.authorization.k8s.io, kind: User, name: alice}]}");
    KubeObject owned = TestObjects.of(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop, ownerReferences:"
            + " [{apiVersion: ex.com/v1, kind: Foo, name: one, uid: u, blockOwnerDeletion: true}]}}");

    Response created =
        Posture.apiServer(flags).handle(cluster, Request.as("alice").create(owned));

    assertThat(created.message()).isEmpty();
    assertThat(created.code()).isEqualTo(201);
  }

  @Test
  void quotasCountCustomResources() {
    Cluster cluster = cluster(
        SHOP,
        definition("{strategy: None}"),
        FOO,
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: shop}, spec: {hard:"
            + " {count/foos.ex.com: 1}}}");
    MappingValue quota =
        cluster.objects("", "ResourceQuota", "shop").iterator().next().tree();

    assertThat(Fields.of(Fields.of(quota.get("status")).value("used")).text("count/foos.ex.com"))
        .isEqualTo("1");
  }
}
