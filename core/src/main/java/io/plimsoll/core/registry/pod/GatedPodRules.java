package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Map;

/**
 * What may change in a pod that waits at a gate: it may come to want fewer nodes. Mirrors {@code validateNodeSelectorMutation} and
 * {@code validateNodeAffinityMutation}.
 */
final class GatedPodRules {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  private GatedPodRules() {}

  /** Checks what may change, and puts it back into the draft that is compared with the old pod. */
  static void check(Part spec, Draft munged, Part old) {
    if (!spec.isSame("nodeSelector", old.tree())) {
      Map<String, String> selector = spec.stringMap("nodeSelector");
      boolean onlyMore = old.stringMap("nodeSelector").entrySet().stream()
          .allMatch(before -> before.getValue().equals(selector.get(before.getKey())));
      if (!onlyMore) {
        spec.invalid(
            "nodeSelector",
            "only additions to spec.nodeSelector are allowed (no mutations or deletions)");
      }
      PodUpdateRules.keep(munged, old, "nodeSelector");
    }
    Part affinity = spec.object("affinity");
    Part oldAffinity = old.object("affinity");
    if (!affinity.isSame("nodeAffinity", oldAffinity.tree())) {
      nodeAffinity(affinity.object("nodeAffinity"), oldAffinity.object("nodeAffinity"));
      restore(munged, old);
    }
  }

  private static void restore(Draft munged, Part old) {
    boolean onlyNodes = !munged.object("affinity").keys().contains("podAffinity")
        && !munged.object("affinity").keys().contains("podAntiAffinity");
    if (munged.has("affinity") && !old.has("affinity") && onlyNodes) {
      munged.remove("affinity");
      return;
    }
    Value before = old.object("affinity").value("nodeAffinity");
    if (before != null) {
      munged.editOrCreate("affinity", affinity -> affinity.set("nodeAffinity", before));
    } else {
      munged.edit("affinity", affinity -> affinity.remove("nodeAffinity"));
    }
  }

  private static void nodeAffinity(Part affinity, Part old) {
    if (!old.has(REQUIRED)) {
      return;
    }
    Part selector = affinity.object(REQUIRED);
    List<Part> before = old.object(REQUIRED).list("nodeSelectorTerms");
    List<Part> terms = selector.list("nodeSelectorTerms");
    if (!before.isEmpty() && before.size() != terms.size()) {
      selector.invalid(
          "nodeSelectorTerms",
          "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
      return;
    }
    for (int i = 0; i < before.size(); i++) {
      Part term = terms.get(i);
      if (!hasOnlyMore(term, before.get(i))) {
        term.error(FieldError.invalidPrinted(
            term.path(), term.json(), "only additions are allowed (no mutations or deletions)"));
      }
    }
  }

  /** Returns whether a term asks for what the old one asks for, and perhaps for more. */
  private static boolean hasOnlyMore(Part term, Part old) {
    boolean nothing = true;
    for (String field : List.of("matchExpressions", "matchFields")) {
      int count = old.list(field).size();
      nothing &= count == 0;
      if (count > 0) {
        List<Part> items = term.list(field);
        if (items.size() < count || !startsWith(term, old, field, count)) {
          return false;
        }
      }
    }
    return !nothing
        || (term.list("matchExpressions").isEmpty() && term.list("matchFields").isEmpty());
  }

  private static boolean startsWith(Part term, Part old, String field, int count) {
    List<Value> items = term.value(field) instanceof SequenceValue list ? list.items() : List.of();
    MappingValue start = term.tree().with(field, SequenceValue.of(items.subList(0, count)));
    return old.isSame(field, start);
  }
}
