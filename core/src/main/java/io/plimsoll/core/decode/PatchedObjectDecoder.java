package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.RegisteredKinds;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import java.util.Optional;

/**
 * The decoder of what a mutating webhook's patch made of an object: it may have become one of another kind, which shows only when
 * it is converted. Mirrors {@code Decode} of {@code runtime/serializer/json} in {@code k8s.io/apimachinery}, and the conversions
 * of its {@code Scheme}.
 */
public final class PatchedObjectDecoder {

  private final GroupVersionKind expected;
  private final KindDecoder decoder;

  private PatchedObjectDecoder(GroupVersionKind expected) {
    this.expected = expected;
    this.decoder = new KindDecoder(expected, BodyDecoder.SCHEME);
  }

  /**
   * Returns the decoder for objects that were of a kind.
   *
   * @throws IllegalArgumentException if the API version has more than one slash
   */
  public static PatchedObjectDecoder of(String apiVersion, String kind) {
    return new PatchedObjectDecoder(GroupVersionKind.expected(apiVersion, kind));
  }

  /**
   * Returns the object with the fields only that its kind has, and zero values where it has nulls that Go has no nil for. Where
   * it does not say its kind or its version, these are as before.
   *
   * @throws IllegalArgumentException if it is no object, its kind is not registered, or a field is of a wrong type; with
   * upstream's
   *     message
   */
  public MappingValue decode(Value document) {
    BodyReading reading = BodyReading.of(document);
    try {
      if (isCustom()) {
        TypeMeta meta = TypeMeta.of(document, reading.entries());
        GroupVersionKind actual = GroupVersionKind.of(meta.apiVersion(), meta.kind());
        if (actual.kind().isEmpty()) {
          throw new DecodeFailure("Object 'Kind' is missing in '" + document + "'");
        }
        return reading.object();
      }
      GroupVersionKind actual = decoder.kindOf(reading);
      MappingValue object = actual.name(decoder.decodeAny(reading, actual).object());
      return Schema.kubernetes()
          .type(actual.apiVersion(), actual.kind())
          .map(type -> WireForm.encode(object, type))
          .orElse(object);
    } catch (DecodeFailure e) {
      throw new IllegalArgumentException(e.text(), e);
    }
  }

  private boolean isCustom() {
    return !RegisteredKinds.kubernetes().contains(expected.apiVersion(), expected.kind());
  }

  /** Returns why an object cannot be converted to what is stored of the kind; empty if it can. */
  public Optional<String> conversionError(MappingValue object) {
    BodyReading reading = BodyReading.of(object);
    try {
      TypeMeta meta = TypeMeta.of(object, reading.entries());
      GroupVersionKind actual =
          GroupVersionKind.of(meta.apiVersion(), meta.kind()).withDefaults(expected);
      if (!isCustom()) {
        decoder.checkConversion(actual);
      } else if (!actual.group().equals(expected.group())) {
        throw new DecodeFailure(actual.apiVersion() + ", Kind=" + actual.kind()
            + " is unstructured and is not suitable for converting to "
            + GoText.quote(expected.apiVersion()));
      }
      return Optional.empty();
    } catch (DecodeFailure e) {
      return Optional.of(e.text());
    }
  }
}
