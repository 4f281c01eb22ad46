package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Writes;
import java.util.List;
import java.util.Optional;

/**
 * Replacing objects. Mirrors {@code k8s.io/apiserver/pkg/endpoints/handlers/update.go} and the {@code Update} of {@code
 * generic/registry.Store}.
 */
final class Updates {

  static final String MODIFIED =
      "the object has been modified; please apply your changes to the latest version and try again";

  private final AdmissionChain admission;
  private final WriteChecks checks;
  private final Creates creates;
  private final CreateAuthorization createAuthorization;
  private final Bodies bodies;
  private final ServiceAddresses services;

  Updates(
      AdmissionChain admission,
      WriteChecks checks,
      Creates creates,
      CreateAuthorization createAuthorization,
      Bodies bodies,
      ServiceAddresses services) {
    this.admission = admission;
    this.checks = checks;
    this.creates = creates;
    this.createAuthorization = createAuthorization;
    this.bodies = bodies;
    this.services = services;
  }

  /** How the new object is made from what is stored. */
  interface Change {

    /** Returns the object as it is to be; there is no old one if it is to be made. */
    MappingValue apply(Optional<MappingValue> old) throws Refusal;
  }

  /** Answers a {@code PUT}. */
  Response update(Exchange exchange, Target target) throws Refusal {
    RequestOptions options = RequestOptions.of(RequestOptions.UPDATE, exchange.request());
    options.check(false);
    Scope scope = target.scope();
    MappingValue sent = bodies.decode(exchange, target, options.fieldValidation());
    MappingValue placed = Placement.inNamespace(sent, scope);
    Placement.checkName(placed, scope);
    MappingValue object = OwnerReferences.once(exchange, placed, false);
    boolean mayCreate =
        target.strategy().allowsCreateOnUpdate() && scope.subresource().isEmpty();
    checkUid(exchange, scope, object, mayCreate);
    return write(exchange, target, options, mayCreate, old -> object);
  }

  /** Answers a {@code PUT} of a workload's scale. */
  Response scale(Exchange exchange, Target target, Scales scales) throws Refusal {
    RequestOptions options = RequestOptions.of(RequestOptions.UPDATE, exchange.request());
    options.check(false);
    Target scale = new Target(target.scope(), Scales.API_VERSION, Scales.KIND, Scales.STRATEGY);
    MappingValue sent = bodies.decode(exchange, scale, options.fieldValidation());
    MappingValue placed = Placement.inNamespace(sent, target.scope());
    Placement.checkName(placed, target.scope());
    checkUid(exchange, target.scope(), placed, false);
    return scales.write(exchange, target, options, old -> placed);
  }

  /** The uid that an object says is one it must have already; one that is to be made has none. */
  private static void checkUid(
      Exchange exchange, Scope scope, MappingValue object, boolean mayCreate) throws Refusal {
    Optional<MappingValue> there = Store.find(exchange, scope);
    String said = Meta.text(object, "uid");
    if (!said.isEmpty() && (there.isPresent() || mayCreate)) {
      new Preconditions(said, null).check(scope, there.orElse(MappingValue.empty()));
    }
  }

  /** Changes what is stored, or makes it if there is nothing and that is allowed. */
  Response write(
      Exchange exchange, Target target, RequestOptions options, boolean mayCreate, Change change)
      throws Refusal {
    Store.checkKey(target.scope());
    Optional<MappingValue> old = Store.findToChange(exchange, target);
    if (old.isPresent()) {
      return replace(exchange, target, options, change.apply(old), old.get());
    }
    if (!mayCreate) {
      throw Refusal.of(target.scope().notFound());
    }
    RequestOptions asCreate = options.as(RequestOptions.CREATE);
    MappingValue admitted = creates.admit(exchange, target, asCreate, change.apply(old));
    MappingValue wiped = Writes.withoutSystemFields(admitted);
    Revisions.check(wiped);
    MappingValue valid = creates.validated(
        exchange,
        target,
        asCreate,
        wiped,
        () -> createAuthorization.check(exchange, target.scope()));
    return creates.stored(exchange, target, asCreate, valid);
  }

