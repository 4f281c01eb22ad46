package io.plimsoll.rbac.least;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

  private static String event(String fields) {
    return "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"stage\":\"ResponseComplete\","
        + fields + "}\n";
  }

  private static final String ALICE =
      "\"user\":{\"username\":\"alice\",\"groups\":[\"devs\",\"system:authenticated\"]},";

  private static final String GET_POD =
      "\"verb\":\"get\",\"requestURI\":\"/api/v1/namespaces/shop/pods/web\","
          + "\"objectRef\":{\"resource\":\"pods\",\"namespace\":\"shop\",\"name\":\"web\",\"apiVersion\":\"v1\"}";

  private static AuditLog read(String text) {
    return AuditLog.read("audit.log", text);
  }

  @Test
  void eventIsARequestOfAUser() {
    AuditLog log = read(event(ALICE + GET_POD));

    assertThat(log.problems()).isEmpty();
    assertThat(log.requests())
        .containsExactly(new AccessRequest(
            new User("alice", "", List.of("devs", "system:authenticated"), Map.of()),
            Attributes.ofResource("get", "", "pods").in("shop").named("web")));
  }

  @Test
  void groupAndSubresourceAreThoseOfTheObject() {
    AuditLog log = read(event(ALICE
        + "\"verb\":\"patch\",\"objectRef\":{\"resource\":\"deployments\",\"subresource\":\"scale\","
        + "\"namespace\":\"shop\",\"name\":\"web\",\"apiGroup\":\"apps\",\"apiVersion\":\"v1\"}"));

    assertThat(log.requests().get(0).attributes())
        .isEqualTo(Attributes.ofResource("patch", "apps", "deployments")
            .subresource("scale")
            .in("shop")
            .named("web"));
  }

  @ParameterizedTest
  @CsvSource({
    "/healthz?verbose=true, /healthz",
    "/api/%61%2Fb, /api/a/b",
    "//x%20y, //x y",
    "/bad%zz, /bad%zz",
  })
  void requestWithoutAnObjectIsAboutAPath(String uri, String path) {
    AuditLog log = read(event(ALICE + "\"verb\":\"get\",\"requestURI\":\"" + uri + "\""));

    assertThat(log.requests().get(0).attributes()).isEqualTo(Attributes.ofPath("get", path));
  }

  @Test
  void refusedRequestsAreEventsButNotNeeded() {
    AuditLog log = read(
        event(ALICE + GET_POD + ",\"annotations\":{\"authorization.k8s.io/decision\":\"forbid\"}")
            + event(ALICE + GET_POD + ",\"responseStatus\":{\"code\":403}"));

    assertThat(log.events()).hasSize(2).allMatch(AuditEvent::isForbidden);
    assertThat(log.requests()).isEmpty();
  }

  @Test
  void requestThatAdmissionRefusedWasAuthorized() {
    AuditLog log = read(event(ALICE + GET_POD + ",\"responseStatus\":{\"code\":403},"
        + "\"annotations\":{\"authorization.k8s.io/decision\":\"allow\"}"));

    assertThat(log.requests()).hasSize(1);
  }

  @Test
  void stageBeforeAuthorizationIsLeftOut() {
    String received = event(ALICE + GET_POD).replace("ResponseComplete", "RequestReceived");

    assertThat(read(received)).isEqualTo(new AuditLog(List.of(), List.of()));
  }

  @Test
  void impersonationIsARequestOfTheImpersonator() {
    AuditLog log = read(event(ALICE
        + "\"impersonatedUser\":{\"username\":\"bob\",\"uid\":\"7\","
        + "\"groups\":[\"ops\",\"system:authenticated\"],\"extra\":{\"Scopes\":[\"view\"]}},"
        + GET_POD));

    assertThat(log.requests())
        .extracting(AccessRequest::toString)
        .containsExactly(
            "alice: impersonate users \"bob\"",
            "alice: impersonate groups \"ops\"",
            "alice: impersonate userextras.authentication.k8s.io/scopes \"view\"",
            "alice: impersonate uids.authentication.k8s.io \"7\"",
            "bob: get pods \"web\" in shop");
  }

  @Test
  void impersonatedServiceAccountBringsItsGroups() {
    AuditLog log = read(event(ALICE
        + "\"impersonatedUser\":{\"username\":\"system:serviceaccount:shop:web\",\"groups\":"
        + "[\"system:serviceaccounts\",\"system:serviceaccounts:shop\",\"system:authenticated\"]},"
        + GET_POD));

    assertThat(log.events().get(0).impersonation())
        .extracting(request -> request.attributes().toString())
        .containsExactly("impersonate serviceaccounts \"web\" in shop");
  }

  @Test
  void badLinesAreProblemsWithTheirPlaces() {
    AuditLog log = read("\n" + event(ALICE + GET_POD) + "{\"kind\": \n" + "not json\r\n"
        + event(ALICE + GET_POD) + "[1]");

    assertThat(log.events()).extracting(AuditEvent::line).containsExactly(2, 5);
    assertThat(log.problems())
        .extracting(problem -> problem.place().orElseThrow().start().line() + " " + problem.code())
        .containsExactly("3 json-syntax", "4 json-syntax", "6 not-an-audit-event");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "7",
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1beta1\"}",
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\"}",
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"verb\":7,\"user\":[]}",
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"verb\":\"get\",\"user\":{\"username\":\"a\"}}",
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"verb\":\"get\",\"user\":{\"username\":\"a\"},"
            + "\"objectRef\":null,\"requestURI\":\"x\"}",
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"verb\":\"get\",\"user\":{\"username\":\"\"},"
            + "\"requestURI\":\"/x\"}",
      })
  void whatIsNoEventIsAProblem(String line) {
    AuditLog log = read(line);

    assertThat(log.events()).isEmpty();
    assertThat(log.problems()).extracting(Problem::code).containsExactly("not-an-audit-event");
  }

  @Test
  void linesOfAMegabyteAreRead() {
    String name = "x".repeat(1 << 20);
    String fits = event(ALICE + GET_POD.replace("\"web\"", "\"" + name + "\""));
    String tooLong = event(ALICE + GET_POD.replace("\"web\"", "\"" + name.repeat(4) + "\""));
    String deep = "{\"a\":".repeat(100_000) + "\n";

    AuditLog log = read(fits + tooLong + deep);

    assertThat(log.events()).hasSize(1);
    assertThat(log.requests().get(0).attributes().name()).isEqualTo(name);
    assertThat(log.problems())
        .extracting(problem -> problem.place().orElseThrow().start().line())
        .containsExactly(2, 3);
  }

  @Test
  void problemsAreLimited() {
    assertThat(read("x\n".repeat(5_000)).problems()).hasSize(1_000);
  }
}
