package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.ClaimClass;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.pod.PodResources;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What claims take: their number and size, also by storage class. Mirrors {@code
 * pkg/quota/v1/evaluator/core/persistent_volume_claims.go}.
 */
final class ClaimEvaluator implements Evaluator {

  private static final String CLAIMS = "persistentvolumeclaims";
  private static final String STORAGE = "requests.storage";
  private static final String COUNT = Evaluator.countOf(CLAIMS);
  private static final String OF_CLASS = ".storageclass.storage.k8s.io/";
  private static final String ATTRIBUTES_CLASS = "VolumeAttributesClass";

  @Override
  public boolean handles(AdmissionCall call) {
    // Upstream compares pointers to find out whether a status matters, so that every status does.
    String subresource = call.attributes().subresource();
    return subresource.isEmpty()
        || (subresource.equals("status") && call.attributes().operation() == Operation.UPDATE);
  }

  @Override
  public boolean concerns(AdmissionCall call, String name) {
    return name.equals(COUNT)
        || name.equals(CLAIMS)
        || name.equals(STORAGE)
        || name.endsWith(OF_CLASS + CLAIMS)
        || name.endsWith(OF_CLASS + STORAGE);
  }

  @Override
  public boolean hasScopes() {
    return true;
  }

  @Override
  public boolean isIn(Scope scope, MappingValue object) {
    if (!scope.name().equals(ATTRIBUTES_CLASS)) {
      return false;
    }
    Set<String> classes = attributesClasses(object);
    if (scope.asksForExistence()) {
      return !classes.isEmpty();
    }
    return classes.isEmpty() ? scope.matches("") : classes.stream().anyMatch(scope::matches);
  }

  private static Set<String> attributesClasses(MappingValue claim) {
    Fields status = Trees.status(claim);
    Set<String> classes = new LinkedHashSet<>(List.of(
        Trees.spec(claim).text("volumeAttributesClassName"),
        status.text("currentVolumeAttributesClassName"),
        Trees.object(status, "modifyVolumeStatus").text("targetVolumeAttributesClassName")));
    classes.remove("");
    return classes;
  }

  @Override
  public Map<String, Quantity> usage(AdmissionCall call, MappingValue object) {
    String ofClass = ClaimClass.of(object);
    Map<String, Quantity> usage = new LinkedHashMap<>();
    put(usage, ofClass, CLAIMS, ONE);
    usage.put(COUNT, ONE);
    size(object).ifPresent(size -> put(usage, ofClass, STORAGE, size));
    return usage;
  }

  private static void put(
      Map<String, Quantity> usage, String ofClass, String name, Quantity amount) {
    usage.put(name, amount);
    if (!ofClass.isEmpty()) {
      usage.put(ofClass + OF_CLASS + name, amount);
    }
  }

  /** Returns what a claim asks for or, while it grows, has been given already; in whole bytes. */
  private static Optional<Quantity> size(MappingValue claim) {
    Quantity asked = PodResources.inResources(Trees.spec(claim), "requests").get("storage");
    if (asked == null) {
      return Optional.empty();
    }
    Quantity given = Trees.status(claim).quantityMap("allocatedResources").get("storage");
    Quantity size = rounded(asked);
    return Optional.of(given != null && given.compareTo(size) > 0 ? rounded(given) : size);
  }

  private static Quantity rounded(Quantity amount) {
    OptionalLong whole = amount.value();
    if (whole.isEmpty()) {
      return amount;
    }
    Quantity rounded = Quantity.of(whole.getAsLong(), amount.format());
    return rounded.equals(amount) ? amount : rounded;
  }
}
