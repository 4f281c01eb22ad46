package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.manifest.MappingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImagePluginsTest {

  private static String pod(String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, annotations:"
        + " {x.image-policy.k8s.io/ticket: '7', other: o}}, spec: {" + spec + "}}";
  }

  private static final String POD = pod("initContainers: [{name: i, image: a:1}], containers:"
      + " [{name: c, image: b:1, imagePullPolicy: IfNotPresent}], volumes: [{name: v, image:"
      + " {reference: d:1}}]");

  @Test
  void imagesAreAlwaysPulled() {
    AlwaysPullImages plugin = new AlwaysPullImages();
    MappingValue pulled = TestCall.create(POD).admit(plugin).object().orElseThrow();
    assertThat(pulled)
        .isEqualTo(TestCall.tree(pod("initContainers: [{name: i, image: a:1, imagePullPolicy:"
            + " Always}], containers: [{name: c, image: b:1, imagePullPolicy: Always}], volumes:"
            + " [{name: v, image: {reference: d:1, pullPolicy: Always}}]")));
    assertThat(TestCall.create(pulled.toString()).admit(plugin)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(pulled.toString()).validate(plugin)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void imagesThatAreNotAlwaysPulledAreRefused() {
    AlwaysPullImages plugin = new AlwaysPullImages();
    assertThat(TestCall.refusal(TestCall.create(POD).validate(plugin)))
        .isEqualTo("500 [pods \"p\" is forbidden: spec.initContainers[0].imagePullPolicy:"
            + " Unsupported value: \"\": supported values: \"Always\", pods \"p\" is forbidden:"
            + " spec.containers[0].imagePullPolicy: Unsupported value: \"IfNotPresent\": supported"
            + " values: \"Always\", pods \"p\" is forbidden: spec.volumes[0].image.pullPolicy:"
            + " Unsupported value: \"\": supported values: \"Always\"]");
  }

  @Test
  void updatesCountIfTheyBringNewImages() {
    AlwaysPullImages plugin = new AlwaysPullImages();
    assertThat(TestCall.update(POD, POD).validate(plugin)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.update(POD, POD.replace("b:1", "b:2")).admit(plugin).object())
        .isPresent();
  }

  @Test
  void theReviewerIsAskedAboutImages() {
    List<ImageReviewer.Review> asked = new ArrayList<>();
    ImagePolicyWebhook plugin = new ImagePolicyWebhook(
        review -> {
          asked.add(review);
          return ImageReviewer.Answer.ofHttp(
              200, "{\"status\": {\"allowed\": true, \"auditAnnotations\": {\"seen\": \"yes\"}}}");
        },
        false);
    Admission answer = TestCall.create(POD).validate(plugin);
    assertThat(answer.isRefusal()).isFalse();
    assertThat(answer.auditAnnotations())
        .isEqualTo(Map.of("imagepolicywebhook.image-policy.k8s.io/seen", "yes"));
    assertThat(asked)
        .containsExactly(new ImageReviewer.Review(
            List.of("b:1", "a:1"), Map.of("x.image-policy.k8s.io/ticket", "7"), "shop"));
    TestCall.update(
            POD,
            pod("containers: [{name: c, image: b:1}], ephemeralContainers: [{name: e,"
                + " image: e:1}]"))
        .subresource("ephemeralcontainers")
        .validate(plugin);
    assertThat(asked.get(1).images()).containsExactly("e:1");
  }

  @Test
  void theReviewerRefusesWithOrWithoutReason() {
    assertThat(TestCall.refusal(TestCall.create(POD)
            .validate(new ImagePolicyWebhook(
                review -> ImageReviewer.Answer.ofHttp(
                    200, "{\"status\": {\"allowed\": false, \"reason\": \"old\"}}"),
                true))))
        .isEqualTo(TestCall.forbidden(
            "pods", "p", "image policy webhook backend denied one or more images: old"));
    assertThat(TestCall.refusal(TestCall.create(POD)
            .validate(
                new ImagePolicyWebhook(review -> ImageReviewer.Answer.ofHttp(200, "{}"), true))))
        .isEqualTo(
            TestCall.forbidden("pods", "p", "one or more images rejected by webhook backend"));
  }

  @Test
  void aReviewerThatFailsDecidesAsConfigured() {
    ImageReviewer broken = review -> ImageReviewer.Answer.ofHttp(200, "nonsense");
    assertThat(
            TestCall.refusal(TestCall.create(POD).validate(new ImagePolicyWebhook(broken, false))))
        .startsWith("403 pods \"p\" is forbidden: couldn't get version/kind; json parse error: ");
    Admission open = TestCall.create(POD).validate(new ImagePolicyWebhook(broken, true));
    assertThat(open.isRefusal()).isFalse();
    assertThat(open.auditAnnotations())
        .containsEntry("imagepolicywebhook.image-policy.k8s.io/failed-open", "true");
    ImageReviewer throwing = review -> {
      throw new IllegalStateException("out of order");
    };
    assertThat(TestCall.refusal(
            TestCall.create(POD).validate(new ImagePolicyWebhook(throwing, false))))
        .isEqualTo(TestCall.forbidden("pods", "p", "out of order"));
    assertThat(ImageReviewer.Answer.ofHttp(200, "{\"status\": {\"allowed\": \"yes\"}}"))
        .isEqualTo(new ImageReviewer.Answer.Failed("json: cannot unmarshal string into Go struct"
            + " field ImageReviewStatus.status.allowed of type bool"));
    assertThat(ImageReviewer.Answer.ofHttp(500, "oops"))
        .isInstanceOf(ImageReviewer.Answer.Failed.class);
  }
}
