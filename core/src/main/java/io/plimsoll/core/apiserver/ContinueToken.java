package io.plimsoll.core.apiserver;

import io.plimsoll.core.decode.PlainDecoder;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import java.util.List;

/**
 * What a client's {@code continue} parameter holds, read as Go's {@code encoding/json} reads it. Mirrors {@code continueToken} of
 * {@code k8s.io/apiserver/pkg/storage/continue.go}.
 *
 * @param version the version of the token, or empty
 * @param revision the revision the list began at, or 0
 * @param start the key to go on with, or empty
 */
record ContinueToken(String version, long revision, String start) {

  private static final ObjectType TYPE = ObjectType.of(
      "storage.continueToken",
      List.of(
          Field.of("v", Scalar.STRING),
          Field.of("rv", Scalar.INT64),
          Field.of("start", Scalar.STRING)));

  /**
   * Reads a token.
   *
   * @throws IllegalArgumentException if it is none, with Go's message
   */
  static ContinueToken read(String json) {
    Fields token = Fields.of(PlainDecoder.decodeInAnyCapitals(json, TYPE));
    Long revision = token.int64("rv");
    return new ContinueToken(token.text("v"), revision == null ? 0 : revision, token.text("start"));
  }
}
