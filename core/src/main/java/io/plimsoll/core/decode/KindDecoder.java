package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.RegisteredKinds;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoder of one kind. Mirrors {@code Decode} of {@code runtime/serializer/json} and of {@code runtime/serializer/versioning} in
 * {@code k8s.io/apimachinery}.
 *
 * @param expected the kind
 * @param scheme the name of the scheme, for messages
 */
record KindDecoder(GroupVersionKind expected, String scheme) {

  /** What is left of an object, as the server holds it, and what a strict decoder finds in it. */
  record Kept(MappingValue object, List<String> strictErrors) {}

  /** Returns whether the kind is that of custom resources. */
  private boolean isCustom() {
    return !RegisteredKinds.kubernetes().contains(expected.apiVersion(), expected.kind())
        && Schema.kubernetes().type(expected.apiVersion(), expected.kind()).isEmpty();
  }

  /** Returns the kind that a body says it is of, or that is expected; what custom resources do not say is not filled in. */
  GroupVersionKind kindOf(BodyReading reading) throws DecodeFailure {
    TypeMeta meta = TypeMeta.of(reading.root(), reading.entries());
    GroupVersionKind said = GroupVersionKind.of(meta.apiVersion(), meta.kind());
    return isCustom() ? CustomObjectDecoder.kindOf(reading.object()) : said.withDefaults(expected);
  }

  /** Decodes a body as the kind that it is of, which must be a version of the one that is expected; custom resources may be of any. */
  Kept decode(BodyReading reading, GroupVersionKind actual) throws DecodeFailure {
    if (isCustom()) {
      return CustomObjectDecoder.decode(reading);
    }
    Kept kept = decodeAny(reading, actual);
    checkConversion(actual);
    return kept;
  }

  /** Decodes a body as the kind that it is of. */
  Kept decodeAny(BodyReading reading, GroupVersionKind actual) throws DecodeFailure {
    if (actual.version().isEmpty()) {
      throw new DecodeFailure("Object 'apiVersion' is missing in '" + reading.shown() + "'");
    }
    Optional<ObjectType> type = typeOf(actual);
    if (type.isEmpty()) {
      return new Kept(reading.object(), List.of());
    }
    // Most bodies fit their type and are all there is: Go decodes them to what they say.
    Optional<MappingValue> fitting = reading.body().repeats().isEmpty()
        ? WireForm.decodeFitting(reading.object(), type.get())
        : Optional.empty();
    return fitting.isPresent() ? new Kept(fitting.get(), List.of()) : decode(reading, type.get());
  }

  /** Throws if objects of a kind cannot be converted to the one that is expected. */
  void checkConversion(GroupVersionKind actual) throws DecodeFailure {
    if (!actual.internalType().equals(expected.internalType())) {
      throw new DecodeFailure("converting ("
          + RegisteredKinds.kubernetes().goType(actual.apiVersion(), actual.kind()) + ") to ("
          + expected.internalType() + "): unknown conversion");
    }
  }

  /** Returns the type of a registered kind; the fields of one of a version that is gone, and of custom resources, are not known. */
  private Optional<ObjectType> typeOf(GroupVersionKind kind) throws DecodeFailure {
    if (!kind.equals(expected)
        && !RegisteredKinds.kubernetes().contains(kind.apiVersion(), kind.kind())) {
      throw new DecodeFailure("no kind " + GoText.quote(kind.kind())
          + " is registered for version " + GoText.quote(kind.apiVersion()) + " in scheme "
          + GoText.quote(scheme));
    }
    return Schema.kubernetes().type(kind.apiVersion(), kind.kind());
  }

  private static Kept decode(BodyReading reading, ObjectType type) throws DecodeFailure {
    ObjectDecoder decoder = new ObjectDecoder(reading.entries());
    MappingValue object = WireForm.decode(decoder.decode(reading.object(), type), type);
    List<String> strictErrors = new ArrayList<>(reading.yamlErrors());
    strictErrors.addAll(decoder.strictErrors());
    return new Kept(object, strictErrors);
  }
}
