package io.plimsoll.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.patch.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequesterTest {

  private static final Requester ALICE = Request.as("alice");

  private static KubeObject object(String json) {
    return KubeObject.of((MappingValue) Value.parseJson(Source.of("test", json)));
  }

  private static final KubeObject POD =
      object("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\"}}");

  @Test
  void requestsReadAsTheyAreSent() {
    assertThat(List.of(
            ALICE.create(POD),
            ALICE.update(POD),
            ALICE.delete(POD),
            ALICE.get("nodes", "any", "n"),
            ALICE.list("deploy", ""),
            ALICE.watch("secrets", "shop"),
            ALICE.deleteCollection("pods", "shop"),
            ALICE.getPath("/healthz"),
            ALICE.evict("shop", "web"),
            ALICE.exec("shop", "web", "app", "ls", "-l"),
            ALICE.bind("shop", "web", "n1"),
            ALICE.scale("deployments", "shop", "web", 3),
            ALICE.getPath("/readyz?verbose&exclude=a%20b"),
            ALICE.createToken("shop", "web"),
            ALICE.get("deployments/scale", "shop", "web"),
            ALICE.patch("pods", "shop", "web", PatchType.MERGE, "{}"),
            ALICE.whoAmI()))
        .extracting(request -> request.method() + " " + request.uri())
        .containsExactly(
            "POST /api/v1/namespaces/default/pods",
            "PUT /api/v1/namespaces/default/pods/web",
            "DELETE /api/v1/namespaces/default/pods/web",
            "GET /api/v1/nodes/n",
            "GET /apis/apps/v1/deployments",
            "GET /api/v1/namespaces/shop/secrets?watch=true",
            "DELETE /api/v1/namespaces/shop/pods",
            "GET /healthz",
            "POST /api/v1/namespaces/shop/pods/web/eviction",
            "POST /api/v1/namespaces/shop/pods/web/exec?command=ls&command=-l&container=app&stdout=true",
            "POST /api/v1/namespaces/shop/pods/web/binding",
            "PATCH /apis/apps/v1/namespaces/shop/deployments/web/scale",
            "GET /readyz?verbose=&exclude=a+b",
            "POST /api/v1/namespaces/shop/serviceaccounts/web/token",
            "GET /apis/apps/v1/namespaces/shop/deployments/web/scale",
            "PATCH /api/v1/namespaces/shop/pods/web",
            "POST /apis/authentication.k8s.io/v1/selfsubjectreviews");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      pods | shop | '' | resource name may not be empty
      pods | shop | a/b | invalid resource name "a/b": [may not contain '/']
      pods | shop | .. | invalid resource name "..": [may not be '..']
      pods | '' | web | an empty namespace may not be set when a resource name is provided
      pods | a/b | web | invalid namespace "a/b": [may not contain '/']
      ghosts | shop | web | no such resource: "ghosts"
      """)
  void whatCannotBePartOfAPathIsRefused(
      String resource, String namespace, String name, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALICE.get(resource, namespace, name))
        .withMessage(why);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALICE.delete(resource, namespace, name))
        .withMessage(why);
  }

  @Test
  void aResourceIsNoPath() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALICE.getPath("pods"))
        .withMessage("no path: \"pods\"");
  }

  @Test
  void aDryRunWritesNothingAndReadsAsEver() {
    Requester trial = ALICE.dryRun();
    assertThat(trial.delete(POD).uri()).isEqualTo("/api/v1/namespaces/default/pods/web?dryRun=All");
    assertThat(trial.apply(POD, "me").parameter("dryRun")).isEqualTo("All");
    assertThat(trial.list("pods", "shop").query()).isEmpty();
    assertThat(trial.whoAmI().query()).isEmpty();
  }

  @Test
  void somebodyElseIsNamedInHeaders() {
    ApiRequest request = ALICE
        .impersonating("bob", "devs", "ops")
        .withImpersonatedUid("7")
        .withImpersonatedExtra("example.com/team", "a", "b")
        .delete(POD);
    assertThat(request.user()).contains(User.of("alice"));
    assertThat(request.headers())
        .extracting(header -> header.name() + ": " + header.value())
        .containsExactly(
            "Impersonate-User: bob",
            "Impersonate-Uid: 7",
            "Impersonate-Group: devs",
            "Impersonate-Group: ops",
            "Impersonate-Extra-example.com%2Fteam: a",
            "Impersonate-Extra-example.com%2Fteam: b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob\r\nImpersonate-Group: system:masters", "a\nb", "\u007f"})
  void nothingIsSmuggledIntoHeaders(String value) {
    Requester bob = ALICE.impersonating("bob");
    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> ALICE.impersonating(value),
        () -> ALICE.impersonating("bob", value),
        () -> bob.withImpersonatedUid(value),
        () -> bob.withImpersonatedExtra("key", value))) {
      assertThatIllegalArgumentException()
          .isThrownBy(call)
          .withMessageStartingWith("not the value of a header: \"");
    }
  }

  @Test
  void nobodyCannotBeImpersonated() {
    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> ALICE.impersonating(""),
        () -> ALICE.impersonating("", "devs"),
        () -> ALICE.withImpersonatedUid("7"),
        () -> ALICE.withImpersonatedExtra("key", "value"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(call)
          .withMessage("requesting uid, groups or user-extra without impersonating a user");
    }
  }

  @Test
  void manyGroupsAreWrittenInOneGo() {
    List<String> groups = IntStream.range(0, 20_000).mapToObj(i -> "group-" + i).toList();

    ApiRequest request = assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            ALICE.impersonating(new User("bob", "", groups, Map.of())).get("pods", "shop", "web"));

    assertThat(request.headerValues("Impersonate-Group")).isEqualTo(groups);
  }

  @Test
  void reviewsAskWhatIsToBeKnown() {
    assertThat(ALICE.canI(Request.get("secrets").in("shop").named("db")).body().text())
        .isEqualTo(
            "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\","
                + "\"spec\":{\"resourceAttributes\":{\"namespace\":\"shop\",\"verb\":\"get\","
                + "\"resource\":\"secrets\",\"name\":\"db\"}}}");
    assertThat(ALICE
            .canI(Request.list("pods")
                .selecting(List.of(new FieldRequirement("spec.nodeName", "=", "n1")), List.of()))
            .body()
            .text())
        .contains("\"fieldSelector\":{\"requirements\":[{\"key\":\"spec.nodeName\","
            + "\"operator\":\"In\",\"values\":[\"n1\"]}]}");
    assertThat(ALICE
            .can(
                new User("bob", "7", List.of("devs"), Map.of("k", List.of("v"))),
                Request.url("get", "/metrics"))
            .body()
            .text())
        .isEqualTo("{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SubjectAccessReview\","
            + "\"spec\":{\"nonResourceAttributes\":{\"path\":\"/metrics\",\"verb\":\"get\"},"
            + "\"user\":\"bob\",\"uid\":\"7\",\"groups\":[\"devs\"],\"extra\":{\"k\":[\"v\"]}}}");
    assertThat(ALICE.rules("shop").body().text()).contains("\"spec\":{\"namespace\":\"shop\"}");
    assertThat(ALICE.createToken("shop", "web", "vault").body().text())
        .contains("\"spec\":{\"audiences\":[\"vault\"]}");
  }
}
