package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Owner references that are there twice. Mirrors {@code dedupOwnerReferencesAndAddWarning} of {@code endpoints/handlers}. */
final class OwnerReferences {

  private static final String FIELD = "ownerReferences";

  private OwnerReferences() {}

  /** Returns the object with each owner reference once, and warns of those that are gone. */
  static MappingValue once(Exchange exchange, MappingValue object, boolean afterAdmission) {
    if (!(Meta.of(object).value(FIELD) instanceof SequenceValue references)) {
      return object;
    }
    Set<Value> kept = new LinkedHashSet<>();
    List<String> dropped = new ArrayList<>();
    for (Value reference : references.items()) {
      if (!kept.add(reference)) {
        dropped.add(Fields.of(reference).text("uid"));
      }
    }
    if (dropped.isEmpty()) {
      return object;
    }
    String when = afterAdmission ? " after mutating admission happens" : "";
    exchange.warn(".metadata.ownerReferences contains duplicate entries" + when
        + "; API server dedups owner references in 1.20+, and may reject such requests as early as"
        + " 1.24; please fix your requests; duplicate UID(s) observed: "
        + String.join(", ", dropped));
    return Meta.with(object, FIELD, SequenceValue.of(List.copyOf(kept)));
  }
}
