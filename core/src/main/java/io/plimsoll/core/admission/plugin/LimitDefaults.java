package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
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
 */
final class LimitDefaults {

  /** The annotation by which pods tell what was set. */
  static final String ANNOTATION = "kubernetes.io/limit-ranger";

  private final Map<String, Quantity> requests = new TreeMap<>(GoText::compare);
  private final Map<String, Quantity> limits = new TreeMap<>(GoText::compare);

  LimitDefaults(LimitRange range) {
    for (LimitRange.Item limit : range.limits()) {
      if (limit.type().equals(LimitRange.Item.CONTAINER)) {
        requests.putAll(limit.defaultRequest());
        limits.putAll(limit.defaults());
      }
    }
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
    note(newRequests, " request for " + what + " " + container.text("name"), notes);
    note(newLimits, " limit for " + what + " " + container.text("name"), notes);
  }

  private static Map<String, Value> missing(
      MappingValue resources, String list, Map<String, Quantity> defaults) {
    Fields known = Fields.of(resources.get(list));
    Map<String, Value> missing = new LinkedHashMap<>();
    defaults.forEach((resource, amount) -> {
      if (known.tree().get(resource) == null) {
        missing.put(resource, ScalarValue.of(amount.toString()));
      }
    });
    return missing;
  }

  private static void set(Draft resources, String list, Map<String, Value> amounts) {
    if (!amounts.isEmpty()) {
      resources.editOrCreate(list, draft -> amounts.forEach(draft::set));
    }
  }

  private static void note(Map<String, Value> set, String rest, List<String> notes) {
    if (!set.isEmpty()) {
      notes.add(String.join(", ", set.keySet()) + rest);
    }
  }
}
