package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook answered, once it is clear that it makes sense. Mirrors {@code VerifyAdmissionResponse} of {@code
 * k8s.io/apiserver/pkg/admission/plugin/webhook/request}.
 *
 * @param allowed whether the request may go on
 * @param status why not, as the webhook says it
 * @param patch the patch as text, or empty
 * @param patchType what kind of patch it is, or empty
 * @param warnings texts for the client
 * @param auditAnnotations notes for the audit log
 */
record ReviewResponse(
    boolean allowed,
    Fields status,
    String patch,
    String patchType,
    List<String> warnings,
    Map<String, String> auditAnnotations) {

  private static final String GROUP = "admission.k8s.io/";

  /**
   * Reads a response.
   *
   * @throws IllegalArgumentException if it makes no sense, with upstream's message
   */
  static ReviewResponse from(MappingValue review, String version, String uid, boolean mutating) {
    Fields fields = Fields.of(review);
    checkVersion(fields, version);
    ReviewTypes.check(fields);
    if (!fields.has("response")) {
      throw invalid("webhook response was absent");
    }
    Fields response = Trees.object(fields, "response");
    String patch = patch(response);
    String type = response.text("patchType");
    if (version.equals("v1")) {
      checkIdentity(fields, response, uid);
      checkPatch(mutating, !patch.isEmpty(), response.string("patchType"));
    } else {
      type = patch.isEmpty() ? "" : "JSONPatch";
    }
    return new ReviewResponse(
        Boolean.TRUE.equals(response.bool("allowed")),
        Trees.object(response, "status"),
        mutating ? patch : "",
        mutating ? type : "",
        response.strings("warnings"),
        response.stringMap("auditAnnotations"));
  }

  private static void checkVersion(Fields review, String version) {
    String apiVersion = review.text("apiVersion");
    String kind = review.text("kind");
    if (!apiVersion.isEmpty() && !kind.isEmpty() && !kind.equals("AdmissionReview")) {
      throw failed("no kind " + GoText.quote(kind) + " is registered for version "
          + GoText.quote(apiVersion) + " in scheme \"pkg/runtime/scheme.go:111\"");
    }
    String other = version.equals("v1") ? "v1beta1" : "v1";
    if (apiVersion.equals(GROUP + other)) {
      throw failed("converting (" + other + ".AdmissionReview) to (" + version
          + ".AdmissionReview): unknown conversion");
    }
    if (!apiVersion.isEmpty() && !apiVersion.equals(GROUP + version)) {
      throw failed("no kind " + GoText.quote("AdmissionReview") + " is registered for version "
          + GoText.quote(apiVersion) + " in scheme \"pkg/runtime/scheme.go:111\"");
    }
  }

  private static void checkIdentity(Fields review, Fields response, String uid) {
    String said = response.text("uid");
    if (!said.equals(uid)) {
      throw invalid("expected response.uid=" + GoText.quote(uid) + ", got " + GoText.quote(said));
    }
    String apiVersion = review.text("apiVersion");
    if (apiVersion.isEmpty() || review.text("kind").isEmpty()) {
      throw invalid("expected webhook response of admission.k8s.io/v1, Kind=AdmissionReview, got "
          + (apiVersion.isEmpty() ? "/" : apiVersion) + ", Kind=" + review.text("kind"));
    }
  }

  private static void checkPatch(boolean mutating, boolean patches, @Nullable String type) {
    if (!mutating && patches) {
      throw invalid("validating webhook may not return response.patch");
    }
    if (!mutating && type != null) {
      throw invalid("validating webhook may not return response.patchType");
    }
    if (patches && type == null) {
      throw invalid("webhook returned response.patch but not response.patchType");
    }
    if (!patches && type != null) {
      throw invalid("webhook returned response.patchType but not response.patch");
    }
    if (type != null && type.isEmpty()) {
      throw invalid("webhook returned invalid response.patchType of \"\"");
    }
  }

  private static String patch(Fields response) {
    String encoded = response.text("patch");
    return GoText.base64(encoded)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(() -> failed(GoText.base64Error(encoded).orElse("")));
  }

  private static IllegalArgumentException invalid(String why) {
    return new IllegalArgumentException("received invalid webhook response: " + why);
  }

  private static IllegalArgumentException failed(String why) {
    return new IllegalArgumentException("failed to call webhook: " + why);
  }
}
