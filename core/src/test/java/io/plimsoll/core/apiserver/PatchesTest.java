package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.ALICE;
import static io.plimsoll.core.apiserver.Shop.DEPLOYMENT;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.object;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchesTest {

  private static final String JSON = "application/json-patch+json";
  private static final String MERGE = "application/merge-patch+json";
  private static final String STRATEGIC = "application/strategic-merge-patch+json";
  private static final String APPLY = "application/apply-patch+yaml";

  private static final ServerState STATE = stateOf(SETTINGS, DEPLOYMENT);

  private static Response patch(String type, String body) {
    return handle(STATE, ALICE.patch("configmaps", "shop", "settings", type, body));
  }

  @Test
  void aJsonPatchChangesWhatItNames() {
    Response patched =
        patch(JSON, "[{\"op\": \"replace\", \"path\": \"/data/color\", \"value\": \"red\"}]");

    assertThat(patched.code()).isEqualTo(200);
    assertThat(field(patched, "data", "color")).isEqualTo("red");
  }

  @Test
  void aMergePatchRemovesWhatIsNull() {
    Response patched = patch(MERGE, "{\"data\": {\"color\": null, \"size\": \"l\"}}");

    assertThat(Fields.of(patched.object().orElseThrow()).stringMap("data").keySet())
        .containsExactly("size");
  }

  @Test
  void aStrategicMergePatchMergesContainersByName() {
    ApiRequest request = ALICE.patch(
        "deployments.apps",
        "shop",
        "web",
        STRATEGIC,
        "{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"log\", \"image\": \"log:1\"}]}}}}");

    Response patched = handle(STATE, request);

    Fields pod = Fields.of(
        Fields.of(Fields.of(patched.object().orElseThrow().get("spec")).value("template"))
            .value("spec"));
    assertThat(List.copyOf(pod.list("containers", container -> container.text("name"))))
        .containsExactly("log", "app");
  }

  @Test
  void anApplyMakesWhatIsNotThere() {
    ApiRequest request = ALICE.apply(object(SETTINGS), "tool");

    Response applied = handle(ServerState.of(Cluster.empty()), request);

    assertThat(applied.code()).isEqualTo(201);
    assertThat(field(applied, "data", "color")).isEqualTo("blue");
  }

  @Test
  void anApplyOntoWhatIsThereIsNotSupported() {
    Response refused = handle(STATE, ALICE.apply(object(SETTINGS), "tool"));

    assertThat(refused.code()).isEqualTo(501);
    assertThat(refused.message())
        .isEqualTo("server-side apply onto an object that exists, ConfigMap shop/settings, is not"
            + " supported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        JSON + "|{|400 BadRequest: invalid JSON patch",
        JSON
            + "|[{\"op\": \"remove\", \"path\": \"/data/none\"}]|422 Invalid: the server rejected our request due to an error in our request",
        JSON
            + "|[{\"op\": \"test\", \"path\": \"/data/color\", \"value\": \"red\"}]|422 Invalid: the server rejected our request due to an error in our request",
        MERGE
            + "|{\"metadata\": {\"name\": \"other\"}}|400 BadRequest: the name of the object (other) does not match the name on the URL (settings)",
        MERGE
            + "|{\"metadata\": {\"resourceVersion\": \"1\"}}|409 Conflict: Operation cannot be fulfilled on configmaps \"settings\": the object has been modified; please apply your changes to the latest version and try again",
        MERGE
            + "|{\"immutable\": true, \"metadata\": {\"uid\": \"u9\"}}|422 Invalid: ConfigMap \"settings\" is invalid: metadata.uid: Invalid value: \"u9\": field is immutable",
        "text/plain|{}|415 UnsupportedMediaType: 415: Unsupported Media Type",
        "application/json|{}|415 UnsupportedMediaType: 415: Unsupported Media Type",
        APPLY
            + "|{}|422 Invalid: PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch",
      })
  void aPatchThatCannotBeAppliedIsRefused(String type, String body, String refusal) {
    Response refused = patch(type, body);

    assertThat(summary(refused)).isEqualTo(refusal);
    assertThat(refused.state()).isSameAs(STATE);
  }

  @Test
  void onlyAnApplyMayForce() {
    ApiRequest request =
        ALICE.patch("configmaps", "shop", "settings", MERGE, "{}").withParameter("force", "true");

    assertThat(summary(handle(STATE, request)))
        .isEqualTo("422 Invalid: PatchOptions.meta.k8s.io \"\""
            + " is invalid: force: Forbidden: may not be specified for non-apply patch");
  }

  @Test
  void tooManyOperationsAreRefused() {
    String operation = "{\"op\": \"test\", \"path\": \"/data/color\", \"value\": \"blue\"}";
    String body = "[" + String.join(",", Collections.nCopies(10_001, operation)) + "]";

    Response refused = patch(JSON, body);

    assertThat(refused.code()).isEqualTo(413);
    assertThat(refused.message())
        .isEqualTo("Request entity too large: The allowed maximum operations"
            + " in a JSON patch is 10000, got 10001");
  }

  @Test
  void aPatchOfNothingChangesNothing() {
    Response patched = patch(MERGE, "{}");

    assertThat(patched.code()).isEqualTo(200);
    assertThat(patched.state()).isSameAs(STATE);
  }

  @Test
  void whatIsNotThereIsNotPatched() {
    Response missing = handle(STATE, ALICE.patch("configmaps", "shop", "none", MERGE, "{}"));

    assertThat(summary(missing)).isEqualTo("404 NotFound: configmaps \"none\" not found");
  }
}
