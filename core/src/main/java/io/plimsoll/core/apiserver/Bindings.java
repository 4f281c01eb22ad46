package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Stamps;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Giving a pod its node. Mirrors {@code BindingREST} and {@code LegacyBindingREST} of {@code pkg/registry/core/pod/storage}. */
final class Bindings {

  static final String KIND = "Binding";

  private static final String ANNOTATIONS = "annotations";

  /** What once said of init containers what {@code spec.initContainers} says. */
  private static final List<String> OLD_ANNOTATIONS = List.of(
      "pod.beta.kubernetes.io/init-containers",
      "pod.alpha.kubernetes.io/init-containers",
      "pod.beta.kubernetes.io/init-container-statuses",
      "pod.alpha.kubernetes.io/init-container-statuses");

  private final AdmissionChain admission;
  private final Bodies bodies;

  Bindings(AdmissionChain admission, Bodies bodies) {
    this.admission = admission;
    this.bodies = bodies;
  }

  /** Answers a request for the binding of the pod that the path names. */
  Response create(Exchange exchange, Target target) throws Refusal {
    RequestOptions options = RequestOptions.of(RequestOptions.CREATE, exchange.request());
    options.check(false);
    Target binding = new Target(target.scope(), "v1", KIND, target.strategy());
    MappingValue sent = bodies.decode(exchange, binding, options.fieldValidation());
    return bind(exchange, binding, target.scope(), options, sent);
  }

  /** Answers a request for a binding by itself, which names its pod. Mirrors {@code LegacyBindingREST}. */
  Response createByItself(Exchange exchange, Target target, ApiResource pods) throws Refusal {
    RequestOptions options = RequestOptions.of(RequestOptions.CREATE, exchange.request());
    options.check(false);
    MappingValue sent = bodies.decode(exchange, target, options.fieldValidation());
    Target named = target.named(Meta.name(sent));
    Scope pod = new Scope(pods, "", target.scope().namespace(), Meta.name(sent));
    return bind(exchange, named, pod, options, Writes.withoutSystemFields(sent));
  }

  /** Binds a pod; the binding may say which one of its name and which version of it is meant. */
  private Response bind(
      Exchange exchange, Target target, Scope scope, RequestOptions options, MappingValue sent)
      throws Refusal {
    MappingValue placed = Placement.inNamespace(sent, target.scope());
    AdmissionAttributes attributes =
        target.attributes(exchange, Operation.CREATE, options, placed, Optional.empty());
    MappingValue object = admission.admit(exchange, attributes).object().orElse(placed);
    if (!scope.subresource().isEmpty() && !Meta.name(object).equals(scope.name())) {
      throw Refusal.of(Status.badRequest("name in URL does not match name in Binding object"));
    }
    check(object);
    admission.validate(exchange, attributes.withObject(object));
    Scope bound = scope.named(Meta.name(object));
    MappingValue pod = Store.get(exchange, bound);
    Preconditions.of(object).check(bound, pod);
    checkUnbound(pod, bound);
    Store.put(exchange, bound(pod, object, exchange.state().now()), options.isDryRun());
    exchange.trace(Stage.STORAGE, "", "bound", bound.ref().toString());
    return exchange.answer(Status.created());
  }

  /** Mirrors {@code ValidatePodBinding}; upstream answers with the bare errors. */
  private static void check(MappingValue binding) throws Refusal {
    Fields target = Fields.of(binding.get("target"));
    List<FieldError> errors = new ArrayList<>();
    String kind = target.text("kind");
    if (!kind.isEmpty() && !kind.equals("Node")) {
      errors.add(FieldError.notSupported(
          FieldPath.of("target", "kind"), kind, List.of("Node", "<empty>")));
    }
    if (target.text("name").isEmpty()) {
      errors.add(FieldError.required(FieldPath.of("target", "name"), ""));
    }
    if (!errors.isEmpty()) {
      throw Refusal.of(Status.plain(500, "", FieldError.aggregate(errors)));
    }
  }

  private static void checkUnbound(MappingValue pod, Scope scope) throws Refusal {
    Fields spec = Fields.of(pod.get("spec"));
    String node = spec.text("nodeName");
    String why = "";
    if (Meta.has(pod, "deletionTimestamp")) {
      why = "pod " + scope.name() + " is being deleted, cannot be assigned to a host";
    } else if (!node.isEmpty()) {
      why = "pod " + scope.name() + " is already assigned to node \"" + node + "\"";
    } else if (!spec.list("schedulingGates", Fields::tree).isEmpty()) {
      why = "pod " + scope.name() + " has non-empty .spec.schedulingGates";
    }
    if (!why.isEmpty()) {
      throw Refusal.of(Status.conflict("", "pods/binding", scope.name(), why));
    }
  }

  private static MappingValue bound(MappingValue pod, MappingValue binding, Instant now) {
    String node = Fields.of(binding.get("target")).text("name");
    MappingValue spec = Fields.of(pod.get("spec")).tree().with("nodeName", ScalarValue.of(node));
    MappingValue status = Conditions.set(
        Fields.of(pod.get("status")).tree().without("nominatedNodeName"),
        Conditions.ofPod("PodScheduled", "", ""),
        Stamps.time(now));
    MappingValue bound = pod.with("spec", spec).with("status", status);
    bound = without(merged(bound, ANNOTATIONS, binding), OLD_ANNOTATIONS);
    return merged(bound, "labels", binding);
  }

  private static MappingValue merged(MappingValue pod, String field, MappingValue binding) {
    Map<String, String> added = Meta.of(binding).stringMap(field);
    if (added.isEmpty()) {
      return pod;
    }
    MappingValue all = Fields.of(Meta.of(pod).value(field)).tree();
    for (Map.Entry<String, String> entry : added.entrySet()) {
      all = all.with(entry.getKey(), ScalarValue.of(entry.getValue()));
    }
    return Meta.with(pod, field, all);
  }

  private static MappingValue without(MappingValue pod, List<String> annotations) {
    MappingValue all = Fields.of(Meta.of(pod).value(ANNOTATIONS)).tree();
    MappingValue kept = all;
    for (String annotation : annotations) {
      kept = kept.without(annotation);
    }
    if (kept.keys().size() == all.keys().size()) {
      return pod;
    }
    return kept.keys().isEmpty()
        ? Meta.without(pod, ANNOTATIONS)
        : Meta.with(pod, ANNOTATIONS, kept);
  }
}
