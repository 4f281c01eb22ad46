package io.plimsoll.core.apiserver;

import io.plimsoll.core.decode.BodyDecoder;
import io.plimsoll.core.decode.Decoded;
import io.plimsoll.core.decode.MediaType;
import io.plimsoll.core.decode.PatchDecoder;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.patch.PatchType;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is sent with a request, decoded and with defaults. */
final class Bodies {

  private static final String API_VERSION = "apiVersion";
  private static final Optional<MediaType> JSON = Optional.of(MediaType.JSON);

  /** Returns the object that is sent. */
  MappingValue decode(Exchange exchange, Target target, String fieldValidation) throws Refusal {
    return decode(exchange, target, Set.of(target.apiVersion()), fieldValidation);
  }

  /** Returns the object that is sent, in the version of the target, but sent in one of these. */
  MappingValue decode(
      Exchange exchange, Target target, Set<String> apiVersions, String fieldValidation)
      throws Refusal {
    ApiRequest request = exchange.request();
    FieldValidation validation = validation(fieldValidation);
    BodyDecoder decoder = BodyDecoder.of(target.apiVersion(), target.kind()).accepting(apiVersions);
    Decoded decoded = decoded(decoder, request, validation);
    if (decoded instanceof Decoded.Refused refused) {
      throw refusal(exchange, Status.plain(refused.code(), refused.reason(), refused.message()));
    }
    decoded.warnings(validation).forEach(exchange::warn);
    exchange.trace(TraceStep.DECODED);
    MappingValue object = ((Decoded.Accepted) decoded).object();
    // All versions that it may be sent in are the same but for the name.
    return isInVersion(target, object)
        ? target.strategy().withDefaults(object)
        : decoded(target, object.with(API_VERSION, ScalarValue.of(target.apiVersion())));
  }

  private static boolean isInVersion(Target target, MappingValue object) {
    return Fields.of(object).text(API_VERSION).equals(target.apiVersion());
  }

  /** Returns an object that was accepted by a decoder of the target's kind: only of another version it is not in the held form. */
  private static MappingValue accepted(Target target, MappingValue object) {
    return isInVersion(target, object)
        ? target.strategy().withDefaults(object)
        : decoded(target, object);
  }

  private static Decoded decoded(
      BodyDecoder decoder, ApiRequest request, FieldValidation validation) {
    String contentType = request.header("Content-Type");
    Optional<MappingValue> object = request.body().object();
    return object.isPresent() && MediaType.ofContentType(contentType).equals(JSON)
        ? decoder.decode(object.get(), validation)
        : decoder.decode(contentType, request.body().text(), validation);
  }

  private static Refusal refusal(Exchange exchange, Status status) {
    exchange.trace(Stage.DECODING, "", "refused", status.messageWithoutObject());
    return Refusal.of(status);
  }

  private static FieldValidation validation(String parameter) {
    return switch (parameter) {
      case "Strict" -> FieldValidation.STRICT;
      case "Ignore" -> FieldValidation.IGNORE;
      default -> FieldValidation.WARN;
    };
  }

  /**
   * Returns an object as the server holds it that was just decoded: with its defaults. It is in the form that goes over the wire
   * only when it is written: an empty list is told from none until then.
   */
  static MappingValue decoded(Target target, MappingValue object) {
    MappingValue decoded =
        type(target).map(type -> WireForm.decode(object, type)).orElse(object);
    return target.strategy().withDefaults(decoded);
  }

  /** Returns an object as the server sends it that was never stored. */
  static MappingValue written(Target target, MappingValue object) {
    return type(target).map(type -> WireForm.encode(object, type)).orElse(object);
  }

  /** Returns an object as it comes back from storage: what is empty and may be absent is, and what is absent has its default. */
  static MappingValue stored(Target target, MappingValue object) {
    Optional<ObjectType> type = type(target);
    if (type.isEmpty()) {
      return object;
    }
    MappingValue stored = WireForm.stored(object, type.get());
    MappingValue completed = target.strategy().withDefaults(stored);
    return completed.equals(stored) ? stored : WireForm.encode(completed, type.get());
  }

  private static Optional<ObjectType> type(Target target) {
    return Schema.kubernetes().type(target.apiVersion(), target.kind());
  }

  /** Returns the object that the patch that is sent makes of another. */
  MappingValue decodePatched(
      Exchange exchange,
      Target target,
      PatchType patchType,
      String fieldValidation,
      MappingValue old)
      throws Refusal {
    FieldValidation validation = validation(fieldValidation);
    Decoded decoded = PatchDecoder.of(target.apiVersion(), target.kind())
        .decode(patchType, old, exchange.request().body().text(), validation);
    if (decoded instanceof Decoded.Refused refused) {
      throw refusal(exchange, status(refused));
    }
    decoded.warnings(validation).forEach(exchange::warn);
    exchange.trace(TraceStep.DECODED);
    return accepted(target, ((Decoded.Accepted) decoded).object());
  }

  /** Returns the status of a patch that cannot be applied; one that is invalid has details, about nothing in particular. */
  private static Status status(Decoded.Refused refused) {
    Status plain = Status.plain(refused.code(), refused.reason(), refused.message());
    if (refused.code() != 422) {
      return plain;
    }
    List<Status.Cause> causes = refused.causes().stream()
        .map(cause -> new Status.Cause(cause.reason(), cause.message(), cause.field()))
        .toList();
    return new Status(
        plain.code(),
        plain.reason(),
        plain.message(),
        Optional.of(Status.Details.of("", "", "").withCauses(causes)));
  }

  /** Returns the object that an apply is to make; upstream knows no leniency here. */
  MappingValue decodeApplied(Exchange exchange, Target target) throws Refusal {
    Decoded decoded = BodyDecoder.of(target.apiVersion(), target.kind())
        .decode(MediaType.YAML, exchange.request().body().text(), FieldValidation.STRICT);
    if (decoded instanceof Decoded.Accepted accepted) {
      exchange.trace(TraceStep.DECODED);
      return accepted(target, accepted.object());
    }
    List<String> errors =
        decoded.strictErrors().stream().map(Bodies::undeclared).toList();
    if (errors.isEmpty()) {
      Decoded.Refused refused = (Decoded.Refused) decoded;
      throw Refusal.of(Status.plain(refused.code(), refused.reason(), refused.message()));
    }
    Scope scope = target.scope();
    String object =
        scope.namespace().isEmpty() ? scope.name() : scope.namespace() + "/" + scope.name();
    String group = scope.resource().group();
    throw Refusal.of(Status.plain(
        500,
        "",
        "failed to create typed patch object (" + object + "; " + group + "/"
            + scope.resource().version() + ", Kind=" + target.kind() + "): "
            + (errors.size() == 1 ? errors.get(0) : "errors:\n  " + String.join("\n  ", errors))));
  }

  /** Returns what upstream's typed values say of an unknown field. */
  private static String undeclared(String strictError) {
    String start = "unknown field \"";
    return strictError.startsWith(start)
        ? "." + strictError.substring(start.length(), strictError.length() - 1)
            + ": field not declared in schema"
        : strictError;
  }
}
