package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits and requests that containers get where they have none. Mirrors {@code PodMutateLimitFunc} of {@code
 * plugin/pkg/admission/limitranger}.
 *
 * @param requests the requests as containers say them, in the order of their names
 * @param limits the limits
 */
record LimitDefaults(Map<String, Value> requests, Map<String, Value> limits) {

  /** The annotation by which pods tell what was set. */
  static final String ANNOTATION = "kubernetes.io/limit-ranger";

  LimitDefaults {
    requests = Maps.copy(requests);
    limits = Maps.copy(limits);
  }

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
    return new LimitDefaults(requests, limits);
  }

  private static Value text(Quantity amount) {
    return ScalarValue.of(amount.toString());
  }

  /** Returns a pod with what it lacks. */
  MappingValue applyTo(MappingValue pod) {
    List<String> notes = new ArrayList<>();
    MappingValue changed = Trees.editSpec(pod, spec -> {
      spec.editEach("containers", container -> fill(container, "container", notes));
      spec.editEach("initContainers", container -> fill(container, "init container", notes));
    });
    if (notes.isEmpty()) {
      return pod;
    }
    ScalarValue note = ScalarValue.of("LimitRanger plugin set: " + String.join("; ", notes));
    return Draft.edit(
        changed,
        draft -> draft.editOrCreate(
            "metadata",
            metadata -> metadata.editOrCreate(
                "annotations", annotations -> annotations.set(ANNOTATION, note))));
  }

  private void fill(Draft container, String what, List<String> notes) {
    MappingValue resources = container.object("resources");
    Map<String, Value> newRequests = missing(resources, "requests", requests);
    Map<String, Value> newLimits = missing(resources, "limits", limits);
    if (newRequests.isEmpty() && newLimits.isEmpty()) {
      return;
    }
    container.editOrCreate("resources", draft -> {
      set(draft, "limits", newLimits);
      set(draft, "requests", newRequests);
    });
    note(newRequests, " request for ", what, container, notes);
    note(newLimits, " limit for ", what, container, notes);
  }

  private static Map<String, Value> missing(
      MappingValue resources, String list, Map<String, Value> defaults) {
    MappingValue known = Fields.of(resources.get(list)).tree();
    Map<String, Value> missing = Map.of();
    for (Map.Entry<String, Value> one : defaults.entrySet()) {
      if (known.get(one.getKey()) == null) {
        missing = missing.isEmpty() ? new LinkedHashMap<>() : missing;
        missing.put(one.getKey(), one.getValue());
      }
    }
    return missing;
  }

  private static void set(Draft resources, String list, Map<String, Value> amounts) {
    if (!amounts.isEmpty()) {
      resources.editOrCreate(list, draft -> amounts.forEach(draft::set));
    }
  }

  private static void note(
      Map<String, Value> set, String list, String what, Draft container, List<String> notes) {
    if (!set.isEmpty()) {
      notes.add(String.join(", ", set.keySet()) + list + what + " " + container.text("name"));
    }
  }
}
