package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Stamps;
import io.plimsoll.core.request.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deleting objects. Mirrors {@code k8s.io/apiserver/pkg/endpoints/handlers/delete.go}, {@code rest.BeforeDelete} and the {@code
 * Delete} of {@code generic/registry.Store} and of {@code pkg/registry/core/namespace/storage}.
 */
final class Deletes {

  /** The resources whose objects are returned when they are gone; of others the answer is a status. */
  private static final Set<String> RETURNED = Set.of(
      "pods",
      "services",
      "serviceaccounts",
      "persistentvolumes",
      "persistentvolumeclaims",
      "podtemplates",
      "resourcequotas",
      "deviceclasses.resource.k8s.io",
      "resourceclaims.resource.k8s.io",
      "resourceclaimtemplates.resource.k8s.io",
      "resourceslices.resource.k8s.io",
      "csidrivers.storage.k8s.io",
      "csinodes.storage.k8s.io",
      "storageclasses.storage.k8s.io",
      "volumeattachments.storage.k8s.io",
      "volumeattributesclasses.storage.k8s.io");

  private static final String DELETED = "deletionTimestamp";

  private final AdmissionChain admission;

  Deletes(AdmissionChain admission) {
    this.admission = admission;
  }

  Response delete(Exchange exchange, Scope scope) throws Refusal {
    DeleteOptions options = options(exchange, scope);
    MappingValue object = Store.get(exchange, scope);
    Optional<MappingValue> left = deleteOne(exchange, scope, options, object);
    if (left.isPresent()) {
      boolean later = Boolean.FALSE.equals(options.orphanDependents());
      return exchange.answer(later ? 202 : 200, new Response.Body.OfObject(left.get()));
    }
    return isReturned(scope)
        ? exchange.answer(200, new Response.Body.OfObject(ended(exchange, scope, object)))
        : exchange.answer(200, new Response.Body.OfStatus(gone(scope, object)));
  }

  private Optional<MappingValue> deleteOne(
      Exchange exchange, Scope scope, DeleteOptions options, MappingValue object) throws Refusal {
    if (scope.isNamespaces()) {
      return deleteNamespace(exchange, scope, options, object);
    }
    return Definitions.are(scope)
        ? deleteDefinition(exchange, scope, options, object)
        : delete(exchange, scope, scope.name(), options, object);
  }

  private static DeleteOptions options(Exchange exchange, Scope scope) throws Refusal {
    DeleteOptions options = DeleteOptions.of(exchange.request());
    if (scope.is("batch", "jobs") && !options.saysOfDependents()) {
      exchange.warn("child pods are preserved by default when jobs are deleted; set"
          + " propagationPolicy=Background to remove them or set propagationPolicy=Orphan to"
          + " suppress this warning");
    }
    return options;
  }

  /** Returns what is gone as it was last: a pod ends gracefully even if that takes no time. */
  private static MappingValue ended(Exchange exchange, Scope scope, MappingValue object) {
    return scope.is("", "pods")
        ? Dying.of(
            object,
            Meta.of(object).strings("finalizers"),
            GracePeriod.NONE,
            exchange.state().now())
        : object;
  }

  private static boolean isReturned(Scope scope) {
    return RETURNED.contains(
        Status.qualified(scope.resource().group(), scope.resource().name()));
  }

  private static Status gone(Scope scope, MappingValue object) {
    return Status.deleted(
        scope.resource().group(), scope.resource().name(), scope.name(), Meta.text(object, "uid"));
  }

  /** Deletes what a request selects, and answers with it as it was before. */
  Response deleteCollection(Exchange exchange, Scope scope) throws Refusal {
    ListOptions which = Reads.options(exchange, scope);
    DeleteOptions options = options(exchange, scope);
    List<KubeObject> selected = Reads.select(exchange, scope, which);
    Reads.Page page = Reads.page(exchange, scope, which, selected);
    MappingValue answer = page.list(exchange, scope);
    for (KubeObject object : page.objects()) {
      Scope one = new Scope(
          scope.resource(),
          scope.subresource(),
          object.ref().namespace(),
          object.ref().name());
      delete(exchange, one, "", options, object.tree());
    }
    return exchange.answer(200, new Response.Body.OfObject(answer));
  }

  /**
   * Deletes an object.
   *
   * @param admittedName the name that admission is told; empty if the request is about a collection
   * @return the object as it stays for a while; empty if it is gone
   */
  private Optional<MappingValue> delete(
      Exchange exchange,
      Scope scope,
      String admittedName,
      DeleteOptions options,
      MappingValue object)
      throws Refusal {
    checkPreconditions(scope, options, object);
    GracePeriod grace = GracePeriod.of(scope, object, options);
    if (grace.isPending()) {
      return Optional.of(object);
    }
    admit(exchange, scope, admittedName, options, object);
    return end(exchange, scope, options, object, grace);
  }

