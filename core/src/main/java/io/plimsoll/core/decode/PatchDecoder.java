package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.patch.JsonMergePatch;
import io.plimsoll.core.patch.JsonPatch;
import io.plimsoll.core.patch.PatchResult;
import io.plimsoll.core.patch.PatchType;
import io.plimsoll.core.patch.StrategicMergePatch;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The decoder of requests that patch objects of one kind: what becomes of an object, or what an API server says. Mirrors {@code
 * endpoints/handlers/patch.go} of {@code k8s.io/apiserver}, up to the object that is then updated.
 *
 * <p>Where a message shows a whole object, the fields within its fields are in the order of the tree.
 */
public final class PatchDecoder {

  private static final int MOST_OPERATIONS = 10_000;
  private static final String UNPROCESSABLE =
      "the server rejected our request due to an error in our request";

  private static final FieldType ANY_MAP = new MapOf(Scalar.ANY);
  private static final FieldType OPERATIONS = new ListOf(ObjectType.of(
      "handlers.jsonPatchOp",
      List.of(
          Field.of("op", Scalar.STRING),
          Field.of("path", Scalar.STRING),
          Field.of("from", Scalar.STRING),
          Field.of("value", Scalar.ANY))));

  private final GroupVersionKind kind;
  private final Optional<ObjectType> type;
  private final KindDecoder decoder;

  private PatchDecoder(GroupVersionKind kind, String scheme) {
    this.kind = kind;
    this.type = Schema.kubernetes().type(kind.apiVersion(), kind.kind());
    this.decoder = new KindDecoder(kind, scheme);
  }

  /**
   * Returns the decoder for a kind.
   *
   * @throws IllegalArgumentException if the API version has more than one slash
   */
  public static PatchDecoder of(String apiVersion, String kind) {
    return new PatchDecoder(GroupVersionKind.expected(apiVersion, kind), BodyDecoder.SCHEME);
  }

  /** Returns this decoder with another name of the scheme, as {@link BodyDecoder#inScheme} does. */
  public PatchDecoder inScheme(String name) {
    return new PatchDecoder(kind, name);
  }

  /** Applies the patch in a body to an object. */
  public Decoded decode(
      PatchType patchType, MappingValue object, String body, FieldValidation validation) {
    if (GoText.jsonSyntaxError(body).isPresent()) {
      return badRequest("invalid JSON patch");
    }
    Body read = BodyText.read(MediaType.JSON, body);
    Optional<Decoded.Refused> unread = BodyText.unread(read);
    if (unread.isPresent()) {
      return unread.get();
    }
    if (!read.error().isEmpty()) {
      return badRequest("error decoding patch: " + read.error());
    }
    BodyReading reading = new BodyReading(MediaType.JSON, body, read);
    return switch (patchType) {
      case JSON -> json(object, reading, validation);
      case MERGE -> merge(object, reading, validation);
      case STRATEGIC_MERGE -> strategic(object, reading, validation);
    };
  }

  private Decoded json(MappingValue object, BodyReading patch, FieldValidation validation) {
    List<String> strictErrors = new ArrayList<>();
    if (validation != FieldValidation.IGNORE) {
      ObjectDecoder strict = new ObjectDecoder(patch.entries());
      try {
        strict.decode(patch.root(), OPERATIONS, OPERATIONS.goType());
      } catch (DecodeFailure e) {
        return badRequest("error decoding patch: " + e.text());
      }
      strict.strictErrors().forEach(error -> strictErrors.add("json patch " + error));
    }
    if (JsonPatch.sizeOf(patch.root()) > MOST_OPERATIONS) {
      return new Decoded.Refused(
          413,
          "RequestEntityTooLarge",
          "Request entity too large: The allowed maximum operations in a JSON patch is "
              + MOST_OPERATIONS + ", got " + JsonPatch.sizeOf(patch.root()),
          List.of(),
          List.of());
    }
    return result(JsonPatch.apply(object, patch.root()), strictErrors, validation);
  }