  private Response replace(
      Exchange exchange,
      Target target,
      RequestOptions options,
      MappingValue object,
      MappingValue old)
      throws Refusal {
    AdmissionAttributes attributes =
        target.attributes(exchange, Operation.UPDATE, options, object, Optional.of(old));
    MappingValue admitted = OwnerReferences.once(
        exchange, admission.admit(exchange, attributes).object().orElse(object), true);
    checks.check(exchange, target, admitted, Optional.of(old));
    MappingValue before = ServiceAddresses.isFor(target.scope()) ? services.asRead(old) : old;
    MappingValue versioned =
        completed(exchange, target, options, versioned(target, admitted, old), before);
    MappingValue valid = Outcomes.accepted(
        exchange,
        target.saidBy(versioned),
        Writes.update(target.strategy(), versioned, before, target.scope().objectNamespace()));
    admission.validate(exchange, attributes.withObject(valid));
    return exchange.answer(
        200, new Response.Body.OfObject(store(exchange, target, options, valid, old)));
  }

  /** Returns an object with what only the server knows of a change. */
  private MappingValue completed(
      Exchange exchange,
      Target target,
      RequestOptions options,
      MappingValue object,
      MappingValue old)
      throws Refusal {
    Scope scope = target.scope();
    if (ServiceAddresses.isFor(scope)) {
      return services.updated(exchange, target, options, object, old);
    }
    if (scope.subresource().isEmpty()) {
      return object;
    }
    if (scope.is("", "persistentvolumes")) {
      return VolumePhase.dated(exchange.state().now(), object, old);
    }
    return scope.is("certificates.k8s.io", "certificatesigningrequests")
        ? CertificateRequests.answeredAt(exchange.state().now(), object, old)
        : object;
  }

  /** Returns the object with the version that is stored; refuses one that was made from another. */
  static MappingValue versioned(Target target, MappingValue object, MappingValue old)
      throws Refusal {
    long said = Revisions.of(object);
    if (said == 0) {
      if (target.strategy().allowsUnconditionalUpdate()) {
        return Meta.like(object, "resourceVersion", old);
      }
      FieldError error = FieldError.invalid(
          FieldPath.of("metadata", "resourceVersion"), 0, "must be specified for an update");
      Scope scope = target.scope();
      throw Refusal.of(Status.invalid(
          scope.resource().group(), scope.resource().name(), scope.name(), List.of(error)));
    }
    if (said != Revisions.of(old)) {
      throw Refusal.of(target.scope().conflict(MODIFIED));
    }
    return Meta.like(object, "resourceVersion", old);
  }

  private static MappingValue store(
      Exchange exchange,
      Target target,
      RequestOptions options,
      MappingValue object,
      MappingValue old) {
    Scope scope = target.scope();
    if (isOver(scope, object, old)) {
      exchange.trace(Stage.STORAGE, "", "deleted", "nothing holds " + scope.ref() + " any more");
      Store.remove(exchange, scope, options.isDryRun());
      return Bodies.written(target, object);
    }
    MappingValue stored = Bodies.stored(target, object);
    if (stored.equals(old)) {
      exchange.trace(Stage.STORAGE, "", "unchanged", scope.ref().toString());
      return old;
    }
    exchange.trace(Stage.STORAGE, "", "updated", scope.ref().toString());
    return Store.put(exchange, stored, options.isDryRun());
  }

  /** An object that is being deleted goes when its last finalizer does; a namespace, when its content is gone, too. */
  private static boolean isOver(Scope scope, MappingValue object, MappingValue old) {
    Long grace = Meta.of(object).int64("deletionGracePeriodSeconds");
    return Meta.has(old, "deletionTimestamp")
        && Meta.of(object).strings("finalizers").isEmpty()
        && (grace == null || grace == 0)
        && (!scope.isNamespaces() || contentFinalizers(object).isEmpty())
        && (!Meta.of(old).strings("finalizers").isEmpty()
            || (scope.isNamespaces() && !contentFinalizers(old).isEmpty()));
  }

  private static List<String> contentFinalizers(Value namespace) {
    return Fields.of(Fields.of(namespace).value("spec")).strings("finalizers");
  }
}
