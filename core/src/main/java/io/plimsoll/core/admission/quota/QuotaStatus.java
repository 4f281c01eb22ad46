package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.request.User;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.validation.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the controller of quotas writes into them: the limits that are in force, and what the objects of the namespace use of
 * them. Mirrors {@code syncResourceQuota} of {@code pkg/controller/resourcequota} and {@code CalculateUsage} of {@code
 * k8s.io/apiserver/pkg/quota/v1}.
 */
public final class QuotaStatus {

  private static final String COUNT = "count/";
  private static final User NOBODY = new User("", "", List.of(), Map.of());

  private final Cluster cluster;
  private final Instant now;

  private QuotaStatus(Cluster cluster, Instant now) {
    this.cluster = cluster;
    this.now = now;
  }

  /** Returns a cluster with the status of its quotas as it is at a time once they are counted. */
  public static Cluster counted(Cluster cluster, Instant now) {
    QuotaStatus status = new QuotaStatus(cluster, now);
    List<KubeObject> changed = new ArrayList<>();
    for (KubeObject object : cluster.objects(Quota.KIND)) {
      MappingValue counted = status.counted(object);
      if (!counted.equals(object.tree())) {
        changed.add(KubeObject.of(counted));
      }
    }
    return changed.isEmpty() ? cluster : cluster.with(changed);
  }

  private MappingValue counted(KubeObject object) {
    Fields fields = Fields.of(object.tree());
    Map<String, Quantity> hard = Trees.spec(object.tree()).quantityMap("hard");
    Quota quota = Quota.from(fields);
    Map<String, Quantity> used = new LinkedHashMap<>(quota.used());
    used.putAll(usage(object.ref().namespace(), quota.scopes(), hard.keySet()));
    Map<String, Quantity> known = Amounts.mask(used, hard.keySet());
    return Draft.edit(
        object.tree(),
        draft -> draft.editOrCreate("status", status -> {
          status.set("hard", Trees.strings(texts(hard)));
          status.set("used", Trees.strings(texts(known)));
        }));
  }

  private static Map<String, String> texts(Map<String, Quantity> amounts) {
    Map<String, String> texts = new TreeMap<>(GoText::compare);
    amounts.forEach((name, amount) -> texts.put(name, amount.toString()));
    return texts;
  }

  /** Returns what is used of what some resource counts for; what no resource counts for is not said. */
  private Map<String, Quantity> usage(String namespace, List<Scope> scopes, Set<String> limited) {
    Map<String, Quantity> usage = new LinkedHashMap<>();
    Set<String> matched = new LinkedHashSet<>();
    for (ApiResource resource : concerned(limited)) {
      Evaluator evaluator = ResourceQuota.evaluator(resource);
      AdmissionCall call = call(resource, namespace);
      Set<String> names = new LinkedHashSet<>(limited);
      names.removeIf(name -> !evaluator.concerns(call, name));
      if (!names.isEmpty()) {
        matched.addAll(names);
        usage = Amounts.add(usage, usage(evaluator, call, scopes, names));
      }
    }
    return Amounts.mask(usage, matched);
  }

  /** Returns the resources with rules of their own, and those that something is counted of. */
  private Set<ApiResource> concerned(Set<String> limited) {
    Set<String> names = new LinkedHashSet<>(ResourceQuota.EVALUATED);
    for (String name : limited) {
      names.add(name.startsWith(COUNT) ? name.substring(COUNT.length()) : name);
    }
    Set<ApiResource> resources = new LinkedHashSet<>();
    for (String name : names) {
      int dot = name.indexOf('.');
      String plural = dot < 0 ? name : name.substring(0, dot);
      String group = dot < 0 ? "" : name.substring(dot + 1);
      CustomKinds.catalog(cluster).byResource(plural).stream()
          .filter(resource -> resource.group().equals(group))
          .findFirst()
          .ifPresent(resources::add);
    }
    return resources;
  }

  private Map<String, Quantity> usage(
      Evaluator evaluator, AdmissionCall call, List<Scope> scopes, Set<String> names) {
    Map<String, Quantity> usage = new LinkedHashMap<>();
    names.forEach(name -> usage.put(name, Quantity.ZERO));
    ApiResource resource = call.attributes().resource();
    String namespace = call.attributes().namespace();
    try {
      for (KubeObject object : cluster.objects(resource.group(), resource.kind(), namespace)) {
        boolean counts = true;
        for (Scope scope : scopes) {
          counts &= evaluator.isIn(scope, object.tree());
        }
        if (counts) {
          evaluator
              .usage(call, object.tree())
              .forEach((name, amount) -> usage.merge(name, amount, Quantity::add));
        }
      }
    } catch (IllegalArgumentException malformed) {
      // Upstream stops counting where a scope is malformed, and reports what it has.
      return usage;
    }
    return usage;
  }

  private AdmissionCall call(ApiResource resource, String namespace) {
    AdmissionAttributes attributes = new AdmissionAttributes(
        Operation.CREATE,
        resource,
        "",
        resource.apiVersion(),
        resource.kind(),
        namespace,
        "",
        Optional.empty(),
        Optional.empty(),
        MappingValue.empty(),
        false,
        NOBODY);
    return new AdmissionCall(
        attributes,
        cluster,
        now,
        (known, user, asked) -> Authorization.allow(""),
        Optional.empty(),
        Optional.empty(),
        false,
        () -> "");
  }
}