  private Decoded merge(MappingValue object, BodyReading patch, FieldValidation validation) {
    List<String> strictErrors = List.of();
    if (validation != FieldValidation.IGNORE) {
      try {
        strictErrors = strictErrorsOf(patch);
      } catch (DecodeFailure e) {
        return badRequest("error decoding patch: " + e.text());
      }
    }
    return result(JsonMergePatch.apply(object, patch.root()), strictErrors, validation);
  }

  /** Returns what is wrong with a patch that is to be a map of anything. */
  private static List<String> strictErrorsOf(BodyReading patch) throws DecodeFailure {
    ObjectDecoder strict = new ObjectDecoder(patch.entries());
    strict.decode(patch.root(), ANY_MAP, ANY_MAP.goType());
    return strict.strictErrors();
  }

  /** Decodes what a JSON patch or a merge patch made. */
  private Decoded result(PatchResult result, List<String> patchErrors, FieldValidation validation) {
    if (result instanceof PatchResult.Refused refused) {
      return refused(refused);
    }
    Value document = ((PatchResult.Patched) result).document();
    try {
      BodyReading reading = BodyReading.of(document);
      GroupVersionKind actual = decoder.kindOf(reading);
      KindDecoder.Kept kept = decoder.decode(reading, actual);
      return answer(
          actual.name(kept.object()),
          patchErrors,
          kept.strictErrors(),
          () -> byName(document).toString(),
          validation);
    } catch (DecodeFailure e) {
      return invalid(byName(document).toString(), e.text(), List.of());
    }
  }

  /** Returns a document with its fields ordered by name, as what was patched has them. */
  private static Value byName(Value document) {
    if (!(document instanceof MappingValue object)) {
      return document;
    }
    Map<String, Value> sorted = new TreeMap<>(GoText::compare);
    sorted.putAll(object.toMap());
    return object.withEntries(sorted);
  }

  private Decoded strategic(MappingValue object, BodyReading patch, FieldValidation validation) {
    if (type.isEmpty()) {
      return badRequest("strategic merge patch format is not supported");
    }
    List<String> strictErrors;
    try {
      strictErrors = strictErrorsOf(patch);
    } catch (DecodeFailure e) {
      return badRequest(e.text());
    }
    PatchResult result = StrategicMergePatch.apply(object, patch.object(), type.get());
    if (result instanceof PatchResult.Refused refused) {
      return refused(refused);
    }
    UnstructuredDecoder converter = new UnstructuredDecoder();
    Supplier<String> shown = () -> GoFormat.v(patch.object());
    try {
      MappingValue kept =
          converter.decode((MappingValue) ((PatchResult.Patched) result).document(), type.get());
      return answer(kind.name(kept), strictErrors, converter.strictErrors(), shown, validation);
    } catch (DecodeFailure e) {
      return invalid(shown.get(), e.text(), List.of());
    }
  }

  private static Decoded answer(
      MappingValue object,
      List<String> patchErrors,
      List<String> objectErrors,
      Supplier<String> shown,
      FieldValidation validation) {
    List<String> strictErrors = new ArrayList<>(patchErrors);
    strictErrors.addAll(objectErrors);
    if (validation == FieldValidation.IGNORE) {
      return new Decoded.Accepted(object, List.of());
    }
    return validation == FieldValidation.STRICT && !strictErrors.isEmpty()
        ? invalid(shown.get(), StrictErrors.message(strictErrors), strictErrors)
        : new Decoded.Accepted(object, strictErrors);
  }

  private static Decoded invalid(String shown, String error, List<String> strictErrors) {
    String message = "Invalid value: " + GoText.quote(shown) + ": " + error;
    return new Decoded.Refused(
        422,
        "Invalid",
        " \"\" is invalid: patch: " + message,
        List.of(new Decoded.Cause("FieldValueInvalid", message, "patch")),
        strictErrors);
  }

  private static Decoded badRequest(String message) {
    return new Decoded.Refused(400, "BadRequest", message, List.of(), List.of());
  }

  private static Decoded refused(PatchResult.Refused refused) {
    return switch (refused.code()) {
      case 400 -> badRequest(refused.message());
      case 422 -> new Decoded.Refused(422, "Invalid", UNPROCESSABLE, List.of(), List.of());
      default -> new Decoded.Refused(refused.code(), "", refused.message(), List.of(), List.of());
    };
  }
}
