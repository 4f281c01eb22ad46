package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Strategy;
import io.plimsoll.core.validation.Writes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The number of replicas of a workload, as an object of its own. Mirrors {@code ScaleREST} of {@code pkg/registry/apps}. */
final class Scales {

  static final String API_VERSION = "autoscaling/v1";
  static final String KIND = "Scale";

  /** Scales have no rules of their own but those of {@link #write}. */
  static final Strategy STRATEGY = new Strategy() {
    @Override
    public String apiVersion() {
      return API_VERSION;
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<FieldError> validate(MappingValue object) {
      return List.of();
    }

    @Override
    public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
      return List.of();
    }
  };

  private final AdmissionChain admission;

  Scales(AdmissionChain admission) {
    this.admission = admission;
  }

  static Response get(Exchange exchange, Scope scope) throws Refusal {
    MappingValue scale = of(Store.get(exchange, scope));
    return exchange.answer(200, new Response.Body.OfObject(scale));
  }

  /** Returns the scale of a workload. */
  static MappingValue of(MappingValue workload) {
    Fields spec = Fields.of(workload.get("spec"));
    Fields status = Fields.of(workload.get("status"));
    Map<String, Value> newStatus = new LinkedHashMap<>();
    newStatus.put("replicas", number(status.int32("replicas")));
    String selector = selector(spec);
    if (!selector.isEmpty()) {
      newStatus.put("selector", ScalarValue.of(selector));
    }
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("kind", ScalarValue.of(KIND));
    tree.put("apiVersion", ScalarValue.of(API_VERSION));
    tree.put("metadata", metadata(workload));
    tree.put("spec", MappingValue.of(Map.of("replicas", number(spec.int32("replicas")))));
    tree.put("status", MappingValue.of(newStatus));
    return MappingValue.of(tree);
  }

  private static ScalarValue number(@Nullable Integer count) {
    return ScalarValue.of(count == null ? 0 : count);
  }

  private static MappingValue metadata(MappingValue workload) {
    Map<String, Value> metadata = new LinkedHashMap<>();
    for (String field :
        List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
      Value value = Meta.of(workload).value(field);
      if (value != null) {
        metadata.put(field, value);
      }
    }
    return MappingValue.of(metadata);
  }

  /** A ReplicationController selects by a plain map, the others by a label selector. */
  private static String selector(Fields spec) {
    Fields selector = Fields.of(spec.value("selector"));
    if (selector.has("matchLabels") || selector.has("matchExpressions")) {
      return Selector.from(LabelSelector.from(selector)).toString();
    }
    return Selector.from(new LabelSelector(spec.stringMap("selector"), List.of()))
        .toString();
  }

  /** Writes the scale that a change makes of the one there is. */
  Response write(Exchange exchange, Target target, RequestOptions options, Updates.Change change)
      throws Refusal {
    Store.checkKey(target.scope());
    Optional<MappingValue> there = Store.findToChange(exchange, target);
    if (there.isEmpty()) {
      throw Refusal.of(target.scope().notFound());
    }
    MappingValue workload = there.get();
    MappingValue old = of(workload);
    Target scaled = new Target(target.scope(), API_VERSION, KIND, target.strategy());
    MappingValue sent = change.apply(Optional.of(old));
    AdmissionAttributes attributes =
        scaled.attributes(exchange, Operation.UPDATE, options, sent, Optional.of(old));
    MappingValue scale = admission.admit(exchange, attributes).object().orElse(sent);
    Integer replicas = Fields.of(scale.get("spec")).int32("replicas");
    check(target.scope(), replicas == null ? 0 : replicas);
    Fields spec = Fields.of(workload.get("spec"));
    MappingValue changed = workload.with("spec", spec.tree().with("replicas", number(replicas)));
    String version = Meta.text(scale, "resourceVersion");
    MappingValue versioned = version.isEmpty()
        ? changed
        : Updates.versioned(target, Meta.with(changed, "resourceVersion", version), workload);
    MappingValue valid = Outcomes.accepted(
        exchange,
        target,
        Writes.update(target.strategy(), versioned, workload, target.scope().objectNamespace()));
    admission.validate(exchange, attributes.withObject(scale));
    exchange.trace(Stage.STORAGE, "", "scaled", target.scope().ref().toString());
    MappingValue stored = Store.put(exchange, Bodies.stored(target, valid), options.isDryRun());
    return exchange.answer(200, new Response.Body.OfObject(of(stored)));
  }

  private static void check(Scope scope, int replicas) throws Refusal {
    if (replicas < 0) {
      FieldError error = FieldError.invalid(
          FieldPath.of("spec", "replicas"), replicas, "must be greater than or equal to 0");
      throw Refusal.of(Status.invalid("autoscaling", KIND, scope.name(), List.of(error)));
    }
  }
}
