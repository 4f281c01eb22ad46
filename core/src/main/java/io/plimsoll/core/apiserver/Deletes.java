package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deleting objects. Mirrors {@code k8s.io/apiserver/pkg/endpoints/handlers/delete.go}, {@code rest.BeforeDelete} and the {@code
 * Delete} of {@code generic/registry.Store} and of {@code pkg/registry/core/namespace/storage}.
 */
final class Deletes {

  private static final String ORPHAN = "orphan";
  private static final String FOREGROUND = "foregroundDeletion";

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

  private final AdmissionChain admission;

  Deletes(AdmissionChain admission) {
    this.admission = admission;
  }

  Response delete(Exchange exchange, Scope scope) throws Refusal {
    DeleteOptions options = DeleteOptions.of(exchange.request());
    MappingValue object = Store.get(exchange, scope);
    Optional<MappingValue> left = scope.isNamespaces()
        ? deleteNamespace(exchange, scope, options, object)
        : delete(exchange, scope, scope.name(), options, object);
    if (left.isPresent()) {
      boolean later = Boolean.FALSE.equals(options.orphanDependents());
      return exchange.answer(later ? 202 : 200, new Response.Body.OfObject(left.get()));
    }
    return isReturned(scope)
        ? exchange.answer(200, new Response.Body.OfObject(ended(exchange, scope, object)))
        : exchange.answer(200, new Response.Body.OfStatus(gone(scope, object)));
  }

  /** Returns what is gone as it was last: a pod ends gracefully even if that takes no time. */
  private static MappingValue ended(Exchange exchange, Scope scope, MappingValue object) {
    return scope.is("", "pods")
        ? dying(exchange, object, Meta.of(object).strings("finalizers"), 0)
        : object;
  }

  private static boolean isReturned(Scope scope) {
    String group = scope.resource().group();
    String plural = scope.resource().name();
    return RETURNED.contains(group.isEmpty() ? plural : plural + "." + group);
  }

  private static Status gone(Scope scope, MappingValue object) {
    Status.Details details = new Status.Details(
        scope.name(),
        scope.resource().group(),
        scope.resource().name(),
        Meta.text(object, "uid"),
        List.of(),
        0);
    return new Status(0, "", "", Optional.of(details));
  }

  Response deleteCollection(Exchange exchange, Scope scope) throws Refusal {
    DeleteOptions options = DeleteOptions.of(exchange.request());
    List<MappingValue> all = Reads.select(exchange, scope);
    List<MappingValue> answers = new ArrayList<>();
    for (MappingValue object : all) {
      Scope one = new Scope(
          scope.resource(), scope.subresource(), Meta.namespace(object), Meta.name(object));
      answers.add(delete(exchange, one, "", options, object).orElse(object));
    }
    return exchange.answer(200, new Response.Body.OfObject(Reads.listOf(exchange, scope, answers)));
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
    Long grace = scope.is("", "pods") ? Long.valueOf(gracePeriod(object, options)) : null;
    if (grace != null && Meta.has(object, "deletionTimestamp")) {
      long left = Optional.ofNullable(Meta.of(object).int64("deletionGracePeriodSeconds"))
          .orElse(0L);
      Long wanted = options.gracePeriodSeconds();
      if (left > 0 && (wanted == null || wanted >= left)) {
        return Optional.of(object);
      }
    }
    admit(exchange, scope, admittedName, options, object);
    return end(exchange, scope, options, object, grace == null ? 0 : grace);
  }

  private static Optional<MappingValue> end(
      Exchange exchange, Scope scope, DeleteOptions options, MappingValue object, long grace) {
    List<String> finalizers = finalizers(object, options);
    if (finalizers.isEmpty() && grace == 0) {
      exchange.trace(Stage.STORAGE, "", "deleted", scope.ref().toString());
      Store.remove(exchange, scope, options.isDryRun());
      return Optional.empty();
    }
    MappingValue dying = dying(exchange, object, finalizers, grace);
    exchange.trace(Stage.STORAGE, "", "marked for deletion", scope.ref().toString());
    return Optional.of(Store.put(exchange, dying, options.isDryRun()));
  }

  /** Deletes a pod that is evicted, which admission has seen as an eviction. */
  void remove(Exchange exchange, Scope scope, DeleteOptions options, MappingValue object)
      throws Refusal {
    checkPreconditions(scope, options, object);
    end(exchange, scope, options, object, gracePeriod(object, options));
  }

