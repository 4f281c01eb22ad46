package io.plimsoll.core.admission.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutatingAdmissionWebhookTest {

  private static final String LABEL =
      "[{\"op\": \"add\", \"path\": \"/metadata/labels\", \"value\": {\"%s\": \"x\"}}]";

  private final Hooks hooks = new Hooks();

  private static String mutating(String... all) {
    return Hooks.configuration("Mutating", "m", all);
  }

  private Admission ask(TestCall call, String... configurations) {
    return call.amid(Hooks.SHOP).amid(configurations).admit(hooks.mutating());
  }

  private Admission ask(String... all) {
    return ask(TestCall.create(Hooks.POD), mutating(all));
  }

  private static Map<String, String> labels(Admission answer) {
    return Trees.metadata(answer.object().orElseThrow()).stringMap("labels");
  }

  @Test
  void patchesAreAppliedOneAfterTheOther() {
    hooks
        .patch("a.b.c", LABEL.formatted("one"))
        .patch(
            "d.e.f", "[{\"op\": \"add\", \"path\": \"/metadata/labels/two\", \"value\": \"x\"}]");
    Admission answer = ask(Hooks.hook("a.b.c", Hooks.PODS), Hooks.hook("d.e.f", Hooks.PODS));
    assertThat(labels(answer)).containsOnlyKeys("one", "two");
    assertThat(answer.reason()).isEqualTo("webhook a.b.c, d.e.f");
    assertThat(answer.again()).isTrue();
    assertThat(answer.auditAnnotations())
        .containsEntry(
            "mutation.webhook.admission.k8s.io/round_0_index_0",
            "{\"configuration\":\"m\",\"webhook\":\"a.b.c\",\"mutated\":true}")
        .containsKey("mutation.webhook.admission.k8s.io/round_0_index_1");
    Fields object = Trees.object(Fields.of(hooks.request(1)), "object");
    assertThat(Trees.object(object, "metadata").stringMap("labels")).containsOnlyKeys("one");
  }

  @Test
  void webhooksThatChangeNothingAreNoted() {
    hooks.answer("a.b.c", "allowed: true");
    Admission answer = ask(Hooks.hook("a.b.c", Hooks.PODS));
    assertThat(answer.object()).isEmpty();
    assertThat(answer.again()).isFalse();
    assertThat(answer.auditAnnotations())
        .containsExactly(Map.entry(
            "mutation.webhook.admission.k8s.io/round_0_index_0",
            "{\"configuration\":\"m\",\"webhook\":\"a.b.c\",\"mutated\":false}"));
  }

  @Test
  void theFirstRefusalEndsIt() {
    hooks
        .patch("a.b.c", LABEL.formatted("one"))
        .answer("d.e.f", "allowed: false, status: {message: full}");
    Admission answer = ask(
        Hooks.hook("a.b.c", Hooks.PODS),
        Hooks.hook("d.e.f", Hooks.PODS),
        Hooks.hook("g.h.i", Hooks.PODS));
    assertThat(TestCall.refusal(answer))
        .isEqualTo("400 admission webhook \"d.e.f\" denied the request: full");
    assertThat(hooks.called()).containsExactly("a.b.c", "d.e.f");
  }

  @Test
  void webhooksThatFailDecideByTheirPolicy() {
    assertThat(TestCall.refusal(ask(Hooks.hook("a.b.c", Hooks.PODS))))
        .startsWith("500 Internal error occurred: failed calling webhook \"a.b.c\": ");
    hooks.patch("d.e.f", LABEL.formatted("two"));
    Admission open = ask(
        Hooks.hook("a.b.c", Hooks.PODS + ", failurePolicy: Ignore"),
        Hooks.hook("d.e.f", Hooks.PODS));
    assertThat(labels(open)).containsOnlyKeys("two");
    assertThat(open.auditAnnotations())
        .containsEntry("failed-open.mutation.webhook.admission.k8s.io/round_0_index_0", "a.b.c");
  }

  @Test
  void patchesThatMakeNoSenseAreErrors() {
    hooks.patch("a.b.c", "{}");
    assertThat(TestCall.refusal(ask(Hooks.hook("a.b.c", Hooks.PODS))))
        .endsWith("received undecodable patch in webhook response: json: cannot unmarshal object"
            + " into Go value of type jsonpatch.Patch");
    hooks.answer("a.b.c", "allowed: true, patchType: Other, patch: W3sib3AiOiJ0ZXN0In1d");
    assertThat(TestCall.refusal(ask(Hooks.hook("a.b.c", Hooks.PODS))))
        .endsWith("unsupported patch type \"Other\"");
    hooks.answer("a.b.c", "allowed: true, patch: W10=");
    assertThat(TestCall.refusal(ask(Hooks.hook("a.b.c", Hooks.PODS))))
        .endsWith("webhook returned response.patch but not response.patchType");
    hooks.answer("a.b.c", "allowed: true, patchType: JSONPatch");
    assertThat(TestCall.refusal(ask(Hooks.hook("a.b.c", Hooks.PODS))))
        .endsWith("webhook returned response.patchType but not response.patch");
    hooks.answer("a.b.c", "allowed: true, patch: '!', patchType: JSONPatch");
    assertThat(TestCall.refusal(ask(Hooks.hook("a.b.c", Hooks.PODS))))
        .endsWith("failed to call webhook: illegal base64 data at input byte 0");
    hooks.patch("a.b.c", "[{\"op\": \"remove\", \"path\": \"/ghost\"}]");
    assertThat(TestCall.refusal(ask(Hooks.hook("a.b.c", Hooks.PODS))))
        .startsWith("500 Internal error occurred: ");
    hooks.patch("a.b.c", "[{\"op\": \"replace\", \"path\": \"/spec\", \"value\": []}]");
    assertThat(TestCall.refusal(ask(Hooks.hook("a.b.c", Hooks.PODS))))
        .startsWith("500 Internal error occurred: ");
  }

  @Test
  void objectsThatGoCannotBeChanged() {
    hooks.patch("a.b.c", LABEL.formatted("one"));
    assertThat(TestCall.refusal(
            ask(TestCall.delete(Hooks.POD), mutating(Hooks.hook("a.b.c", Hooks.PODS)))))
        .isEqualTo(
            "500 Internal error occurred: admission webhook \"a.b.c\" attempted to modify the"
                + " object, which is not supported for this operation");
  }

  @Test
  void fieldsThatNobodyKnowsAreDropped() {
    hooks.patch(
        "a.b.c",
        "[{\"op\": \"add\", \"path\": \"/spec/ghost\", \"value\": 1},"
            + " {\"op\": \"add\", \"path\": \"/spec/nodeName\", \"value\": \"worker\"}]");
    Admission answer = ask(Hooks.hook("a.b.c", Hooks.PODS));
    assertThat(Trees.spec(answer.object().orElseThrow()).text("nodeName")).isEqualTo("worker");
    assertThat(Trees.spec(answer.object().orElseThrow()).has("ghost")).isFalse();
  }

  @Test
  void webhooksAreCalledAgainOnceOthersChangedTheObject() {
    hooks.answer("a.b.c", "allowed: true").patch("d.e.f", LABEL.formatted("two"));
    String configuration = mutating(
        Hooks.hook("a.b.c", Hooks.PODS + ", reinvocationPolicy: IfNeeded"),
        Hooks.hook("d.e.f", Hooks.PODS));
    Admission once = ask(TestCall.create(Hooks.POD), configuration);
    assertThat(once.again()).isTrue();
    Admission twice = ask(
        TestCall.create(once.object().orElseThrow().toString()).again(once.passMemory()),
        configuration);
    assertThat(hooks.called()).containsExactly("a.b.c", "d.e.f", "a.b.c");
    assertThat(twice.object()).isEmpty();
    assertThat(twice.auditAnnotations())
        .containsOnlyKeys("mutation.webhook.admission.k8s.io/round_1_index_0");
  }

  @Test
  void webhooksAreCalledAgainIfPluginsChangedTheObjectSince() {
    hooks.answer("a.b.c", "allowed: true");
    String configuration =
        mutating(Hooks.hook("a.b.c", Hooks.PODS + ", reinvocationPolicy: IfNeeded"));
    Admission once = ask(TestCall.create(Hooks.POD), configuration);
    ask(TestCall.create(Hooks.POD).again(once.passMemory()), configuration);
    assertThat(hooks.called()).hasSize(1);
    ask(
        TestCall.create(Hooks.POD.replace("name: c", "name: other")).again(once.passMemory()),
        configuration);
    assertThat(hooks.called()).hasSize(2);
  }

  private static final String CONFIG =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}, data: {a: YmFy}}";

  private static final String CONFIGS =
      "rules: [{operations: ['*'], apiGroups: [''], apiVersions: [v1], resources: [configmaps]}]";

  private Admission askConfig(String... patches) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < patches.length; i++) {
      hooks.patch("a.b." + i, patches[i]);
      all.add(Hooks.hook("a.b." + i, CONFIGS));
    }
    return ask(TestCall.create(CONFIG), mutating(all.toArray(String[]::new)));
  }

  private static String replace(String path, String value) {
    return "[{\"op\": \"replace\", \"path\": \"" + path + "\", \"value\": " + value + "}]";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          /kind | "Secret" | 500 converting (v1.Secret) to (core.ConfigMap): unknown conversion
          /kind | "Ghost" | 500 Internal error occurred: no kind "Ghost" is registered for version "v1" in scheme "pkg/api/legacyscheme/scheme.go:30"
          /kind | 5 | 500 Internal error occurred: couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string
          /apiVersion | "v2" | 500 Internal error occurred: no kind "ConfigMap" is registered for version "v2" in scheme "pkg/api/legacyscheme/scheme.go:30"
          /apiVersion | "a/b/c" | 500 Internal error occurred: unexpected GroupVersion string: a/b/c
          /data | [1] | 500 Internal error occurred: json: cannot unmarshal array into Go struct field ConfigMap.data of type map[string]string
          /metadata | "x" | 500 Internal error occurred: json: cannot unmarshal string into Go struct field ConfigMap.metadata of type v1.ObjectMeta
          '' | [] | 500 Internal error occurred: couldn't get version/kind; json parse error: json: cannot unmarshal array into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }
          """)
  void objectsStayWhatTheyAre(String path, String value, String refusal) {
    assertThat(TestCall.refusal(askConfig(replace(path, value)))).isEqualTo(refusal);
  }

  @Test
  void whatSaysNoKindIsOfTheKindItWas() {
    Admission answer = askConfig(
        "[{\"op\": \"remove\", \"path\": \"/kind\"}, {\"op\": \"remove\", \"path\": \"/apiVersion\"}, {\"op\": \"add\", \"path\": \"/data/c\", \"value\": \"d\"}]");
    Fields object = Fields.of(answer.object().orElseThrow());
    assertThat(object.text("kind")).isEqualTo("ConfigMap");
    assertThat(object.text("apiVersion")).isEqualTo("v1");
    assertThat(object.stringMap("data")).containsEntry("c", "d");
  }

  @Test
  void aLaterWebhookMayTurnAnObjectBack() {
    Admission answer = askConfig(replace("/kind", "\"Secret\""), replace("/kind", "\"ConfigMap\""));
    assertThat(answer.isRefusal()).isFalse();
    assertThat(Trees.object(Fields.of(hooks.request(1)), "object").text("kind"))
        .isEqualTo("Secret");
    assertThat(answer.object()).isEmpty();
  }

  @Test
  void patchesThatAreNoJsonAreSaidToBeInGosWords() {
    assertThat(TestCall.refusal(askConfig("[{]")))
        .endsWith("received undecodable patch in webhook response: invalid character ']' looking"
            + " for beginning of object key string");
  }
}
