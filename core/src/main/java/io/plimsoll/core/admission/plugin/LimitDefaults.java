package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The limits and requests that containers get where they have none. Mirrors {@code PodMutateLimitFunc} of {@code
 * plugin/pkg/admission/limitranger}.
 *
 * @param requests the requests as containers say them, in the order of their names
 * @param limits the limits, in the same order
 */
record LimitDefaults(MappingValue requests, MappingValue limits) {

  /** The annotation by which pods tell what was set. */
  static final String ANNOTATION = "kubernetes.io/limit-ranger";

  /** Returns the defaults of a range; of several items for containers the last counts. */
  static LimitDefaults of(List<LimitRange.Item> range) {
    Map<String, Value> requests = new TreeMap<>(GoText::compare);
    Map<String, Value> limits = new TreeMap<>(GoText::compare);
    for (LimitRange.Item limit : range) {
      if (limit.type().equals(LimitRange.Item.CONTAINER)) {
        limit.defaultRequest().forEach((name, amount) -> requests.put(name, text(amount)));
        limit.defaults().forEach((name, amount) -> limits.put(name, text(amount)));
      }
    }
    return new LimitDefaults(MappingValue.of(requests), MappingValue.of(limits));
  }

  private static Value text(Quantity amount) {
    return ScalarValue.of(amount.toString());
  }

  /** Returns a pod with what it lacks; the very one if it lacks nothing. */
  MappingValue applyTo(MappingValue pod) {
    List<String> notes = new ArrayList<>();
    MappingValue spec = Trees.spec(pod).tree();
    spec = filled(spec, "containers", "container", notes);
    spec = filled(spec, "initContainers", "init container", notes);
    if (notes.isEmpty()) {
      return pod;
    }
    MappingValue metadata = Trees.metadata(pod).tree();
    MappingValue annotations = object(metadata, "annotations")
        .with(ANNOTATION, ScalarValue.of("LimitRanger plugin set: " + String.join("; ", notes)));
    return pod.with("spec", spec).with("metadata", metadata.with("annotations", annotations));
  }

  private MappingValue filled(MappingValue spec, String list, String what, List<String> notes) {
    return spec.get(list) instanceof SequenceValue containers
        ? Trees.with(spec, list, containers.map(one -> filled(one, what, notes)))
        : spec;
  }

  private Value filled(Value item, String what, List<String> notes) {
    if (!(item instanceof MappingValue container)) {
      return item;
    }
    MappingValue resources = object(container, "resources");
    MappingValue newRequests = missing(object(resources, "requests"), requests);
    MappingValue newLimits = missing(object(resources, "limits"), limits);
    if (newRequests.size() == 0 && newLimits.size() == 0) {
      return item;
    }
    note(newRequests, " request for ", what, container, notes);
    note(newLimits, " limit for ", what, container, notes);
    MappingValue limited = with(resources, "limits", newLimits);
    return container.with("resources", with(limited, "requests", newRequests));
  }

  private static MappingValue object(MappingValue object, String field) {
    return Fields.of(object.get(field)).tree();
  }

  private static MappingValue missing(MappingValue known, MappingValue defaults) {
    @Nullable Value[] missing = defaults.values();
    for (int i = 0; i < missing.length; i++) {
      missing[i] = known.get(defaults.key(i)) == null ? missing[i] : null;
    }
    return defaults.withValues(missing);
  }

  private static MappingValue with(MappingValue resources, String list, MappingValue amounts) {
    return amounts.size() == 0
        ? resources
        : resources.with(list, object(resources, list).withAll(amounts));
  }

  private static void note(
      MappingValue set, String list, String what, MappingValue container, List<String> notes) {
    if (set.size() > 0) {
      notes.add(String.join(", ", set.keys()) + list + what + " "
          + Fields.of(container).text("name"));
    }
  }
}
