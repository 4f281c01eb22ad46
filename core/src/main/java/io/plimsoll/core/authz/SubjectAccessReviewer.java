package io.plimsoll.core.authz;

import io.plimsoll.core.decode.AnswerBody;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ServerResponse;

/** What stands behind an authorization webhook: a plain function in the place of a server. */
@FunctionalInterface
public interface SubjectAccessReviewer {

  /** Returns the answer to a review. */
  Answer review(SubjectAccessReviewSpec spec);

  /** What comes back from a webhook: a status, or nothing of use. */
  sealed interface Answer {

    /**
     * The webhook answered.
     *
     * @param status its answer
     */
    record Reviewed(SubjectAccessReviewStatus status) implements Answer {}

    /**
     * The webhook failed.
     *
     * @param error what went wrong, as the API server says it
     */
    record Failed(String error) implements Answer {}

    /** Returns the answer that an HTTP response is: the body of one that is no error must be a review. */
    static Answer ofHttp(int code, String body) {
      if (code < 200 || code > 206) {
        return new Failed(ServerResponse.error(code, body));
      }
      Fields review;
      try {
        review = Fields.of(AnswerBody.object(body));
      } catch (IllegalArgumentException unreadable) {
        return new Failed(String.valueOf(unreadable.getMessage()));
      }
      String kind = review.text("kind");
      if (kind.equals("Status") && !review.text("status").equals("Success")) {
        return new Failed(review.text("message"));
      }
      return kind.isEmpty() || kind.equals("SubjectAccessReview")
          ? new Reviewed(SubjectAccessReviewStatus.from(Fields.of(review.value("status"))))
          : new Failed("no kind \"" + kind + "\" is registered for version \""
              + review.text("apiVersion") + "\"");
    }
  }
}
