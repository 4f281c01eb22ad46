package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.AuditKeys;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks somebody else whether the images of a pod may be used. Mirrors {@code plugin/pkg/admission/imagepolicy}, but that nothing
 * is remembered: a reviewer that is a function answers the same again.
 */
final class ImagePolicyWebhook extends Handler {

  private static final String PREFIX = "imagepolicywebhook.image-policy.k8s.io/";
  private static final String MARK = ".image-policy.k8s.io/";
  private static final String EPHEMERAL = "ephemeralcontainers";

  private final ImageReviewer reviewer;
  private final boolean defaultAllow;

  /**
   * Makes the plug-in.
   *
   * @param defaultAllow whether images may be used if the reviewer fails
   */
  ImagePolicyWebhook(ImageReviewer reviewer, boolean defaultAllow) {
    super("ImagePolicyWebhook", Operation.CREATE, Operation.UPDATE);
    this.reviewer = reviewer;
    this.defaultAllow = defaultAllow;
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    boolean ephemeral = attributes.isAbout("", "pods", EPHEMERAL);
    if (!ephemeral && !PodTrees.isAbout(attributes)) {
      return Admission.UNCHANGED;
    }
    ImageReviewer.Review review = new ImageReviewer.Review(
        images(Trees.spec(call.object()), ephemeral),
        annotations(call.object()),
        attributes.namespace());
    ImageReviewer.Answer answer =
        BackendCall.ask(() -> reviewer.review(review), ImageReviewer.Answer.Failed::new);
    if (answer instanceof ImageReviewer.Answer.Reviewed reviewed) {
      return answer(call, reviewed);
    }
    return defaultAllow
        ? Admission.UNCHANGED.withAuditAnnotation(PREFIX.concat("failed-open"), "true")
        : call.forbid(((ImageReviewer.Answer.Failed) answer).error());
  }

  private static Admission answer(AdmissionCall call, ImageReviewer.Answer.Reviewed reviewed) {
    Admission noted = AuditKeys.annotate(Admission.UNCHANGED, PREFIX, reviewed.auditAnnotations());
    if (reviewed.allowed()) {
      return noted;
    }
    String why = reviewed.reason().isEmpty()
        ? "one or more images rejected by webhook backend"
        : "image policy webhook backend denied one or more images: " + reviewed.reason();
    return noted.withRefusal(call.attributes().forbidden(why));
  }

  private static List<String> images(Fields spec, boolean ephemeral) {
    return (ephemeral
            ? Stream.of("ephemeralContainers")
            : Stream.of("containers", "initContainers"))
        .flatMap(list -> Trees.list(spec, list).stream())
        .map(container -> container.text("image"))
        .toList();
  }

  private static Map<String, String> annotations(MappingValue pod) {
    Map<String, String> annotations = new LinkedHashMap<>();
    Trees.metadata(pod).stringMap("annotations").forEach((key, value) -> {
      if (key.contains(MARK)) {
        annotations.put(key, value);
      }
    });
    return annotations;
  }
}
