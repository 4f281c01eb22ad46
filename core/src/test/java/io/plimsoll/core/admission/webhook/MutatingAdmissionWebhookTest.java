package io.plimsoll.core.admission.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.Fields;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
