package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.Creation;
import io.plimsoll.core.validation.Writes;
import java.util.Optional;

/**
 * Making new objects. Mirrors {@code k8s.io/apiserver/pkg/endpoints/handlers/create.go} and the {@code Create} of {@code
 * generic/registry.Store}.
 */
final class Creates {

  private final AdmissionChain admission;
  private final WriteChecks checks;
  private final Bodies bodies;
  private final ServiceAddresses services;

  Creates(AdmissionChain admission, WriteChecks checks, Bodies bodies, ServiceAddresses services) {
    this.admission = admission;
    this.checks = checks;
    this.bodies = bodies;
    this.services = services;
  }

  Response create(Exchange exchange, Target target) throws Refusal {
    RequestOptions options = RequestOptions.of(RequestOptions.CREATE, exchange.request());
    options.check(false);
    MappingValue sent = bodies.decode(exchange, target, options.fieldValidation());
    MappingValue object = Writes.withoutSystemFields(sent);
    Target named = target.scope().name().isEmpty() ? target.named(Meta.name(object)) : target;
    object = Placement.inNamespace(object, named.scope());
    object = OwnerReferences.once(exchange, object, false);
    MappingValue admitted = admit(exchange, named, options, object);
    MappingValue valid = validated(exchange, named, options, admitted, () -> {});
    if (!options.isDryRun() && Revisions.isSet(valid)) {
      throw Refusal.of(
          Status.plain(500, "", "resourceVersion should not be set on objects to be created"));
    }
    return stored(exchange, named, options, valid);
  }

  /** Runs the mutating plug-ins over an object that is to be made. */
  MappingValue admit(Exchange exchange, Target target, RequestOptions options, MappingValue object)
      throws Refusal {
    CustomDefinitions.checkCreate(exchange, target.scope());
    AdmissionAttributes attributes =
        target.attributes(exchange, Operation.CREATE, options, object, Optional.empty());
    MappingValue admitted = admission.admit(exchange, attributes).object().orElse(object);
    return OwnerReferences.once(exchange, admitted, true);
  }

  /** Something that must hold once an object is valid. */
  interface Condition {

    /** Refuses the request if it does not hold. */
    void check() throws Refusal;
  }

  /** Takes an object through validation, a condition and the validating plug-ins. */
  MappingValue validated(
      Exchange exchange,
      Target target,
      RequestOptions options,
      MappingValue object,
      Condition condition)
      throws Refusal {
    checks.check(exchange, target, object, Optional.empty());
    MappingValue valid = prepare(exchange, target, completed(exchange, target, options, object));
    condition.check();
    AdmissionAttributes attributes =
        target.attributes(exchange, Operation.CREATE, options, valid, Optional.empty());
    admission.validate(exchange, attributes.withName(Meta.name(valid)));
    return valid;
  }

  /** Stores an object that is valid, unless there is one of its name, and answers with it. */
  Response stored(Exchange exchange, Target target, RequestOptions options, MappingValue valid)
      throws Refusal {
    Scope scope = target.scope().named(Meta.name(valid));
    Optional<MappingValue> there = Store.find(exchange, scope);
    if (there.isPresent()) {
      throw Refusal.of(alreadyExists(scope, there.get(), valid));
    }
    exchange.trace(Stage.STORAGE, "", "created", scope.ref().toString());
    MappingValue stored = Store.put(exchange, Bodies.stored(target, valid), options.isDryRun());
    return exchange.answer(201, new Response.Body.OfObject(stored));
  }

  /** Returns an object with what only the server knows of a new one. */
  private MappingValue completed(
      Exchange exchange, Target target, RequestOptions options, MappingValue object)
      throws Refusal {
    Scope scope = target.scope();
    if (ServiceAddresses.isFor(scope)) {
      MappingValue named = Writes.named(object, () -> Generated.suffix(exchange.state()));
      return services.created(exchange, target, options, named);
    }
    return scope.is("certificates.k8s.io", "certificatesigningrequests")
        ? CertificateRequests.askedBy(exchange.user(), object)
        : object;
  }

  private static Status alreadyExists(Scope scope, MappingValue there, MappingValue object) {
    String group = scope.resource().group();
    String plural = scope.resource().name();
    Status status = Status.alreadyExists(group, plural, scope.name());
    String message = status.message();
    if (!Meta.text(object, "generateName").isEmpty()) {
      message += ", the server was not able to generate a unique name for the object";
    }
    if (Meta.has(there, "deletionTimestamp")) {
      message = "object is being deleted: " + message;
    }
    return new Status(status.code(), status.reason(), message, status.details());
  }

  private static MappingValue prepare(Exchange exchange, Target target, MappingValue object)
      throws Refusal {
    ServerState state = exchange.state();
    Creation creation = new Creation(
        target.scope().objectNamespace(),
        Generated.uid(state, object),
        state.now(),
        () -> Generated.suffix(state));
    return Outcomes.accepted(
        exchange, target.saidBy(object), Writes.create(target.strategy(), object, creation));
  }
}
