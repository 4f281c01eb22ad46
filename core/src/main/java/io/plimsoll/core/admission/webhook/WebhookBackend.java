package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.backend.ErrorResponse;
import io.plimsoll.core.decode.AnswerDecoder;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import java.util.Objects;

/** What stands behind the admission webhooks of a cluster: a plain function in the place of servers. */
@FunctionalInterface
public interface WebhookBackend {

  /** Returns the answer of a webhook. An exception, or none, is the failure of the webhook. */
  Answer call(Call call);

  /**
   * A call.
   *
   * @param configuration the name of the webhook's configuration
   * @param webhook the name of the webhook
   * @param url where the server would send it: the URL of the configuration, or that of the service it names
   * @param timeoutSeconds how long the server would wait
   * @param review the {@code AdmissionReview} that is sent
   */
  record Call(
      String configuration, String webhook, String url, int timeoutSeconds, MappingValue review) {

    /** Returns the answer that nothing came back in time. */
    public Answer timedOut() {
      return new Answer.Failed(post() + "context deadline exceeded");
    }

    /**
     * Returns the answer that nobody listens.
     *
     * @param address host and port, such as {@code 127.0.0.1:443}
     */
    public Answer refused(String address) {
      return new Answer.Failed(post() + "dial tcp " + address + ": connect: connection refused");
    }

    private String post() {
      return "Post " + GoText.quote(url + "?timeout=" + timeoutSeconds + "s") + ": ";
    }
  }

  /** What comes back from a webhook: a review, or nothing of use. */
  sealed interface Answer {

    /**
     * The webhook answered.
     *
     * @param review the {@code AdmissionReview} that came back
     */
    record Reviewed(MappingValue review) implements Answer {
      public Reviewed {
        Objects.requireNonNull(review, "an answer without a review");
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
        return new Failed(ErrorResponse.message(code, body));
      }
      try {
        return new Reviewed(AnswerDecoder.read(body));
      } catch (IllegalArgumentException unreadable) {
        return new Failed(String.valueOf(unreadable.getMessage()));
      }
    }
  }

  /** Returns a backend that nothing stands behind: every call fails. */
  static WebhookBackend unreachable() {
    return call -> new Answer.Failed(call.post() + "dial tcp: lookup failed: no such host");
  }
}