  private static void checkPreconditions(Scope scope, DeleteOptions options, MappingValue object)
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

  /** Mirrors {@code podStrategy.CheckGracefulDelete}: what never ran or has ended goes at once. */
  private static long gracePeriod(MappingValue pod, DeleteOptions options) {
    Fields spec = Fields.of(pod.get("spec"));
    String phase = Fields.of(pod.get("status")).text("phase");
    if (spec.text("nodeName").isEmpty() || phase.equals("Failed") || phase.equals("Succeeded")) {
      return 0;
    }
    Long wanted = options.gracePeriodSeconds() != null
        ? options.gracePeriodSeconds()
        : spec.int64("terminationGracePeriodSeconds");
    return wanted == null ? 0 : wanted < 0 ? 1 : wanted;
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

  /** Returns the finalizers that keep the object, with those that the options demand. */
  private static List<String> finalizers(MappingValue object, DeleteOptions options) {
    List<String> finalizers = new ArrayList<>(Meta.of(object).strings("finalizers"));
    change(finalizers, ORPHAN, options.orphans());
    change(finalizers, FOREGROUND, options.deletesDependentsFirst());
    return finalizers;
  }

  private static void change(List<String> finalizers, String finalizer, @Nullable Boolean wanted) {
    if (wanted == null) {
      return;
    }
    finalizers.remove(finalizer);
    if (wanted) {
      finalizers.add(finalizer);
    }
  }

  private static MappingValue dying(
      Exchange exchange, MappingValue object, List<String> finalizers, long grace) {
    MappingValue dying = object;
    if (!Meta.has(object, "deletionTimestamp")) {
      Long generation = Meta.of(object).int64("generation");
      dying = Meta.with(
          generation == null
              ? object
              : Meta.with(object, "generation", ScalarValue.of(generation + 1)),
          "deletionTimestamp",
          Meta.time(exchange.state().now().plusSeconds(grace)));
    }
    return withFinalizers(
        Meta.with(dying, "deletionGracePeriodSeconds", ScalarValue.of(grace)), finalizers);
  }

  private static MappingValue withFinalizers(MappingValue object, List<String> finalizers) {
    return finalizers.isEmpty()
        ? Meta.without(object, "finalizers")
        : Meta.with(
            object,
            "finalizers",
            SequenceValue.of(finalizers.stream().map(ScalarValue::of).toList()));
  }

  /** A namespace becomes {@code Terminating} first; it goes once nothing holds it. */
  private Optional<MappingValue> deleteNamespace(
      Exchange exchange, Scope scope, DeleteOptions options, MappingValue namespace)
      throws Refusal {
    checkNamespacePreconditions(scope, options, namespace);
    if (Meta.has(namespace, "deletionTimestamp")) {
      boolean held = !Fields.of(namespace.get("spec")).strings("finalizers").isEmpty();
      return held
          ? Optional.of(namespace)
          : delete(exchange, scope, scope.name(), options, namespace);
    }
    admit(exchange, scope, scope.name(), options, namespace);
    Instant now = exchange.state().now();
    MappingValue dated = Meta.with(namespace, "deletionTimestamp", Meta.time(now));
    MappingValue status =
        namespace.get("status") instanceof MappingValue map ? map : MappingValue.empty();
    MappingValue terminating =
        dated.with("status", status.with("phase", ScalarValue.of("Terminating")));
    exchange.trace(Stage.STORAGE, "", "marked for deletion", scope.ref().toString());
    return Optional.of(Store.put(
        exchange, withFinalizers(terminating, finalizers(namespace, options)), options.isDryRun()));
  }

  private static void checkNamespacePreconditions(
      Scope scope, DeleteOptions options, MappingValue namespace) throws Refusal {
    String uid = Meta.text(namespace, "uid");
    if (options.uid() != null && !options.uid().equals(uid)) {
      throw Refusal.of(scope.conflict("Precondition failed: UID in precondition: " + options.uid()
          + ", UID in object meta: " + uid));
    }
    String version = Meta.text(namespace, "resourceVersion");
    if (options.resourceVersion() != null && !options.resourceVersion().equals(version)) {
      throw Refusal.of(scope.conflict("Precondition failed: ResourceVersion in precondition: "
          + options.resourceVersion() + ", ResourceVersion in object meta: " + version));
    }
  }
}
