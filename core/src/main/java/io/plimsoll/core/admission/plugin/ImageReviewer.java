package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.backend.ErrorResponse;
import io.plimsoll.core.decode.AnswerDecoder;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Maps;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What stands behind the plug-in {@code ImagePolicyWebhook}: a plain function in the place of a server. */
@FunctionalInterface
public interface ImageReviewer {

  /** Returns the answer to a review. An exception, or none, is the failure of the reviewer. */
  Answer review(Review review);

  /**
   * What is asked. Mirrors {@code imagepolicy.k8s.io/v1alpha1 ImageReviewSpec}.
   *
   * @param images the images of the containers, in order
   * @param annotations the annotations of the pod that are meant for the reviewer
   * @param namespace the namespace of the pod
   */
  record Review(List<String> images, Map<String, String> annotations, String namespace) {
    public Review {
      images = List.copyOf(images);
      annotations = Maps.copy(annotations);
    }
  }

  /** What comes back: a status, or nothing of use. */
  sealed interface Answer {

    /**
     * The reviewer answered.
     *
     * @param allowed whether the images may be used
     * @param reason why not, or empty
     * @param auditAnnotations notes for the audit log
     */
    record Reviewed(boolean allowed, String reason, Map<String, String> auditAnnotations)
        implements Answer {
      public Reviewed {
        auditAnnotations = Maps.copy(auditAnnotations);
        Objects.requireNonNull(reason, "an answer without a reason");
      }
    }

    /**
     * The reviewer failed.
     *
     * @param error what went wrong, as the API server says it
     */
    record Failed(String error) implements Answer {
      public Failed {
        Objects.requireNonNull(error, "a failure without an error");
      }
    }

    /** Returns the answer that an HTTP response is: the body of one that is no error must be an {@code ImageReview}. */
    static Answer ofHttp(int code, String body) {
      if (code < 200 || code > 206) {
        return new Failed(ErrorResponse.message(code, body));
      }
      try {
        Fields status = Trees.object(
            Fields.of(ImageReviewType.DECODER.decode(AnswerDecoder.read(body))), "status");
        return new Reviewed(
            Boolean.TRUE.equals(status.bool("allowed")),
            status.text("reason"),
            status.stringMap("auditAnnotations"));
      } catch (IllegalArgumentException unreadable) {
        return new Failed(String.valueOf(unreadable.getMessage()));
      }
    }
  }
}
