package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.PODS;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.post;
import static io.plimsoll.core.apiserver.Shop.send;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods, media types and sizes. */
class WireTest {

  private static final ServerState STATE = stateOf(SETTINGS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/widgets",
        "/api/v2/pods",
        "/apis/apps/v9/widgets",
        "/apis/apps/v1/namespaces/shop/widgets/a"
      })
  void aVersionThatIsServedKnowsItsResources(String path) {
    Response missing = handle(STATE, get(path));

    assertThat(summary(missing))
        .isEqualTo("404 NotFound: the server could not find the requested resource");
    assertThat(missing.status().orElseThrow().details()).contains(Status.Details.of("", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/apis/example.com/v1/widgets/a", "/nowhere", "/apis/x"})
  void aPathThatNothingServesIsAPlainText(String path) {
    Response missing = handle(STATE, get(path));

    assertThat(missing.code()).isEqualTo(404);
    assertThat(missing.body()).isEqualTo(new Response.Body.OfText("404 page not found\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /api/v1/namespaces/shop/configmaps",
    "PUT, /api/v1/namespaces/shop/configmaps",
    "POST, /api/v1/namespaces/shop/configmaps/settings",
    "DELETE, /api/v1/namespaces",
    "GET, /apis/authentication.k8s.io/v1/selfsubjectreviews",
    "OPTIONS, /api/v1/namespaces/shop/pods",
  })
  void aMethodThatAPathHasNotIsNotAllowed(String method, String path) {
    Response refused = handle(STATE, ApiRequest.of(method, path));

    assertThat(summary(refused))
        .isEqualTo(
            "405 MethodNotAllowed: the server does not allow this method on the requested resource");
    assertThat(refused.status().orElseThrow().details()).contains(Status.Details.of("", "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json",
        "application/yaml",
        "*/*",
        "text/html, application/json",
        "application/vnd.kubernetes.protobuf,application/json",
        "application/json;as=Table;v=v2;g=meta.k8s.io,application/json",
        "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1",
      })
  void aMediaTypeThatTheServerHasIsAnswered(String accept) {
    ApiRequest request = get(CONFIG_MAPS + "/settings").withHeader("Accept", accept);

    assertThat(handle(STATE, request).code()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;as=Table;v=v2;g=meta.k8s.io",
        "application/json;as=Pie;v=v1;g=meta.k8s.io",
        "application/vnd.kubernetes.protobuf;as=Table;v=v1;g=meta.k8s.io",
        "application/yaml;stream=watch",
        "application/json;sv=v2",
      })
  void aMediaTypeThatTheServerHasNotIsNotAcceptable(String accept) {
    Response refused = handle(STATE, get(CONFIG_MAPS + "/settings").withHeader("Accept", accept));

    assertThat(summary(refused))
        .isEqualTo("406 NotAcceptable: only the following media types are"
            + " accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "json", "application/json/x", "*", "application/*;q=0.5"})
  void aMediaTypeThatNoRouteMakesIsNotAcceptable(String accept) {
    Response refused = handle(STATE, get(CONFIG_MAPS + "/settings").withHeader("Accept", accept));

    assertThat(summary(refused)).isEqualTo("""
        406 NotAcceptable: 406: Not Acceptable

        Available representations: application/json, application/yaml, application/vnd.kubernetes.protobuf""");
    assertThat(refused.status().orElseThrow().details()).contains(Status.Details.of("", "", ""));
  }

  @Test
  void aWatchIsNoYaml() {
    ApiRequest watch =
        get(CONFIG_MAPS).withParameter("watch", "true").withHeader("Accept", "application/yaml");

    assertThat(summary(handle(STATE, watch)))
        .isEqualTo("406 NotAcceptable: only the following media"
            + " types are accepted: application/json;stream=watch,"
            + " application/vnd.kubernetes.protobuf;stream=watch");
  }

  @ParameterizedTest
  @CsvSource({"POST,''", "PUT,/settings", "PATCH,/settings", "DELETE,/settings"})
  void aBodyOfMoreThanThreeMebibytesIsTooLarge(String method, String name) {
    String text = "ü".repeat(3 * 512 * 1024);
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    ApiRequest request = ApiRequest.of(method, CONFIG_MAPS + name)
        .withBody(type, "{\"data\": {\"a\": \"" + text + "\"}}");

    Response refused = handle(STATE, request);

    assertThat(summary(refused))
        .isEqualTo("413 RequestEntityTooLarge: Request entity too large: limit is 3145728");
  }

  @ParameterizedTest
  @CsvSource({"POST,''", "PUT,/settings", "DELETE,/settings", "DELETE,''"})
  void aBodyInProtobufIsNotRead(String method, String name) {
    ApiRequest request = ApiRequest.of(method, CONFIG_MAPS + name)
        .withBody("application/vnd.kubernetes.protobuf", "k8s");

    assertThat(summary(handle(STATE, request)))
        .isEqualTo("501 NotImplemented: a body in protobuf is not supported");
  }

  @Test
  void aBodyOfAnotherMediaTypeIsUnsupported() {
    ApiRequest request = ApiRequest.of("POST", CONFIG_MAPS).withBody("text/plain", "{}");

    assertThat(summary(handle(STATE, request)))
        .isEqualTo("415 UnsupportedMediaType: the body of the request was in an unknown format -"
            + " accepted media types include: application/json, application/yaml,"
            + " application/vnd.kubernetes.protobuf");
  }

  @Test
  void aBodyMayBeYaml() {
    ApiRequest request = ApiRequest.of("POST", CONFIG_MAPS)
        .withBody("application/yaml", "metadata: {name: other}\ndata: {a: b}\n");

    assertThat(handle(STATE, request).code()).isEqualTo(201);
  }

  private static final String UNKNOWN =
      "{\"metadata\": {\"name\": \"a\"}, \"data\": {\"a\": \"b\"}, \"colour\": 1, \"data\": {\"c\": \"d\"}}";

  @Test
  void strictValidationRefusesUnknownAndRepeatedFields() {
    Response refused =
        handle(STATE, post(CONFIG_MAPS, UNKNOWN).withParameter("fieldValidation", "Strict"));

    assertThat(summary(refused))
        .isEqualTo("400 BadRequest: ConfigMap in version \"v1\" cannot be"
            + " handled as a ConfigMap: strict decoding error: unknown field \"colour\", duplicate field"
            + " \"data\"");
    assertThat(refused.trace())
        .filteredOn(step -> step.stage() == Stage.DECODING)
        .extracting(TraceStep::outcome)
        .containsExactly("refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Warn", ""})
  void otherwiseTheyAreWarnedOf(String validation) {
    ApiRequest request = post(CONFIG_MAPS, UNKNOWN);
    Response created = handle(
        STATE,
        validation.isEmpty() ? request : request.withParameter("fieldValidation", validation));

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.warnings())
        .containsExactly("unknown field \"colour\"", "duplicate field \"data\"");
    assertThat(created.object().orElseThrow().get("colour")).isNull();
  }

  @Test
  void orNotAtAll() {
    Response created =
        handle(STATE, post(CONFIG_MAPS, UNKNOWN).withParameter("fieldValidation", "Ignore"));

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.warnings()).isEmpty();
  }

  @Test
  void aWrongTypeIsRefusedWhateverTheValidation() {
    for (String validation : List.of("Strict", "Warn", "Ignore")) {
      Response refused = handle(
          STATE,
          send("POST", PODS, "{\"metadata\": {\"name\": \"a\"}, \"spec\": {\"containers\": 7}}")
              .withParameter("fieldValidation", validation));

      assertThat(summary(refused))
          .isEqualTo("400 BadRequest: Pod in version \"v1\" cannot be handled"
              + " as a Pod: json: cannot unmarshal number into Go struct field PodSpec.spec.containers of"
              + " type []v1.Container");
    }
  }
}
