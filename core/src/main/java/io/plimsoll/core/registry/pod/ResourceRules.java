package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.QuantityRules;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What containers and pods ask for and get at most. Mirrors {@code validateResourceRequirements}. */
final class ResourceRules {

  private static final String HUGE_PAGES = "hugepages-";

  private ResourceRules() {}

  /** The resources of a container: {@code ValidateContainerResourceRequirements}. */
  static void container(Part resources, PodContext pod) {
    check(resources, pod, ResourceNames::containerErrors);
  }

  /** The resources of a pod: {@code validatePodResourceRequirements}. */
  static void pod(Part resources, PodContext pod) {
    check(resources, pod, ResourceRules::podErrors);
  }

  /** What a pod needs beside its containers: {@code validateOverhead}. */
  static void overhead(PodContext pod) {
    Part spec = pod.spec();
    OverheadRules.check(
        spec,
        spec.at("overhead"),
        spec.quantities("overhead"),
        pod.leniency().indivisibleHugePages());
  }

  private static List<FieldError> podErrors(FieldPath path, String name) {
    List<FieldError> errors = ResourceNames.errors(path, name);
    if (errors.isEmpty() && !PodLevelResources.isSupported(name)) {
      return List.of(FieldError.notSupportedPrinted(
          path, GoText.json(name), List.of("cpu", HUGE_PAGES, "memory")));
    }
    return errors;
  }

  private static void check(
      Part resources, PodContext pod, BiFunction<FieldPath, String, List<FieldError>> names) {
    if (isPlain(resources)) {
      return;
    }
    Map<String, Quantity> limits = resources.quantities("limits");
    boolean compute = false;
    boolean huge = false;
    for (Map.Entry<String, Quantity> limit : MapOrder.byKey(limits)) {
      String name = limit.getKey();
      amount(resources, resources.at("limits").key(name), name, limit.getValue(), pod, names);
      compute |= isCompute(name);
      huge |= ResourceNames.isHugePages(name);
    }
    for (Map.Entry<String, Quantity> request : MapOrder.byKey(resources.quantities("requests"))) {
      String name = request.getKey();
      Quantity amount = request.getValue();
      FieldPath path = resources.at("requests").key(name);
      resources.errors().addAll(names.apply(path, name));
      resources.errors().addAll(QuantityRules.errors(path, name, amount));
      limit(resources, name, amount, limits.get(name));
      hugePages(resources, path, name, amount, pod);
      compute |= isCompute(name);
      huge |= ResourceNames.isHugePages(name);
    }
    if (huge && !compute) {
      resources.error(FieldError.forbidden(resources.path(), "HugePages require cpu or memory"));
    }
    if (resources.has("claims")) {
      claims(resources, pod.claims());
    }
  }

  /** Returns whether the resources are some CPU and memory and no more than the limits, with which nothing can be wrong. */
  private static boolean isPlain(Part resources) {
    MappingValue limits = resources.mapping("limits");
    MappingValue requests = resources.mapping("requests");
    return !resources.has("claims") && isPlain(limits, null) && isPlain(requests, limits);
  }

  private static boolean isPlain(MappingValue amounts, @Nullable MappingValue limits) {
    for (int i = 0; i < amounts.size(); i++) {
      String name = amounts.key(i);
      Value said = limits == null ? null : limits.get(name);
      if (said != null && said.equals(amounts.value(i))) {
        // It was looked at among the limits.
        continue;
      }
      Quantity amount = isCompute(name) ? quantity(amounts.value(i)) : null;
      if (amount == null || amount.sign() < 0) {
        return false;
      }
      Quantity limit = quantity(said);
      if (limit != null && amount.compareTo(limit) > 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Quantity quantity(@Nullable Value value) {
    return value instanceof ScalarValue scalar ? Quantity.tryParse(scalar).orElse(null) : null;
  }

  private static void amount(
      Part part,
      FieldPath path,
      String name,
      Quantity amount,
      PodContext pod,
      BiFunction<FieldPath, String, List<FieldError>> names) {
    part.errors().addAll(names.apply(path, name));
    part.errors().addAll(QuantityRules.errors(path, name, amount));
    hugePages(part, path, name, amount, pod);
  }

  private static boolean isCompute(String name) {
    return name.equals("cpu") || name.equals("memory");
  }

  /** A request is at most the limit, and the limit itself where no more may be promised than there is. */
  private static void limit(
      Part resources, String name, Quantity request, @Nullable Quantity limit) {
    boolean exact = !ResourceNames.isOvercommitAllowed(name);
    if (limit == null) {
      if (exact) {
        resources.required("limits", "Limit must be set for non overcommitable resources");
      }
      return;
    }
    int order = request.compareTo(limit);
    if (order > 0 || (exact && order != 0)) {
      String detail = exact ? "must be equal to " : "must be less than or equal to ";
      resources.error(FieldError.invalid(
          resources.at("requests"), request.toString(), detail + name + " limit of " + limit));
    }
  }

  private static void hugePages(
      Part resources, FieldPath path, String name, Quantity amount, PodContext pod) {
    if (ResourceNames.isHugePages(name)
        && !pod.leniency().indivisibleHugePages()
        && !isDivisible(name, amount)) {
      resources.error(FieldError.invalid(
          path, amount.toString(), amount + " is not positive integer multiple of " + name));
    }
  }

  /** Returns whether an amount is a whole number of pages: {@code IsHugePageResourceValueDivisible}. */
  static boolean isDivisible(String name, Quantity amount) {
    Optional<Quantity> size = Quantity.tryParse(name.substring(HUGE_PAGES.length()));
    if (size.isEmpty() || size.get().sign() <= 0 || !size.get().isWholeInMillis()) {
      return false;
    }
    OptionalLong page = size.get().value();
    OptionalLong value = amount.value();
    return page.isPresent() && value.isPresent() && value.getAsLong() % page.getAsLong() == 0;
  }

  /** Which of the pod's claims a container uses: {@code validateResourceClaimNames}. */
  private static void claims(Part resources, Set<String> known) {
    Set<String> used = new HashSet<>();
    for (Part claim : resources.list("claims")) {
      String name = claim.text("name");
      if (name.isEmpty()) {
        claim.error(FieldError.required(claim.path(), ""));
        continue;
      }
      claim(claim, name, used);
      if (!known.contains(name)) {
        FieldError error = FieldError.notFound(claim.path(), name);
        String names =
            known.isEmpty() ? " which is empty" : ": " + String.join(", ", new TreeSet<>(known));
        claim.error(new FieldError(
            error.type(),
            error.path(),
            error.value(),
            "must be one of the names in pod.spec.resourceClaims" + names));
      }
    }
  }

  private static void claim(Part claim, String name, Set<String> used) {
    if (used.contains(name)) {
      claim.error(FieldError.duplicate(claim.path(), name));
      return;
    }
    String request = claim.text("request");
    String key = request.isEmpty() ? name : name + "/" + request;
    if (!request.isEmpty()) {
      claim.invalid("request", Names.dnsLabelErrors(request));
    }
    if (used.contains(key)) {
      claim.error(FieldError.duplicate(claim.path(), key));
    } else if (request.isEmpty()) {
      for (String other : used) {
        if (other.startsWith(name + "/")) {
          claim.error(FieldError.duplicate(claim.path(), name));
        }
      }
    }
    used.add(key);
  }
}
