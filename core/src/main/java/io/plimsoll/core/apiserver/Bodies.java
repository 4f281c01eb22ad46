package io.plimsoll.core.apiserver;

import io.plimsoll.core.decode.BodyDecoder;
import io.plimsoll.core.decode.Decoded;
import io.plimsoll.core.decode.MediaType;
import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import java.util.List;
import java.util.Optional;

/** What is sent with a request, decoded and with defaults. */
final class Bodies {

  /** Returns the object that is sent. */
  MappingValue decode(Exchange exchange, Target target, String fieldValidation) throws Refusal {
    ApiRequest request = exchange.request();
    FieldValidation validation = validation(fieldValidation);
    Decoded decoded = BodyDecoder.of(target.apiVersion(), target.kind())
        .decode(request.header("Content-Type"), request.body(), validation);
    if (decoded instanceof Decoded.Refused refused) {
      exchange.trace(Stage.DECODING, "", "refused", refused.message());
      throw Refusal.of(Status.plain(refused.code(), refused.reason(), refused.message()));
    }
    decoded.warnings(validation).forEach(exchange::warn);
    return completed(target, ((Decoded.Accepted) decoded).object());
  }

  private static FieldValidation validation(String parameter) {
    return switch (parameter) {
      case "Strict" -> FieldValidation.STRICT;
      case "Ignore" -> FieldValidation.IGNORE;
      default -> FieldValidation.WARN;
    };
  }

  private static MappingValue completed(Target target, MappingValue object) {
    MappingValue decoded =
        type(target).map(type -> WireForm.decode(object, type)).orElse(object);
    return written(target, target.strategy().withDefaults(decoded));
  }

  /** Returns an object as the server sends it that was never stored. */
  static MappingValue written(Target target, MappingValue object) {
    return type(target).map(type -> WireForm.encode(object, type)).orElse(object);
  }

  /** Returns an object as it comes back from storage: what is empty and may be absent is, and what is absent has its default. */
  static MappingValue stored(Target target, MappingValue object) {
    Optional<ObjectType> type = type(target);
    return type.isEmpty()
        ? object
        : written(target, target.strategy().withDefaults(WireForm.stored(object, type.get())));
  }

  private static Optional<ObjectType> type(Target target) {
    return Schema.kubernetes().type(target.apiVersion(), target.kind());
  }

  /**
   * Returns the object that a patch made of another; what it cannot be is the patch's fault.
   *
   * @param printed the value that upstream blames
   */
  MappingValue decodePatched(
      Exchange exchange, Target target, Value patched, String printed, String fieldValidation)
      throws Refusal {
    FieldValidation validation = validation(fieldValidation);
    MappingValue object = patched instanceof MappingValue mapping ? mapping : MappingValue.empty();
    Decoded decoded = BodyDecoder.of(target.apiVersion(), target.kind()).decode(object, validation);
    if (decoded instanceof Decoded.Refused refused) {
      String why = refused.strictErrors().isEmpty()
          ? refused.message()
          : "strict decoding error: " + String.join(", ", refused.strictErrors());
      exchange.trace(Stage.DECODING, "", "refused", why);
      throw Patches.undecodable(printed, why);
    }
    decoded.warnings(validation).forEach(exchange::warn);
    return completed(target, ((Decoded.Accepted) decoded).object());
  }

  /** Returns the object that an apply is to make; upstream knows no leniency here. */
  MappingValue decodeApplied(Exchange exchange, Target target) throws Refusal {
    Decoded decoded = BodyDecoder.of(target.apiVersion(), target.kind())
        .decode(MediaType.YAML, exchange.request().body(), FieldValidation.STRICT);
    if (decoded instanceof Decoded.Accepted accepted) {
      return completed(target, accepted.object());
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

  /** Returns whether a text is JSON, whatever else is wrong with it. */
  boolean isJson(String text) {
    return Body.readJson(Source.of("patch", text), Limits.DEFAULT).error().isEmpty();
  }
}
