package io.plimsoll.core.authz;

import io.plimsoll.core.decode.AnswerDecoder;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.Schema;

/**
 * What authorization webhooks answer over HTTP. Mirrors {@code plugin/pkg/authorizer/webhook} of {@code k8s.io/apiserver}, whose
 * scheme is that of {@code k8s.io/client-go}.
 */
final class ReviewAnswers {

  private static final String API_VERSION = "authorization.k8s.io/v1";

  private static final AnswerDecoder DECODER = AnswerDecoder.amongAllKinds(
      API_VERSION,
      Schema.kubernetes().type(API_VERSION, "SubjectAccessReview").orElseThrow(),
      "k8s.io/client-go/kubernetes/scheme/register.go:84");

  private ReviewAnswers() {}

  /**
   * Returns the status in the body of an answer.
   *
   * @throws IllegalArgumentException if it makes no sense, with upstream's message
   */
  static SubjectAccessReviewStatus read(String body) {
    Fields review = Fields.of(DECODER.decode(AnswerDecoder.read(body)));
    return SubjectAccessReviewStatus.from(Fields.of(review.value("status")));
  }
}
