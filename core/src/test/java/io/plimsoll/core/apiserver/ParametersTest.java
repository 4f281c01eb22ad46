package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.post;
import static io.plimsoll.core.apiserver.Shop.send;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters, options and bodies that cannot be what they should be. */
class ParametersTest {

  private static final ServerState STATE = stateOf(SETTINGS);
  private static final String PATH = CONFIG_MAPS + "/settings";

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "no, true",
    "maybe, true",
    "1, true",
    "0, false",
    "false, false",
    "FALSE, false",
    "00, true"
  })
  void onlyZeroAndFalseAreOff(String value, boolean on) {
    ApiRequest request = ApiRequest.of("GET", "/").withParameter("x", value);

    assertThat(request.booleanParameter("x")).contains(on);
    assertThat(request.booleanParameter("y")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', [orphan]", "no, [orphan]", "0, []"})
  void dependentsAreOrphanedUnlessThatIsOff(String value, String finalizers) {
    Response deleted =
        handle(STATE, ApiRequest.of("DELETE", PATH).withParameter("orphanDependents", value));

    String found = deleted
        .object()
        .map(object -> Fields.of(object.get("metadata")).strings("finalizers").toString())
        .orElse("[]");
    assertThat(found).isEqualTo(finalizers);
  }

  @Test
  void forceIsOnlyForAnApplyWhateverItsValue() {
    ApiRequest patch = ApiRequest.of("PATCH", PATH).withBody("application/merge-patch+json", "{}");

    assertThat(summary(handle(STATE, patch.withParameter("force", ""))))
        .isEqualTo(
            "422 Invalid: PatchOptions.meta.k8s.io \"\" is invalid: force: Forbidden: may not be"
                + " specified for non-apply patch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"dryRun\": \"All\"}|json: cannot unmarshal string into Go struct field DeleteOptions.dryRun of type []string",
        "{\"preconditions\": {\"uid\": 5}}|json: cannot unmarshal number into Go struct field Preconditions.preconditions.uid of type types.UID",
        "{\"gracePeriodSeconds\": 1.5}|json: cannot unmarshal number 1.5 into Go struct field DeleteOptions.gracePeriodSeconds of type int64",
        "{\"orphanDependents\": \"true\"}|json: cannot unmarshal string into Go struct field DeleteOptions.orphanDependents of type bool",
        "[]|couldn't get version/kind; json parse error: json: cannot unmarshal array into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }",
        "{} {}|couldn't get version/kind; json parse error: invalid character '{' after top-level value",
        "{\"kind\": \"pod\"}|no kind \"pod\" is registered for version \"meta.k8s.io/v1\" in scheme \"pkg/apis/meta/internalversion/scheme/register.go:27\"",
        "{\"kind\": \"DeleteOptions\", \"apiVersion\": \"a/b/c\"}|unexpected GroupVersion string: a/b/c",
      })
  void optionsToDeleteThatCannotBeReadDeleteNothing(String options, String why) {
    Response refused = handle(STATE, send("DELETE", PATH, options));

    assertThat(summary(refused)).isEqualTo("400 BadRequest: " + why);
    assertThat(refused.state()).isSameAs(STATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"kind\": \"DeleteOptions\", \"apiVersion\": \"apps/v1\"}",
        "{\"kind\": \"DeleteOptions\", \"apiVersion\": \"example.com/v1\"}",
        "{\"kind\": \"DeleteOptions\"}",
        "{\"unknown\": 1}",
        "null",
      })
  void optionsToDeleteAreTakenInAnyVersion(String options) {
    assertThat(handle(STATE, send("DELETE", PATH, options)).code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit|x|labelSelector|!!|strconv.ParseInt: parsing \"x\": invalid syntax",
        "limit||a|b|strconv.ParseInt: parsing \"\": invalid syntax",
        "labelSelector|!!|fieldSelector|a|unable to parse requirement: found '!', expected: identifier",
        "labelSelector|a in (b|a|b|unable to parse requirement: found '', expected: ',' or ')'",
        "labelSelector|,|a|b|found ',', expected: !, identifier, or 'end of string'",
        "fieldSelector|a=b=c|a|b|invalid field selector: unescaped character in value: 61",
      })
  void theFirstParameterThatCannotBeReadIsSaid(
      String name, String value, String other, String otherValue, String why) {
    ApiRequest request = get(CONFIG_MAPS)
        .withParameter(name, value == null ? "" : value)
        .withParameter(other, otherValue);

    assertThat(summary(handle(STATE, request))).isEqualTo("400 BadRequest: " + why);
  }

  @Test
  void aTimeThatIsNoneIsRefusedUnlessItDoesNotMatter() {
    ApiRequest request = get(CONFIG_MAPS).withParameter("timeout", "abc");

    assertThat(summary(handle(STATE, request)))
        .isEqualTo("400 BadRequest: invalid timeout specified in the request URL - time: invalid"
            + " duration \"abc\"");
    assertThat(handle(STATE, request.withParameter("watch", "1")).code()).isEqualTo(200);
    assertThat(handle(STATE, get(CONFIG_MAPS).withParameter("timeout", "1m30s")).code())
        .isEqualTo(200);
  }

  @Test
  void aWatchOfOneNameIsOfNoOther() {
    ApiRequest request = get("/api/v1/watch/namespaces/shop/configmaps/settings")
        .withParameter("fieldSelector", "metadata.name=other");

    assertThat(summary(handle(STATE, request)))
        .isEqualTo("400 BadRequest: fieldSelector metadata.name doesn't match requested name");
  }

  private static String nested(int depth) {
    return "{\"metadata\": {\"name\": \"deep\"}, \"x\": " + "[".repeat(depth) + "]".repeat(depth)
        + "}";
  }

  @Test
  void bodiesMayBeNestedDeeply() {
    assertThat(handle(STATE, post(CONFIG_MAPS, nested(900))).code()).isEqualTo(201);
    assertThat(handle(
                STATE,
                ApiRequest.of("PATCH", PATH)
                    .withBody(
                        "application/merge-patch+json", nested(900).replace("deep", "settings")))
            .code())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, application/json",
    "POST, application/yaml",
    "PATCH, application/merge-patch+json",
    "DELETE, application/json"
  })
  void whatOnlyUpstreamReadsIsSaidInOurWords(String method, String type) {
    String path = method.equals("POST") ? CONFIG_MAPS : PATH;
    Response refused = handle(STATE, ApiRequest.of(method, path).withBody(type, nested(5000)));

    assertThat(summary(refused))
        .isEqualTo(
            "501 NotImplemented: a body that is nested deeper than 1000 levels is not supported");
  }

  @Test
  void whatUpstreamDoesNotReadIsSaidInItsWords() {
    assertThat(summary(handle(STATE, post(CONFIG_MAPS, nested(10_001)))))
        .contains("couldn't get version/kind; json parse error: exceeded max depth");
  }
}
