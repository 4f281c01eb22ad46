package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.decode.AnswerDecoder;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.GoField;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import java.util.List;
import java.util.Set;

/** The Go types that answers of webhooks are decoded to. Mirrors {@code AdmissionReview} of {@code k8s.io/api/admission}. */
final class ReviewKind {

  private static final String GROUP = "admission.k8s.io/";
  private static final Set<String> VERSIONS = Set.of(GROUP + "v1", GROUP + "v1beta1");

  private static final AnswerDecoder V1 = decoder("v1");
  private static final AnswerDecoder V1BETA1 = decoder("v1beta1");

  private ReviewKind() {}

  /** Returns the decoder of answers to reviews of a version. */
  static AnswerDecoder decoderOf(String version) {
    return version.equals("v1") ? V1 : V1BETA1;
  }

  private static AnswerDecoder decoder(String version) {
    return AnswerDecoder.of(GROUP + version, review(version), VERSIONS);
  }

  private static ObjectType review(String version) {
    return ObjectType.of(
        "admission." + version + ".AdmissionReview",
        List.of(
            Field.of("kind", Scalar.STRING),
            Field.of("apiVersion", Scalar.STRING),
            Field.of("request", Scalar.ANY),
            Field.of("response", response(version))));
  }

  private static ObjectType response(String version) {
    return ObjectType.of(
        "admission." + version + ".AdmissionResponse",
        List.of(
            named("uid", "types.UID"),
            Field.of("allowed", Scalar.BOOLEAN),
            Field.of("status", Schema.kubernetes().type("meta.v1.Status").orElseThrow()),
            Field.of("patch", Scalar.BYTES),
            named("patchType", version + ".PatchType"),
            Field.of("auditAnnotations", new MapOf(Scalar.STRING)),
            Field.of("warnings", new ListOf(Scalar.STRING))));
  }

  /** Returns a string that has a Go type of its own. */
  private static Field named(String name, String goType) {
    Field plain = Field.of(name, Scalar.STRING);
    return new Field(
        plain.name(),
        plain.type(),
        plain.required(),
        plain.merge(),
        plain.mergeKey(),
        plain.patchStrategies(),
        plain.defaultValue(),
        plain.allowed(),
        new GoField(goType, "", false));
  }
}
