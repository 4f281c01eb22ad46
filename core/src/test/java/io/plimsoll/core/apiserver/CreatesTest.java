package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.ALICE;
import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.object;
import static io.plimsoll.core.apiserver.Shop.post;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatesTest {

  private static final ServerState EMPTY = ServerState.of(Cluster.empty());

  @Test
  void whatOnlyTheServerSetsIsNotTakenFromTheClient() {
    ApiRequest request = post(CONFIG_MAPS, """
        {"metadata": {"name": "a", "uid": "mine", "creationTimestamp": "2001-01-01T00:00:00Z",
          "deletionTimestamp": "2001-01-01T00:00:00Z", "selfLink": "/x"}}""");

    Response created = handle(EMPTY, request);

    Fields metadata = Fields.of(created.object().orElseThrow().get("metadata"));
    assertThat(metadata.text("uid")).isNotEqualTo("mine");
    assertThat(metadata.text("creationTimestamp")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(metadata.has("deletionTimestamp")).isFalse();
    assertThat(metadata.has("selfLink")).isFalse();
    assertThat(metadata.text("namespace")).isEqualTo("shop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"metadata\":{\"name\":\"a\",\"namespace\":\"bar\"}}"
            + "|400 BadRequest: the namespace of the provided object does not match the namespace sent on the request",
        "{\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"7\"}}"
            + "|500 : resourceVersion should not be set on objects to be created",
        "{\"metadata\":{}}"
            + "|422 Invalid: ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required",
        "{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}"
            + "|400 BadRequest: Secret in version \"v1\" cannot be handled as a ConfigMap: converting (v1.Secret) to (core.ConfigMap): unknown conversion",
        "{\"kind\":\"Widget\",\"apiVersion\":\"v9\"}"
            + "|400 BadRequest: Widget in version \"v9\" cannot be handled as a ConfigMap: no kind \"Widget\" is registered for version \"v9\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"",
        "{|400 BadRequest: the object provided is unrecognized (must be of type ConfigMap): couldn't get version/kind; json parse error: unexpected end of JSON input ({)",
      })
  void whatCannotBeMadeIsRefused(String body, String refusal) {
    assertThat(summary(handle(EMPTY, post(CONFIG_MAPS, body)))).isEqualTo(refusal);
  }

  @Test
  void aGeneratedNameThatIsTakenIsAConflict() {
    ApiRequest request = post(CONFIG_MAPS, "{\"metadata\": {\"generateName\": \"job-\"}}");
    Response first = handle(EMPTY, request);
    String name = field(first, "metadata", "name");

    Response second =
        handle(EMPTY.with(first.cluster()), request); // the same revision generates the same name

    assertThat(name).startsWith("job-").hasSize(9);
    assertThat(summary(second))
        .isEqualTo(
            "409 AlreadyExists: configmaps \"" + name
                + "\" already exists, the server was not able to generate a unique name for the object");
  }

  @Test
  void aGeneratedNameIsCutToMakeRoomForItsEnd() {
    String prefix = "a".repeat(70);

    Response created =
        handle(EMPTY, post(CONFIG_MAPS, "{\"metadata\": {\"generateName\": \"" + prefix + "\"}}"));

    assertThat(field(created, "metadata", "name"))
        .hasSize(63)
        .startsWith("a".repeat(58))
        .doesNotStartWith("a".repeat(59));
  }

  @Test
  void whatIsBeingDeletedIsInTheWay() {
    ServerState state = stateOf(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop, finalizers: [example.com/x]}}");
    ServerState dying =
        handle(state, ALICE.delete("configmaps", "shop", "settings")).state();

    Response again = handle(dying, ALICE.create(object(SETTINGS)));

    assertThat(summary(again))
        .isEqualTo(
            "409 AlreadyExists: object is being deleted: configmaps \"settings\" already exists");
  }

  @Test
  void aDryRunAnswersAsIfItWasDone() {
    ApiRequest request = ALICE.create(object(SETTINGS)).withParameter("dryRun", "All");

    Response tried = handle(EMPTY, request);

    assertThat(tried.code()).isEqualTo(201);
    assertThat(field(tried, "metadata", "uid")).isNotEmpty();
    assertThat(field(tried, "metadata", "resourceVersion")).isEmpty();
    assertThat(tried.state().revision()).isEqualTo(EMPTY.revision());
  }

  @Test
  void aDryRunMeetsWhatIsThere() {
    ServerState state = stateOf(SETTINGS);

    Response tried = handle(state, ALICE.create(object(SETTINGS)).withParameter("dryRun", "All"));

    assertThat(summary(tried))
        .isEqualTo("409 AlreadyExists: configmaps \"settings\" already exists");
  }

  @Test
  void optionsThatAreInvalidAreRefusedBeforeTheBodyIsRead() {
    ApiRequest request = post(CONFIG_MAPS, "{")
        .withParameter("fieldValidation", "Maybe")
        .withParameter("fieldManager", "a\nb");

    Response refused = handle(EMPTY, request);

    assertThat(summary(refused))
        .isEqualTo(
            "422 Invalid: CreateOptions.meta.k8s.io \"\" is invalid: ["
                + "fieldManager: Invalid value: \"a\\nb\": invalid character U+000A (at position 1), "
                + "fieldValidation: Unsupported value: \"Maybe\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"]");
  }

  @Test
  void ownersThatAreThereTwiceAreNamedOnceAndWarnedOf() {
    String owner =
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"name\": \"web\", \"uid\": \"u1\"}";
    String body =
        "{\"metadata\": {\"name\": \"a\", \"ownerReferences\": [" + owner + ", " + owner + "]}}";

    Response created = handle(EMPTY, post(CONFIG_MAPS, body));

    assertThat(Fields.of(created.object().orElseThrow().get("metadata"))
            .list("ownerReferences", each -> each.text("uid")))
        .containsExactly("u1");
    assertThat(created.warnings())
        .containsExactly(".metadata.ownerReferences contains duplicate entries; API server dedups"
            + " owner references in 1.20+, and may reject such requests as early as 1.24; please fix"
            + " your requests; duplicate UID(s) observed: u1");
  }

  @Test
  void aServiceGetsAnAddressAndAPodItsDefaults() {
    String service =
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}";

    Response created = handle(EMPTY, ALICE.create(object(service)));
    Response pod = handle(EMPTY, ALICE.create(object(Shop.pod("web", ""))));

    assertThat(field(created, "spec", "clusterIP")).isEqualTo("10.0.0.17");
    assertThat(field(created, "spec", "type")).isEqualTo("ClusterIP");
    assertThat(field(pod, "spec", "restartPolicy")).isEqualTo("Always");
    assertThat(field(pod, "status", "phase")).isEqualTo("Pending");
    assertThat(field(pod, "status", "qosClass")).isEqualTo("BestEffort");
  }
}
