package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.patch.PatchType;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changing objects in part. Mirrors {@code k8s.io/apiserver/pkg/endpoints/handlers/patch.go}. */
final class Patches {

  static final String APPLY = "application/apply-patch+yaml";

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
    Optional<PatchType> type = type(exchange.request(), target);
    RequestOptions options = RequestOptions.of(RequestOptions.PATCH, exchange.request());
    boolean apply = type.isEmpty();
    options.check(apply);
    if (!apply && GoText.jsonSyntaxError(exchange.request().body().text()).isPresent()) {
      throw Refusal.of(Status.badRequest("invalid JSON patch"));
    }
    return write.write(
        options,
        apply,
        old -> checked(
            exchange,
            target,
            type.isEmpty()
                ? applied(exchange, target, old)
                : bodies.decodePatched(
                    exchange, target, type.get(), options.fieldValidation(), old.orElseThrow())));
  }

  /** Returns the kind of patch, of those that objects of the kind may be sent; empty for an apply. */
  private static Optional<PatchType> type(ApiRequest request, Target target) throws Refusal {
    String header = request.header("Content-Type");
    Optional<PatchType> type = PatchType.ofContentType(header);
    boolean typed = Schema.kubernetes().type(target.apiVersion(), target.kind()).isPresent();
    boolean accepted = type.isPresent()
        ? typed || type.get() != PatchType.STRATEGIC_MERGE
        : header.equals(APPLY) || header.startsWith(APPLY + ";");
    if (accepted) {
      return type;
    }
    List<String> types =
        new ArrayList<>(List.of(PatchType.JSON.toString(), PatchType.MERGE.toString()));
    if (typed) {
      types.add(PatchType.STRATEGIC_MERGE.toString());
    }
    types.add(APPLY);
    throw Refusal.of(Status.plain(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: "
            + String.join(", ", types)));
  }

  /** Server-side apply makes what is not there; onto what is there it is not supported. */
  private MappingValue applied(Exchange exchange, Target target, Optional<MappingValue> old)
      throws Refusal {
    MappingValue applied = bodies.decodeApplied(exchange, target);
    if (old.isPresent()) {
      throw Refusal.unsupported(
          "server-side apply onto an object that exists, " + target.scope().ref() + ",");
    }
    return applied;
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
}