  private static Optional<MappingValue> end(
      Exchange exchange,
      Scope scope,
      DeleteOptions options,
      MappingValue object,
      GracePeriod grace) {
    List<String> finalizers = Dying.finalizers(object, options.orDefault(scope, object));
    if (finalizers.isEmpty() && grace.seconds() == 0) {
      exchange.trace(Stage.STORAGE, "", "deleted", scope.ref().toString());
      Store.remove(exchange, scope, options.isDryRun());
      return Optional.empty();
    }
    MappingValue dying = Dying.of(object, finalizers, grace, exchange.state().now());
    if (dying.equals(object)) {
      exchange.trace(Stage.STORAGE, "", "unchanged", scope.ref().toString());
      return Optional.of(object);
    }
    return Optional.of(marked(exchange, scope, options, dying));
  }

  /** Deletes a pod that is evicted, which admission has seen as an eviction. */
  void remove(Exchange exchange, Scope scope, DeleteOptions options) throws Refusal {
    options.check();
    MappingValue object = Store.get(exchange, scope);
    checkPreconditions(scope, options, object);
    GracePeriod grace = GracePeriod.of(scope, object, options);
    if (!grace.isPending()) {
      end(exchange, scope, options, object, grace);
    }
  }

  /** Refuses to delete an object that is another. */
  static void checkPreconditions(Scope scope, DeleteOptions options, MappingValue object)
      throws Refusal {
    String uid = Meta.text(object, "uid");
    String version = Meta.text(object, "resourceVersion");
    if (options.uid() != null && !options.uid().equals(uid)) {
      throw conflict(
          scope,
          "the UID in the precondition (" + options.uid() + ") does not match the UID in record ("
              + uid + "). The object might have been deleted and then recreated");
    }
    if (options.resourceVersion() != null && !options.resourceVersion().equals(version)) {
      throw conflict(
          scope,
          "the ResourceVersion in the precondition (" + options.resourceVersion()
              + ") does not match the ResourceVersion in record (" + version
              + "). The object might have been modified");
    }
  }

  /** Upstream names the kind where the resource would be expected. */
  private static Refusal conflict(Scope scope, String why) {
    return Refusal.of(
        Status.conflict(scope.resource().group(), scope.resource().kind(), scope.name(), why));
  }

  private void admit(
      Exchange exchange, Scope scope, String name, DeleteOptions options, MappingValue object)
      throws Refusal {
    AdmissionAttributes attributes = new AdmissionAttributes(
        Operation.DELETE,
        scope.resource(),
        scope.subresource(),
        scope.resource().apiVersion(),
        scope.resource().kind(),
        scope.namespace(),
        name,
        Optional.empty(),
        Optional.of(object),
        options.tree(),
        options.isDryRun(),
        exchange.user());
    admission.admit(exchange, attributes);
    admission.validate(exchange, attributes);
  }

  /** A definition waits first until what it defines is gone; then it goes as other objects do. */
  private Optional<MappingValue> deleteDefinition(
      Exchange exchange, Scope scope, DeleteOptions options, MappingValue definition)
      throws Refusal {
    new Preconditions(options.uid(), options.resourceVersion())
        .check(scope, definition, "precondition");
    if (Meta.has(definition, DELETED)) {
      return delete(exchange, scope, scope.name(), options, definition);
    }
    admit(exchange, scope, scope.name(), options, definition);
    return Optional.of(marked(
        exchange,
        scope,
        options,
        Definitions.terminating(definition, exchange.state().now())));
  }

  /** Stores an object that is to be deleted, and returns it. */
  private static MappingValue marked(
      Exchange exchange, Scope scope, DeleteOptions options, MappingValue object) {
    exchange.trace(Stage.STORAGE, "", "marked for deletion", scope.ref().toString());
    return Store.put(exchange, object, options.isDryRun());
  }

  /** A namespace becomes {@code Terminating} first; it goes once nothing holds it. */
  private Optional<MappingValue> deleteNamespace(
      Exchange exchange, Scope scope, DeleteOptions options, MappingValue namespace)
      throws Refusal {
    new Preconditions(options.uid(), options.resourceVersion()).check(scope, namespace);
    if (Meta.has(namespace, DELETED)) {
      boolean held = !Fields.of(namespace.get("spec")).strings("finalizers").isEmpty();
      return held
          ? Optional.of(namespace)
          : delete(exchange, scope, scope.name(), options, namespace);
    }
    admit(exchange, scope, scope.name(), options, namespace);
    Instant now = exchange.state().now();
    MappingValue dated = Meta.with(namespace, DELETED, Stamps.time(now));
    MappingValue status =
        namespace.get("status") instanceof MappingValue map ? map : MappingValue.empty();
    MappingValue terminating =
        dated.with("status", status.with("phase", ScalarValue.of("Terminating")));
    return Optional.of(marked(
        exchange,
        scope,
        options,
        Dying.withFinalizers(terminating, Dying.finalizers(namespace, options))));
  }
}
