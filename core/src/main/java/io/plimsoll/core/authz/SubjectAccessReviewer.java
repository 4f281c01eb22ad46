package io.plimsoll.core.authz;

import io.plimsoll.core.request.ServerResponse;
import java.util.Objects;

/** What stands behind an authorization webhook: a plain function in the place of a server. */
@FunctionalInterface
public interface SubjectAccessReviewer {

  /** Returns the answer to a review. An exception, or none, is the failure of the webhook. */
  Answer review(SubjectAccessReviewSpec spec);

  /** What comes back from a webhook: a status, or nothing of use. */
  sealed interface Answer {

    /**
     * The webhook answered.
     *
     * @param status its answer
     */
    record Reviewed(SubjectAccessReviewStatus status) implements Answer {
      public Reviewed {
        Objects.requireNonNull(status, "an answer without a status");
      }
    }

    /**
     * The webhook failed.
     *
     * @param error what went wrong, as the API server says it
     */
    record Failed(String error) implements Answer {
      public Failed {
        Objects.requireNonNull(error, "a failure without an error");
      }
    }

    /** Returns the answer that an HTTP response is: the body of one that is no error must be a review. */
    static Answer ofHttp(int code, String body) {
      if (code < 200 || code > 206) {
        return new Failed(ServerResponse.error(code, body));
      }
      try {
        return new Reviewed(ReviewAnswers.read(body));
      } catch (IllegalArgumentException unreadable) {
        return new Failed(String.valueOf(unreadable.getMessage()));
      }
    }
  }
}
