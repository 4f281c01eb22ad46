package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.model.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the objects of a namespace may take together. Mirrors {@code core/v1 ResourceQuota}.
 *
 * <p>The server writes one for each object that it counts, and reads it for the next; so what is unmodifiable is not copied.
 *
 * @param metadata its name and namespace
 * @param scopes the scopes that an object must be in to count
 * @param hard the limits that are in force; unmodifiable
 * @param used what is used of them; unmodifiable
 * @param ofPods the names of those limits that are of pods, which are checked more often than all else
 * @param uncounted whether it has limits of which none are in force, as no controller has seen it yet
 */
record Quota(
    ObjectMeta metadata,
    List<Scope> scopes,
    Map<String, Quantity> hard,
    Map<String, Quantity> used,
    Set<String> ofPods,
    boolean uncounted)
    implements ApiObject {

  static final Kind<Quota> KIND = new Kind<>("v1", "ResourceQuota", Quota::from);

  Quota {
    scopes = List.copyOf(scopes);
    ofPods = Collections.unmodifiableSet(ofPods);
  }

  static Quota from(Fields fields) {
    Fields spec = Trees.object(fields, "spec");
    Fields status = Trees.object(fields, "status");
    List<Scope> scopes = new ArrayList<>();
    spec.strings("scopes").forEach(name -> scopes.add(new Scope(name, "Exists", List.of())));
    scopes.addAll(Trees.object(spec, "scopeSelector").list("matchExpressions", Scope::from));
    Map<String, Quantity> hard = status.quantityMap("hard");
    return new Quota(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        scopes,
        hard,
        status.quantityMap("used"),
        ofPods(hard.keySet()),
        spec.has("hard") && !status.has("hard"));
  }

  private static Set<String> ofPods(Set<String> names) {
    Set<String> ofPods = new LinkedHashSet<>();
    for (String name : names) {
      if (PodEvaluator.isOfPods(name)) {
        ofPods.add(name);
      }
    }
    return ofPods;
  }

  @Override
  public Kind<Quota> objectKind() {
    return KIND;
  }
}
