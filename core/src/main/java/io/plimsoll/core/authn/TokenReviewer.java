package io.plimsoll.core.authn;

import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The service of {@code --authentication-token-webhook-config-file}, as a function: what it answers to a {@code TokenReview}.
 * It must always answer the same to the same.
 */
@FunctionalInterface
public interface TokenReviewer {

  /** Returns what the service answers. An exception, or nothing, is the failure of the service. */
  Answer review(Spec spec);

  /**
   * What the service is asked. Mirrors {@code authentication.k8s.io/v1 TokenReviewSpec}.
   *
   * @param token the token
   * @param audiences whom the server takes itself to be
   */
  record Spec(String token, List<String> audiences) {
    public Spec {
      audiences = List.copyOf(audiences);
    }

    /** Returns the audiences, and not the token. */
    @Override
    public String toString() {
      return "review of a token for " + audiences;
    }
  }

  /** What the service answers: a status, or nothing that could be read. */
  sealed interface Answer {

    /**
     * A status. Mirrors {@code authentication.k8s.io/v1 TokenReviewStatus}.
     *
     * @param authenticated whether the service knows whose the token is
     * @param user who that is
     * @param audiences whom the token is for; empty if the service does not care
     * @param error why it does not know, or empty
     */
    record Status(boolean authenticated, Optional<User> user, List<String> audiences, String error)
        implements Answer {
      public Status {
        audiences = List.copyOf(audiences);
        Objects.requireNonNull(user, "a status without a user");
        Objects.requireNonNull(error, "a status without an error");
      }

      /** Returns that the token is a user's. */
      public static Status of(User user) {
        return new Status(true, Optional.of(user), List.of(), "");
      }

      /** Returns that the token is not known. */
      public static Status unknown() {
        return new Status(false, Optional.empty(), List.of(), "");
      }
    }

    /**
     * The service could not be reached, or what it said could not be read.
     *
     * @param error what the server says about that in its log
     */
    record Failure(String error) implements Answer {
      public Failure {
        Objects.requireNonNull(error, "a failure without an error");
      }
    }
  }
}
