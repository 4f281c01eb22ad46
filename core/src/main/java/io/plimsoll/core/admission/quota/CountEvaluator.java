package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts objects. Mirrors {@code objectCountEvaluator} of {@code k8s.io/apiserver/pkg/quota/v1/generic}. */
record CountEvaluator(Set<String> names) implements Evaluator {

  /** The resources whose objects are counted under their own name, too. */
  private static final Set<String> ALIASED =
      Set.of("configmaps", "resourcequotas", "replicationcontrollers", "secrets");

  /** Returns the evaluator of a resource. */
  static CountEvaluator of(String qualifiedResource) {
    String count = Evaluator.countOf(qualifiedResource);
    return new CountEvaluator(
        ALIASED.contains(qualifiedResource) ? Set.of(count, qualifiedResource) : Set.of(count));
  }

  @Override
  public boolean handles(AdmissionCall call) {
    return call.attributes().operation() == Operation.CREATE
        && call.attributes().subresource().isEmpty();
  }

  @Override
  public boolean concerns(AdmissionCall call, String name) {
    return names.contains(name);
  }

  @Override
  public Map<String, Quantity> usage(AdmissionCall call, MappingValue object) {
    Map<String, Quantity> usage = new LinkedHashMap<>();
    names.forEach(name -> usage.put(name, ONE));
    return usage;
  }
}
