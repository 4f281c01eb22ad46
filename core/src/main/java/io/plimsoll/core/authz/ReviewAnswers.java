package io.plimsoll.core.authz;

import io.plimsoll.core.decode.AnswerDecoder;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What authorization webhooks answer over HTTP. Mirrors {@code plugin/pkg/authorizer/webhook} of {@code k8s.io/apiserver}, whose
 * scheme is that of {@code k8s.io/client-go}.
 */
final class ReviewAnswers {

  private static final String GROUP = "authorization.k8s.io/";
  private static final ObjectType V1 =
      Schema.kubernetes().type(GROUP + "v1", "SubjectAccessReview").orElseThrow();

  private static final AnswerDecoder OF_V1 = decoder(SubjectAccessReviewSpec.V1, V1);
  private static final AnswerDecoder OF_V1BETA1 =
      decoder(SubjectAccessReviewSpec.V1BETA1, v1beta1());

  private ReviewAnswers() {}

  private static AnswerDecoder decoder(String version, ObjectType type) {
    return AnswerDecoder.amongAllKinds(
        GROUP + version, type, "k8s.io/client-go/kubernetes/scheme/register.go:84");
  }

  /** No server has the older version any more; it differs in the name of one field of the question. */
  private static ObjectType v1beta1() {
    List<Field> fields = new ArrayList<>(V1.fields());
    List<Field> spec = new ArrayList<>();
    if (V1.field("spec").orElseThrow().type() instanceof ObjectType type) {
      spec.addAll(type.fields());
    }
    spec.removeIf(field -> field.name().equals("groups"));
    spec.add(Field.of("group", new ListOf(Scalar.STRING)));
    fields.removeIf(field -> field.name().equals("spec"));
    fields.add(
        Field.of("spec", ObjectType.of("authorization.v1beta1.SubjectAccessReviewSpec", spec)));
    return ObjectType.of("authorization.v1beta1.SubjectAccessReview", fields);
  }

  /**
   * Returns the status in the body of an answer to a review of a version.
   *
   * @throws IllegalArgumentException if it makes no sense, with upstream's message
   */
  static SubjectAccessReviewStatus read(String version, String body) {
    AnswerDecoder decoder = version.equals(SubjectAccessReviewSpec.V1BETA1) ? OF_V1BETA1 : OF_V1;
    Fields review = Fields.of(decoder.decode(AnswerDecoder.read(body)));
    return SubjectAccessReviewStatus.from(Fields.of(review.value("status")));
  }
}
