package io.plimsoll.core.authz;

import io.plimsoll.core.backend.ErrorResponse;
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

    /**
     * The webhook answered over HTTP: the body of an answer that is no error must be a review, of the version that was asked in.
     *
     * @param code the status code
     * @param body the body, in JSON or YAML
     */
    record Http(int code, String body) implements Answer {
      public Http {
        Objects.requireNonNull(body, "a response without a body");
      }

      @Override
      public Answer read(String version) {
        if (code < 200 || code > 206) {
          return new Failed(ErrorResponse.message(code, body));
        }
        try {
          return new Reviewed(ReviewAnswers.read(version, body));
        } catch (IllegalArgumentException unreadable) {
          return new Failed(String.valueOf(unreadable.getMessage()));
        }
      }
    }

    /**
     * Returns what an API server reads of this: it stays as it is unless it came over HTTP.
     *
     * @param version the version of the review that was asked, {@code v1} or {@code v1beta1}
     */
    default Answer read(String version) {
      return this;
    }

    /** Returns the answer that an HTTP response is. */
    static Answer ofHttp(int code, String body) {
      return new Http(code, body);
    }
  }
}
