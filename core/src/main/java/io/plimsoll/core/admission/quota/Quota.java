package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much the objects of a namespace may take together. Mirrors {@code core/v1 ResourceQuota}.
 *
 * <p>The server writes one for each object that it counts; so what is unmodifiable is not copied.
 *
 * @param metadata its name and namespace
 * @param scopes the scopes that an object must be in to count
 * @param hard the limits that are in force; unmodifiable
 * @param used what is used of them; unmodifiable
 * @param ofPods those limits that are of pods
 * @param uncounted whether it has limits of which none are in force, as no controller has seen it yet
 */
record Quota(
    ObjectMeta metadata,
    List<Scope> scopes,
    Map<String, Quantity> hard,
    Map<String, Quantity> used,
    PodLimits ofPods,
    boolean uncounted)
    implements ApiObject {

  static final Kind<Quota> KIND = new Kind<>("v1", "ResourceQuota", Quota::from);

  Quota {
    scopes = List.copyOf(scopes);
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
        PodLimits.among(hard.keySet()),
        spec.has("hard") && !status.has("hard"));
  }

  /** Returns the quota with other amounts that are used. */
  Quota withUsed(Map<String, Quantity> amounts) {
    return new Quota(metadata, scopes, hard, amounts, ofPods, uncounted);
  }

  @Override
  public Kind<Quota> objectKind() {
    return KIND;
  }
}
