package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.ALICE;
import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.PODS;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.names;
import static io.plimsoll.core.apiserver.Shop.pod;
import static io.plimsoll.core.apiserver.Shop.send;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.stored;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletesTest {

  private static final ServerState STATE = stateOf(SETTINGS, pod("web", "n1"), pod("new", ""));
  private static final String PATH = CONFIG_MAPS + "/settings";
  private static final String WEB = PODS + "/web";

  private static Response delete(String path, String options) {
    return handle(STATE, send("DELETE", path, options));
  }

  private static List<String> finalizers(Response response) {
    return Fields.of(response.object().orElseThrow().get("metadata")).strings("finalizers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"preconditions\": {\"uid\": \"u9\"}}|409 Conflict: Operation cannot be fulfilled on ConfigMap \"settings\": the UID in the precondition (u9) does not match the UID in record (UID). The object might have been deleted and then recreated",
        "{\"preconditions\": {\"resourceVersion\": \"1\"}}|409 Conflict: Operation cannot be fulfilled on ConfigMap \"settings\": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (2). The object might have been modified",
        "{\"orphanDependents\": true, \"propagationPolicy\": \"Orphan\"}|422 Invalid: DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Invalid value: \"Orphan\": orphanDependents and deletionPropagation cannot be both set",
        "{\"propagationPolicy\": \"Later\"}|422 Invalid: DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"Later\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
        "{\"dryRun\": [\"Some\"]}|422 Invalid: DeleteOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: [\"Some\"]: supported values: \"All\"",
        "{\"gracePeriodSeconds\": \"x\"}|400 BadRequest: json: cannot unmarshal string into Go struct field DeleteOptions.gracePeriodSeconds of type int64",
        "{|400 BadRequest: couldn't get version/kind; json parse error: unexpected end of JSON input",
        "{\"kind\": \"Pod\", \"apiVersion\": \"v1\"}|400 BadRequest: no kind \"Pod\" is registered for version \"v1\" in scheme \"pkg/apis/meta/internalversion/scheme/register.go:27\"",
      })
  void optionsThatDoNotFitAreRefused(String options, String refusal) {
    Response refused = delete(PATH, options);

    String uid = field(stored(STATE, "ConfigMap", "settings"), "metadata", "uid");
    assertThat(summary(refused).replace(uid, "UID")).isEqualTo(refusal);
    assertThat(refused.state()).isSameAs(STATE);
  }

  @Test
  void optionsAreTakenAsYamlAndOfTheKindTheySay() {
    String yaml = "kind: DeleteOptions\napiVersion: v1\ndryRun: [All]\n";
    ApiRequest request = ApiRequest.of("DELETE", PATH).withBody("application/yaml", yaml);

    Response tried = handle(STATE, request);
    Response unread = handle(STATE, ApiRequest.of("DELETE", PATH).withBody("text/plain", yaml));

    assertThat(tried.code()).isEqualTo(200);
    assertThat(tried.state()).isSameAs(STATE);
    assertThat(unread.code()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gracePeriodSeconds|x|400 BadRequest: strconv.ParseInt: parsing \"x\": invalid syntax",
        "propagationPolicy||422 Invalid: DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
        "uid|u9|409 Conflict: Operation cannot be fulfilled on ConfigMap \"settings\": the UID in the precondition (u9) does not match the UID in record (UID). The object might have been deleted and then recreated",
        "dryRun|Some|422 Invalid: DeleteOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: [\"Some\"]: supported values: \"All\"",
      })
  void parametersAreOptionsWhereThereIsNoBody(String name, String value, String refusal) {
    ApiRequest request =
        ApiRequest.of("DELETE", PATH).withParameter(name, value == null ? "" : value);

    Response refused = handle(STATE, request);

    String uid = field(stored(STATE, "ConfigMap", "settings"), "metadata", "uid");
    assertThat(summary(refused).replace(uid, "UID")).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"propagationPolicy\": \"Orphan\"}|200|[orphan]",
        "{\"propagationPolicy\": \"Foreground\"}|200|[foregroundDeletion]",
        "{\"orphanDependents\": true}|200|[orphan]",
      })
  void whatBecomesOfDependentsKeepsTheObjectForAWhile(String options, int code, String finalizers) {
    Response deleted = delete(PATH, options);

    assertThat(deleted.code()).isEqualTo(code);
    assertThat(finalizers(deleted)).hasToString(finalizers);
    assertThat(field(deleted, "metadata", "deletionTimestamp")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(field(deleted, "metadata", "deletionGracePeriodSeconds")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}",
        "{\"propagationPolicy\": \"Background\"}",
        "{\"orphanDependents\": false}",
      })
  void anObjectThatNothingHoldsIsGone(String options) {
    Response deleted = delete(PATH, options);

    assertThat(deleted.code()).isEqualTo(200);
    assertThat(deleted.status().orElseThrow().toTree())
        .hasToString(
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Success\","
                + "\"details\":{\"name\":\"settings\",\"kind\":\"configmaps\",\"uid\":\""
                + field(stored(STATE, "ConfigMap", "settings"), "metadata", "uid") + "\"}}");
  }

  @Test
  void whatIsBeingDeletedDoesNotChangeWhenItIsDeletedAgain() {
    ServerState state = stateOf(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop, finalizers: [example.com/x]}}");
    ApiRequest request = ApiRequest.of("DELETE", CONFIG_MAPS + "/a");

    Response first = handle(state, request);
    Response second = handle(first.state().at(ServerState.START.plusSeconds(5)), request);

    assertThat(second.code()).isEqualTo(200);
    assertThat(second.object()).isEqualTo(first.object());
    assertThat(second.state().revision()).isEqualTo(first.state().revision());
  }

  @Test
  void theDependentsOfAJobStayUnlessItIsSaid() {
    ServerState state = Shop.holding(
        "{apiVersion: batch/v1, kind: Job, metadata: {name: once, namespace: shop, generation: 1}, spec: {}}");
    String path = "/apis/batch/v1/namespaces/shop/jobs/once";

    Response orphaning = handle(state, ApiRequest.of("DELETE", path));
    Response gone = handle(state, send("DELETE", path, "{\"propagationPolicy\": \"Background\"}"));

    assertThat(finalizers(orphaning)).containsExactly("orphan");
    assertThat(orphaning.warnings())
        .containsExactly("child pods are preserved by default when jobs are deleted; set"
            + " propagationPolicy=Background to remove them or set propagationPolicy=Orphan to"
            + " suppress this warning");
    assertThat(field(orphaning, "metadata", "generation")).isEqualTo("2");
    assertThat(gone.warnings()).isEmpty();
    assertThat(gone.cluster().objects()).isEmpty();
  }

  @Test
  void aPodThatRunsEndsInTheTimeItIsGiven() {
    Response deleted = delete(WEB, "{\"gracePeriodSeconds\": 5}");
    Response negative = delete(WEB, "{\"gracePeriodSeconds\": -7}");
    Response now = delete(WEB, "{\"gracePeriodSeconds\": 0}");
    Response never = delete(PODS + "/new", "{}");

    assertThat(field(deleted, "metadata", "deletionTimestamp")).isEqualTo("2026-01-01T00:00:05Z");
    assertThat(field(deleted, "metadata", "deletionGracePeriodSeconds")).isEqualTo("5");
    assertThat(field(negative, "metadata", "deletionGracePeriodSeconds")).isEqualTo("1");
    assertThat(now.cluster().objects()).hasSize(2);
    assertThat(never.cluster().objects()).hasSize(2);
  }

  @Test
  void aPodThatEndsCanOnlyEndSooner() {
    ServerState ending = delete(WEB, "{\"gracePeriodSeconds\": 20}").state();

    Response longer = handle(ending, send("DELETE", WEB, "{\"gracePeriodSeconds\": 60}"));
    Response same = handle(ending, ApiRequest.of("DELETE", WEB));
    Response sooner = handle(ending, send("DELETE", WEB, "{\"gracePeriodSeconds\": 5}"));
    Response late = handle(
        ending.at(ending.now().plusSeconds(15)),
        send("DELETE", WEB, "{\"gracePeriodSeconds\": 5}"));
    Response now = handle(ending, send("DELETE", WEB, "{\"gracePeriodSeconds\": 0}"));

    assertThat(longer.state()).isSameAs(ending);
    assertThat(same.state()).isSameAs(ending);
    assertThat(field(sooner, "metadata", "deletionTimestamp")).isEqualTo("2026-01-01T00:00:05Z");
    assertThat(field(late, "metadata", "deletionTimestamp")).isEqualTo("2026-01-01T00:00:15Z");
    assertThat(field(late, "metadata", "deletionGracePeriodSeconds")).isEqualTo("1");
    assertThat(now.cluster().objects()).hasSize(2);
  }

  @Test
  void aDryRunDeletesNothing() {
    Response tried = handle(STATE, ApiRequest.of("DELETE", WEB).withParameter("dryRun", "All"));

    assertThat(tried.code()).isEqualTo(200);
    assertThat(field(tried, "metadata", "deletionTimestamp")).isNotEmpty();
    assertThat(tried.state()).isSameAs(STATE);
  }

  @Test
  void whatIsNotThereIsNotDeleted() {
    assertThat(summary(handle(STATE, ALICE.delete("configmaps", "shop", "none"))))
        .isEqualTo("404 NotFound: configmaps \"none\" not found");
  }

  @Test
  void aCollectionIsDeletedByWhatSelectsIt() {
    ServerState state = stateOf(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop, labels: {old: 'yes'}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: shop, labels: {old: 'yes'}, finalizers: [example.com/x]}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}}");

    Response deleted = handle(
        state, ApiRequest.of("DELETE", CONFIG_MAPS).withParameter("labelSelector", "old=yes"));

    assertThat(deleted.code()).isEqualTo(200);
    assertThat(field(deleted, "kind")).isEqualTo("ConfigMapList");
    assertThat(names(deleted)).containsExactly("a", "b");
    assertThat(names(handle(deleted.state(), get(CONFIG_MAPS)))).containsExactly("b", "c");
    assertThat(field(stored(deleted.state(), "ConfigMap", "b"), "metadata", "deletionTimestamp"))
        .isNotEmpty();
    assertThat(field(deleted.object().orElseThrow(), "metadata", "resourceVersion"))
        .isEqualTo(Long.toString(state.revision()));
  }

  @Test
  void aCollectionIsDeletedOnlyIfItsOptionsAreValid() {
    ApiRequest request = send("DELETE", CONFIG_MAPS, "{\"propagationPolicy\": \"Later\"}");

    assertThat(handle(STATE, request).code()).isEqualTo(422);
    assertThat(handle(
                STATE,
                ApiRequest.of("DELETE", CONFIG_MAPS).withParameter("fieldSelector", "data=1"))
            .code())
        .isEqualTo(400);
  }
}
