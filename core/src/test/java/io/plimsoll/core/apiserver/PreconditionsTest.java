package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.DEPLOYMENT;
import static io.plimsoll.core.apiserver.Shop.PODS;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.pod;
import static io.plimsoll.core.apiserver.Shop.post;
import static io.plimsoll.core.apiserver.Shop.send;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.stored;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an object must be, or must not say, for a write to be done. */
class PreconditionsTest {

  private static final ServerState STATE = stateOf(SETTINGS, DEPLOYMENT, pod("web", ""));
  private static final String LEASES = "/apis/coordination.k8s.io/v1/namespaces/shop/leases";
  private static final String SCALE = "/apis/apps/v1/namespaces/shop/deployments/web/scale";

  private static Response putLease(String metadata) {
    return handle(
        STATE,
        send("PUT", LEASES + "/new", "{\"metadata\": {\"name\": \"new\", " + metadata + "}}"));
  }

  private static Response putSettings(String version) {
    return handle(
        STATE,
        send(
            "PUT",
            CONFIG_MAPS + "/settings",
            "{\"metadata\": {\"name\": \"settings\", \"resourceVersion\": \"" + version + "\"}}"));
  }

  @Test
  void whatIsMadeByAnUpdateHasNoUid() {
    assertThat(summary(putLease("\"uid\": \"abc\"")))
        .isEqualTo(
            "409 Conflict: Operation cannot be fulfilled on leases.coordination.k8s.io \"new\":"
                + " Precondition failed: UID in precondition: abc, UID in object meta: ");
  }

  @Test
  void whatIsMadeByAnUpdateMayHaveAVersion() {
    Response made = putLease("\"resourceVersion\": \"77\"");

    assertThat(made.code()).isEqualTo(201);
    assertThat(field(made, "metadata", "resourceVersion"))
        .isEqualTo(Long.toString(STATE.revision() + 1));
    assertThat(summary(putLease("\"resourceVersion\": \"x\"")))
        .isEqualTo("500 : strconv.ParseUint: parsing \"x\": invalid syntax");
  }

  @Test
  void whatCannotBeMadeByAnUpdateIsNotFoundWhateverItsUid() {
    ApiRequest request =
        send("PUT", CONFIG_MAPS + "/new", "{\"metadata\": {\"name\": \"new\", \"uid\": \"abc\"}}");

    assertThat(summary(handle(STATE, request)))
        .isEqualTo("404 NotFound: configmaps \"new\" not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "abc", "-1", "00"})
  void aVersionThatIsNoneDoesNotMatterToWhatIsNew(String version) {
    assertThat(create(version).code()).isEqualTo(201);
  }

  @Test
  void whatIsNewHasNoVersionUnlessItIsOnlyTried() {
    assertThat(summary(create("5")))
        .isEqualTo("500 : resourceVersion should not be set on objects to be created");
    assertThat(handle(STATE, createRequest("5").withParameter("dryRun", "All")).code())
        .isEqualTo(201);
  }

  private static ApiRequest createRequest(String version) {
    return post(
        CONFIG_MAPS,
        "{\"metadata\": {\"name\": \"new\", \"resourceVersion\": \"" + version + "\"}}");
  }

  private static Response create(String version) {
    return handle(STATE, createRequest(version));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, invalid syntax",
    "-1, invalid syntax",
    "99999999999999999999, value out of range"
  })
  void aVersionThatIsNoNumberIsAnError(String version, String why) {
    assertThat(summary(putSettings(version)))
        .isEqualTo("500 : strconv.ParseUint: parsing \"" + version + "\": " + why);
  }

  @Test
  void versionsAreComparedAsNumbers() {
    String version = field(stored(STATE, "ConfigMap", "settings"), "metadata", "resourceVersion");

    assertThat(putSettings("0" + version).code()).isEqualTo(200);
    assertThat(putSettings("0").code()).isEqualTo(200);
    assertThat(putSettings("9").code()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"resourceVersion\": \"0\"|200 : ",
        "\"resourceVersion\": \"x\"|500 : strconv.ParseUint: parsing \"x\": invalid syntax",
        "\"resourceVersion\": \"99\"|409 Conflict: Operation cannot be fulfilled on deployments.apps \"web\": the object has been modified; please apply your changes to the latest version and try again",
        "\"uid\": \"u9\"|409 Conflict: Operation cannot be fulfilled on deployments.apps \"web\": Precondition failed: UID in precondition: u9, UID in object meta: UID",
      })
  void aScaleIsOfTheObjectThatItSays(String metadata, String summary) {
    ApiRequest request = send(
        "PUT",
        SCALE,
        "{\"metadata\": {\"name\": \"web\", \"namespace\": \"shop\", " + metadata
            + "}, \"spec\": {\"replicas\": 3}}");
    String uid = field(stored(STATE, "Deployment", "web"), "metadata", "uid");

    assertThat(summary(handle(STATE, request)).replace(uid, "UID").strip())
        .isEqualTo(summary.strip());
  }

  private static String binding(String metadata) {
    return "{\"metadata\": {\"name\": \"web\"" + metadata + "}, \"target\": {\"name\": \"n1\"}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/namespaces/shop/bindings", PODS + "/web/binding"})
  void aBindingGivesAPodItsNode(String path) {
    Response bound = handle(STATE, post(path, binding("")));

    MappingValue pod = stored(bound.state(), "Pod", "web");
    assertThat(bound.code()).isEqualTo(201);
    assertThat(bound.status().orElseThrow().isSuccess()).isTrue();
    assertThat(field(pod, "spec", "nodeName")).isEqualTo("n1");
    assertThat(Fields.of(pod.get("status")).list("conditions", condition -> condition.text("type")))
        .contains("PodScheduled");
    assertThat(bound.cluster().objects()).hasSameSizeAs(STATE.cluster().objects());
  }

  @Test
  void aBindingByItselfIsOfAPodThatIsThere() {
    String missing = binding("").replace("web", "none");

    assertThat(summary(handle(STATE, post("/api/v1/namespaces/shop/bindings", missing))))
        .isEqualTo("404 NotFound: pods \"none\" not found");
  }

  @Test
  void aBindingIsOfThePodThatItSays() {
    String uid = ", \"uid\": \"u9\"";
    String version = ", \"resourceVersion\": \"99\"";

    assertThat(summary(handle(STATE, post(PODS + "/web/binding", binding(uid)))))
        .startsWith(
            "409 Conflict: Operation cannot be fulfilled on pods \"web\": Precondition failed:"
                + " UID in precondition: u9, UID in object meta: ");
    assertThat(summary(handle(STATE, post("/api/v1/namespaces/shop/bindings", binding(version)))))
        .startsWith(
            "409 Conflict: Operation cannot be fulfilled on pods \"web\": Precondition failed:"
                + " ResourceVersion in precondition: 99, ResourceVersion in object meta: ");
    assertThat(handle(STATE, post("/api/v1/namespaces/shop/bindings", binding(uid)))
            .code())
        .isEqualTo(201);
  }

  @Test
  void ownersThatAreThereTwiceAreFoundAmongMany() {
    String owners = IntStream.range(0, 20_000)
        .mapToObj(i -> "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"name\": \"a\", \"uid\": \"u"
            + i % 19_999 + "\"}")
        .collect(Collectors.joining(", "));

    Response created = handle(
        STATE,
        post(
            CONFIG_MAPS,
            "{\"metadata\": {\"name\": \"owned\", \"ownerReferences\": [" + owners + "]}}"));

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.warnings())
        .anyMatch(warning -> warning.endsWith("duplicate UID(s) observed: u0"));
  }
}
