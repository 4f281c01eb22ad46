package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one resource takes of a quota. Mirrors {@code quota.Evaluator} of {@code k8s.io/apiserver/pkg/quota/v1}. */
interface Evaluator {

  /** The amount of one object. */
  Quantity ONE = Quantity.of(1, Quantity.Format.DECIMAL_SI);

  /** Returns whether a request can change what is used. */
  boolean handles(AdmissionCall call);

  /** Returns whether something that a quota limits is of this resource. */
  boolean concerns(AdmissionCall call, String name);

  /** Returns what a quota limits of this resource, in the order of its limits. */
  default Set<String> concerned(AdmissionCall call, Quota quota) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : quota.hard().keySet()) {
      if (concerns(call, name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Returns whether an object is in a scope; the scopes of other resources match nothing. */
  default boolean isIn(Scope scope, MappingValue object) {
    return false;
  }

  /** Returns whether this resource has scopes at all. */
  default boolean hasScopes() {
    return false;
  }

  /** Returns what keeps an object from being held against limits, if anything does. */
  default Optional<String> complaint(Quota quota, MappingValue object) {
    return Optional.empty();
  }

  /** Returns what an object takes. */
  Map<String, Quantity> usage(AdmissionCall call, MappingValue object);

  /** Returns the name under which objects of a resource are counted: {@code count/deployments.apps}. */
  static String countOf(String qualifiedResource) {
    return "count/".concat(qualifiedResource);
  }
}
