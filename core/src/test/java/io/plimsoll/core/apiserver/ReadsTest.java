package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.ALICE;
import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.PODS;
import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.names;
import static io.plimsoll.core.apiserver.Shop.pod;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsTest {

  private static final ServerState STATE = stateOf(
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: shop, labels: {app: web, tier: front}}}",
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop, labels: {app: db}}}",
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}}",
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: d, namespace: shop-a}}",
      pod("web", "n1"),
      pod("db", ""));

  private static Response list(String path, String parameter, String value) {
    return handle(STATE, get(path).withParameter(parameter, value));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Response missing = handle(STATE, get(CONFIG_MAPS + "/none"));

    assertThat(summary(missing)).isEqualTo("404 NotFound: configmaps \"none\" not found");
    assertThat(missing.status().orElseThrow().details().orElseThrow())
        .isEqualTo(Status.Details.of("", "configmaps", "none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app=web|[b]",
        "app==db|[a]",
        "app!=web|[a, c]",
        "app in (web,db)|[a, b]",
        "app notin (web)|[a, c]",
        "!app|[c]",
        "app,tier|[b]",
        "app=web,tier!=front|[]",
      })
  void labelsNarrowAList(String selector, String names) {
    assertThat(names(list(CONFIG_MAPS, "labelSelector", selector))).hasToString(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec.nodeName=n1|[web]",
        "spec.host=n1|[web]",
        "spec.nodeName=|[db]",
        "spec.nodeName!=n1|[db]",
        "status.phase=Pending,metadata.name!=db|[web]",
        "spec.hostNetwork=false|[db, web]",
        "spec.restartPolicy=Never|[]",
        "status.podIPs=|[db, web]",
        "metadata.namespace=shop|[db, web]",
      })
  void fieldsNarrowAList(String selector, String names) {
    assertThat(names(list(PODS, "fieldSelector", selector))).hasToString(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/v1/pods|spec.color=red|400 BadRequest: field label not supported: spec.color",
        "/api/v1/configmaps|data=1|400 BadRequest: \"data\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"",
        "/apis/batch/v1/jobs|spec.x=1|400 BadRequest: field label \"spec.x\" not supported for Job",
        "/api/v1/pods|nonsense|400 BadRequest: invalid selector: 'nonsense'; can't understand 'nonsense'",
      })
  void fieldsThatListsCannotBeNarrowedByAreRefused(String path, String selector, String refusal) {
    assertThat(summary(list(path, "fieldSelector", selector))).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a in|400 BadRequest: unable to parse requirement: found '' expected: '('",
        "a,,b|400 BadRequest: found ',', expected: identifier after ','",
        "-a=b|400 BadRequest: unable to parse requirement: <nil>: Invalid value: \"-a\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      })
  void aLabelSelectorThatIsNoneIsRefused(String selector, String refusal) {
    assertThat(summary(list(CONFIG_MAPS, "labelSelector", selector))).isEqualTo(refusal);
  }

  @Test
  void aListIsInTheOrderOfTheKeysAndItsItemsDoNotSayTheirKind() {
    Response all = handle(STATE, get("/api/v1/configmaps"));

    assertThat(names(all)).containsExactly("d", "a", "b", "c"); // shop-a/d is before shop/a
    assertThat(field(all, "kind")).isEqualTo("ConfigMapList");
    assertThat(field(all, "apiVersion")).isEqualTo("v1");
    assertThat(field(all, "metadata", "resourceVersion"))
        .isEqualTo(Long.toString(STATE.revision()));
    assertThat(Fields.of(all.object().orElseThrow()).list("items", item -> item.has("kind")))
        .containsOnly(false);
  }

  @Test
  void aListIsReadInPages() {
    Response first = list(CONFIG_MAPS, "limit", "2");
    String token = field(first, "metadata", "continue");

    Response second = handle(
        STATE, get(CONFIG_MAPS).withParameter("limit", "2").withParameter("continue", token));

    assertThat(names(first)).containsExactly("a", "b");
    assertThat(field(first, "metadata", "remainingItemCount")).isEqualTo("1");
    assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"v\":\"meta.k8s.io/v1\",\"rv\":" + STATE.revision() + ",\"start\":\"b\\u0000\"}");
    assertThat(names(second)).containsExactly("c");
    assertThat(field(second, "metadata", "continue")).isEmpty();
  }

  @Test
  void howManyAreLeftIsNotSaidOfASelection() {
    ApiRequest request =
        get(CONFIG_MAPS).withParameter("limit", "1").withParameter("labelSelector", "app");

    Response page = handle(STATE, request);

    assertThat(names(page)).containsExactly("a");
    assertThat(field(page, "metadata", "continue")).isNotEmpty();
    assertThat(field(page, "metadata", "remainingItemCount")).isEmpty();
  }

  @Test
  void aListThatBeganInAStateThatIsGoneIsGoneAndSaysHowToGoOn() {
    String token = field(list(CONFIG_MAPS, "limit", "2"), "metadata", "continue");
    ServerState later = handle(STATE, ALICE.delete("configmaps", "shop", "a")).state();

    Response gone = handle(later, get(CONFIG_MAPS).withParameter("continue", token));
    Status status = gone.status().orElseThrow();
    Response rest =
        handle(later, get(CONFIG_MAPS).withParameter("continue", status.continuation()));

    assertThat(summary(gone))
        .isEqualTo("410 Expired: The provided continue parameter is too old to"
            + " display a consistent list result. You can start a new list without the continue"
            + " parameter, or use the continue token in this response to retrieve the remainder of the"
            + " results. Continuing with the provided token results in an inconsistent list - objects"
            + " that were created, modified, or deleted between the time the first chunk was returned"
            + " and now may show up in the list.");
    assertThat(field(status.toTree(), "metadata", "continue")).isEqualTo(status.continuation());
    assertThat(names(rest)).containsExactly("c");
  }

  private static String token(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"v\":\"v9\",\"rv\":1,\"start\":\"a\"}|server does not recognize this encoded version v9",
        "{\"v\":\"meta.k8s.io/v1\",\"rv\":0,\"start\":\"a\"}|incorrect encoded start resourceVersion (version meta.k8s.io/v1)",
        "{\"v\":\"meta.k8s.io/v1\",\"rv\":1,\"start\":\"\"}|encoded start key empty (version meta.k8s.io/v1)",
        "{\"v\":\"meta.k8s.io/v1\",\"rv\":1,\"start\":\"../secrets\"}|../secrets",
        "{\"V\":\"meta.k8s.io/v1\",\"RV\":1,\"START\":\"a\",\"start\":\"../b\"}|../b",
        "[]|json: cannot unmarshal array into Go value of type storage.continueToken",
        "{\"v\":1}|json: cannot unmarshal number into Go struct field continueToken.v of type string",
        "{\"rv\":\"1\"}|json: cannot unmarshal string into Go struct field continueToken.rv of type int64",
        "{\"rv\":1.5}|json: cannot unmarshal number 1.5 into Go struct field continueToken.rv of type int64",
        "{\"start\":{}}|json: cannot unmarshal object into Go struct field continueToken.start of type string",
        "{\"x\":|unexpected end of JSON input",
      })
  void aTokenThatNoServerMadeIsRefused(String json, String why) {
    assertThat(summary(list(CONFIG_MAPS, "continue", token(json))))
        .isEqualTo("400 BadRequest: invalid continue token: continue key is not valid: " + why);
  }

  @Test
  void ofSeveralKeysInATokenTheLastCounts() {
    String json = "{\"v\":\"meta.k8s.io/v1\",\"rv\":-1,\"start\":\"a\",\"start\":\"b\\u0000\"}";

    assertThat(names(list(CONFIG_MAPS, "continue", token(json)))).containsExactly("c");
  }

  @Test
  void aTokenMayBeNested() {
    String deep = "[".repeat(200) + "]".repeat(200);

    assertThat(summary(list(CONFIG_MAPS, "continue", token("{\"x\":" + deep + "}"))))
        .endsWith("server does not recognize this encoded version ");
  }

  @Test
  void aTokenThatIsNoTokenIsRefused() {
    assertThat(summary(list(CONFIG_MAPS, "continue", "?")))
        .isEqualTo(
            "400 BadRequest: invalid continue token: continue key is not valid: illegal base64"
                + " data at input byte 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "limit=x|400 BadRequest: strconv.ParseInt: parsing \"x\": invalid syntax",
        "limit=99999999999999999999|400 BadRequest: strconv.ParseInt: parsing \"99999999999999999999\": value out of range",
        "resourceVersion=x|400 BadRequest: invalid resource version: resourceVersion: Invalid value: \"x\": strconv.ParseUint: parsing \"x\": invalid syntax",
        "resourceVersion=999|504 Timeout: Timeout: Too large resource version: 999, current: 7",
        "resourceVersion=3&resourceVersionMatch=Exact|410 Expired: The resourceVersion for the provided list is too old.",
        "resourceVersionMatch=Exact|422 Invalid: ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided",
        "resourceVersion=0&resourceVersionMatch=Exact|422 Invalid: ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"",
        "resourceVersion=1&resourceVersionMatch=About|422 Invalid: ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Unsupported value: \"About\": supported values: \"Exact\", \"NotOlderThan\", \"\"",
        "sendInitialEvents=true|422 Invalid: ListOptions.meta.k8s.io \"\" is invalid: sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list",
      })
  void optionsOfAListThatAreInvalidAreRefused(String query, String refusal) {
    ApiRequest request = get(CONFIG_MAPS);
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      request =
          request.withParameter(parameter.substring(0, equals), parameter.substring(equals + 1));
    }

    assertThat(summary(handle(STATE, request))).isEqualTo(refusal);
  }

  @Test
  void aListThatMayBeOlderIsTheCurrentOne() {
    assertThat(names(list(CONFIG_MAPS, "resourceVersion", "0"))).hasSize(3);
    assertThat(names(list(CONFIG_MAPS, "resourceVersion", "2"))).hasSize(3);
  }

  @Test
  void anObjectThatIsNewerThanTheStateNeverComes() {
    Response late = list(CONFIG_MAPS + "/a", "resourceVersion", "999");

    assertThat(late.code()).isEqualTo(504);
    assertThat(late.status().orElseThrow().causes())
        .containsExactly(
            new Status.Cause("ResourceVersionTooLarge", "Too large resource version", ""));
  }

  @Test
  void exportIsNoMore() {
    assertThat(summary(list(CONFIG_MAPS + "/a", "export", "true")))
        .isEqualTo("400 BadRequest: the export parameter, deprecated since v1.14, is no longer"
            + " supported");
    assertThat(list(CONFIG_MAPS + "/a", "export", "false").code()).isEqualTo(200);
  }

  @Test
  void aListOfOneNameIsNotOfAnother() {
    ApiRequest named = get(CONFIG_MAPS).withParameter("fieldSelector", "metadata.name=b");

    assertThat(names(handle(STATE, named))).containsExactly("b");
  }

  @Test
  void aWatchBeginsWithWhatIsThere() {
    Response watch = list(CONFIG_MAPS, "watch", "true");

    String events = ((Response.Body.OfText) watch.body()).text();
    assertThat(events.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"type\":\"ADDED\""));
  }

  @Test
  void aWatchFromNowOnBeginsWithNothingAndOneFromLongAgoWithAnError() {
    ApiRequest watch = get(CONFIG_MAPS).withParameter("watch", "1");

    Response now =
        handle(STATE, watch.withParameter("resourceVersion", Long.toString(STATE.revision())));
    Response old = handle(STATE, watch.withParameter("resourceVersion", "2"));

    assertThat(now.body()).isEqualTo(new Response.Body.OfText(""));
    assertThat(((Response.Body.OfText) old.body()).text())
        .isEqualTo("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"apiVersion\":\"v1\","
            + "\"metadata\":{},\"status\":\"Failure\",\"message\":\"too old resource version: 2 (7)\","
            + "\"reason\":\"Expired\",\"code\":410}}\n");
  }

  @Test
  void aPodIsFoundByItsFirstAddress() {
    ServerState state = Shop.holding(
        "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, status: {podIPs: [{ip: 10.0.0.7}, {ip: 'fd00::7'}]}}");

    assertThat(
            names(handle(state, get(PODS).withParameter("fieldSelector", "status.podIP=10.0.0.7"))))
        .containsExactly("web");
  }

  @Test
  void aListOfNothingIsEmpty() {
    Response none = handle(STATE, get("/api/v1/namespaces/none/secrets"));

    assertThat(none.code()).isEqualTo(200);
    assertThat(names(none)).isEmpty();
    assertThat(none.object().orElseThrow().get("kind")).isEqualTo(ScalarValue.of("SecretList"));
  }
}
