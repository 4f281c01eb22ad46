package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.patch.JsonMergePatch;
import io.plimsoll.core.patch.JsonPatch;
import io.plimsoll.core.patch.PatchResult;
import io.plimsoll.core.patch.StrategicMergePatch;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changing objects in part. Mirrors {@code k8s.io/apiserver/pkg/endpoints/handlers/patch.go}. */
final class Patches {

  private static final String JSON = "application/json-patch+json";
  private static final String MERGE = "application/merge-patch+json";
  private static final String STRATEGIC = "application/strategic-merge-patch+json";
  private static final String APPLY = "application/apply-patch+yaml";

  private final Updates updates;
  private final Bodies bodies;

  Patches(Updates updates, Bodies bodies) {
    this.updates = updates;
    this.bodies = bodies;
  }

  /** Changes an object, or a part of it. */
  Response patch(Exchange exchange, Target target) throws Refusal {
    return patch(
        exchange,
        target,
        (options, apply, change) ->
            updates.write(exchange, target, options.as(RequestOptions.UPDATE), apply, change));
  }

  /** Changes the scale of a workload. */
  Response scale(Exchange exchange, Target target, Scales scales) throws Refusal {
    Target scale = new Target(target.scope(), Scales.API_VERSION, Scales.KIND, Scales.STRATEGY);
    return patch(
        exchange,
        scale,
        (options, apply, change) ->
            scales.write(exchange, target, options.as(RequestOptions.UPDATE), change));
  }

  /** What is done with the change that a patch stands for. */
  private interface Write {

    Response write(RequestOptions options, boolean apply, Updates.Change change) throws Refusal;
  }

  private Response patch(Exchange exchange, Target target, Write write) throws Refusal {
    String type = type(exchange.request(), target);
    RequestOptions options = RequestOptions.of(RequestOptions.PATCH, exchange.request());
    boolean apply = type.equals(APPLY);
    options.check(apply);
    if (!apply && !bodies.isJson(exchange.request().body())) {
      throw Refusal.of(Status.badRequest("invalid JSON patch"));
    }
    return write.write(
        options,
        apply,
        old -> checked(
            exchange,
            target,
            apply
                ? applied(exchange, target, old)
                : patched(exchange, target, type, options, old.orElseThrow())));
  }

  /** Returns the content type, if it is one that patches of the kind may have. */
  private static String type(ApiRequest request, Target target) throws Refusal {
    String header = request.header("Content-Type");
    int semicolon = header.indexOf(';');
    String type = semicolon > 0 ? header.substring(0, semicolon) : header;
    List<String> types = new ArrayList<>(List.of(JSON, MERGE));
    if (schemaOf(target).isPresent()) {
      types.add(STRATEGIC);
    }
    types.add(APPLY);
    if (!types.contains(type)) {
      throw Refusal.of(Status.plain(
          415,
          "UnsupportedMediaType",
          "the body of the request was in an unknown format - accepted media types include: "
              + String.join(", ", types)));
    }
    return type;
  }

  private static Optional<ObjectType> schemaOf(Target target) {
    return Schema.kubernetes().type(target.apiVersion(), target.kind());
  }

  private MappingValue patched(
      Exchange exchange, Target target, String type, RequestOptions options, MappingValue old)
      throws Refusal {
    String text = exchange.request().body();
    PatchResult result = switch (type) {
      case JSON -> JsonPatch.apply(old, text);
      case MERGE -> JsonMergePatch.apply(old, text);
      default -> StrategicMergePatch.apply(old, text, schemaOf(target).orElseThrow());
    };
    if (result instanceof PatchResult.Refused refused) {
      throw Refusal.of(status(refused));
    }
    Value patched = ((PatchResult.Patched) result).document();
    String printed = type.equals(STRATEGIC) ? goMap(text) : patched.toString();
    return bodies.decodePatched(exchange, target, patched, printed, options.fieldValidation());
  }

  /** Returns a patch as Go prints the map that it decodes to. */
  private static String goMap(String patch) {
    return GoFormat.v(Value.parseJson(Source.of("patch", patch)));
  }

  /** Upstream keeps to itself why a patch does not fit. Mirrors {@code NewGenericServerResponse}. */
  private static Status status(PatchResult.Refused refused) {
    return switch (refused.code()) {
      case 400 -> Status.badRequest(refused.message());
      case 413 -> Status.plain(413, "RequestEntityTooLarge", refused.message());
      case 422 ->
        new Status(
            422,
            "Invalid",
            "the server rejected our request due to an error in our request",
            Optional.of(Status.Details.of("", "", "")));
      default -> Status.plain(refused.code(), "", refused.message());
    };
  }

  /** Server-side apply makes what is not there; onto what is there it is not supported. */
  private MappingValue applied(Exchange exchange, Target target, Optional<MappingValue> old)
      throws Refusal {
    if (old.isPresent()) {
      throw Refusal.unsupported(
          "server-side apply onto an object that exists, " + target.scope().ref() + ",");
    }
    return bodies.decodeApplied(exchange, target);
  }

  private static MappingValue checked(Exchange exchange, Target target, MappingValue object)
      throws Refusal {
    String uid = Meta.text(object, "uid");
    if (!uid.isEmpty() && Store.find(exchange, target.scope()).isEmpty()) {
      throw Refusal.of(target
          .scope()
          .conflict("uid mismatch: the provided object specified uid " + uid
              + ", and no existing object was found"));
    }
    MappingValue placed = Placement.inNamespace(object, target.scope());
    Placement.checkName(placed, target.scope());
    return placed;
  }

  /** Returns the refusal of a patched object that cannot be decoded, which upstream blames on the patch. */
  static Refusal undecodable(String printed, String why) {
    FieldError error = FieldError.invalidPrinted(FieldPath.of("patch"), GoText.quote(printed), why);
    return Refusal.of(Status.invalid("", "", "", List.of(error)));
  }
}
