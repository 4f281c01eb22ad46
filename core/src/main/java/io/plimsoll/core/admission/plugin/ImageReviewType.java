package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.decode.AnswerDecoder;
import io.plimsoll.core.decode.BodyDecoder;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import java.util.List;

/**
 * The Go type that answers of image reviewers are decoded to. Mirrors {@code ImageReview} of {@code
 * k8s.io/api/imagepolicy/v1alpha1}.
 */
final class ImageReviewType {

  private static final ObjectType STATUS = ObjectType.of(
      "imagepolicy.v1alpha1.ImageReviewStatus",
      List.of(
          Field.of("allowed", Scalar.BOOLEAN),
          Field.of("reason", Scalar.STRING),
          Field.of("auditAnnotations", new MapOf(Scalar.STRING))));

  /** The decoder of answers. */
  static final AnswerDecoder DECODER = AnswerDecoder.amongAllKinds(
      "imagepolicy.k8s.io/v1alpha1",
      ObjectType.of(
          "imagepolicy.v1alpha1.ImageReview",
          List.of(
              Field.of("kind", Scalar.STRING),
              Field.of("apiVersion", Scalar.STRING),
              Field.of("metadata", Scalar.ANY),
              Field.of("spec", Scalar.ANY),
              Field.of("status", STATUS))),
      BodyDecoder.SCHEME);

  private ImageReviewType() {}
}
