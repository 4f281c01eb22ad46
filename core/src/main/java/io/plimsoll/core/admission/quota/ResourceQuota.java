package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.Resources;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.schema.ApiResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the objects of a namespace within its quotas, and counts them. Mirrors {@code
 * k8s.io/apiserver/pkg/admission/plugin/resourcequota} with the evaluators of {@code pkg/quota/v1/evaluator/core}.
 */
public final class ResourceQuota extends Handler {

  private static final Set<String> IGNORED = Set.of(
      "bindings",
      "componentstatuses",
      "tokenreviews.authentication.k8s.io",
      "selfsubjectreviews.authentication.k8s.io",
      "subjectaccessreviews.authorization.k8s.io",
      "selfsubjectaccessreviews.authorization.k8s.io",
      "localsubjectaccessreviews.authorization.k8s.io",
      "selfsubjectrulesreviews.authorization.k8s.io",
      "events",
      "events.events.k8s.io");

  private static final Map<String, Evaluator> EVALUATORS = Map.of(
      "pods", new PodEvaluator(),
      "services", new ServiceEvaluator(),
      "persistentvolumeclaims", new ClaimEvaluator(),
      "resourceclaims.resource.k8s.io", new ResourceClaimEvaluator());

  /** The resources that are not just counted, in the order in which the controller counts. */
  static final List<String> EVALUATED =
      List.of("pods", "services", "persistentvolumeclaims", "resourceclaims.resource.k8s.io");

  private final List<LimitedResource> limited;

  /**
   * Makes the plug-in.
   *
   * @param limited what nobody may have without a quota for it
   */
  public ResourceQuota(List<LimitedResource> limited) {
    super("ResourceQuota", Operation.CREATE, Operation.UPDATE);
    this.limited = List.copyOf(limited);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    String resource = Resources.qualified(attributes.resource());
    boolean newNamespace =
        attributes.operation() == Operation.CREATE && resource.equals("namespaces");
    if (attributes.namespace().isEmpty() || newNamespace || IGNORED.contains(resource)) {
      return Admission.UNCHANGED;
    }
    List<Quota> quotas = call.cluster().all(Quota.KIND, attributes.namespace());
    if (quotas.isEmpty() && limited.isEmpty()) {
      return Admission.UNCHANGED;
    }
    Evaluator evaluator = evaluator(attributes.resource());
    if (!evaluator.handles(call)) {
      return Admission.UNCHANGED;
    }
    try {
      Admission answer = charge(call, new QuotaCheck(call, evaluator, limited).charge(quotas));
      String uncounted = uncounted(quotas);
      return uncounted.isEmpty() ? answer : answer.withReason(uncounted);
    } catch (NotAllowed refused) {
      return Admission.refused(refused.status());
    }
  }

  /** Returns what there is to say of quotas that decide nothing; empty if there are none. */
  private static String uncounted(List<Quota> quotas) {
    List<String> names = new ArrayList<>();
    for (Quota quota : quotas) {
      if (quota.uncounted()) {
        names.add(GoText.quote(quota.metadata().nameOrEmpty()));
      }
    }
    return names.isEmpty()
        ? ""
        : "not in force, since the controller of quotas has not set their status: "
            + String.join(", ", names);
  }

  /** Returns what counts the objects of a resource. */
  static Evaluator evaluator(ApiResource resource) {
    String qualified = Resources.qualified(resource);
    Evaluator known = EVALUATORS.get(qualified);
    return known == null ? CountEvaluator.of(qualified) : known;
  }

  /** Writes what is used now into the quotas; a dry run changes nothing. */
  private static Admission charge(AdmissionCall call, List<Quota> charges) {
    if (call.attributes().dryRun() || charges.isEmpty()) {
      return Admission.UNCHANGED;
    }
    Cluster charged = call.cluster();
    for (Quota quota : charges) {
      Optional<KubeObject> before = charged.find(quota.ref());
      if (before.isPresent()) {
        charged = charge(charged, before.get(), quota);
      }
    }
    return Admission.UNCHANGED.withCluster(charged);
  }

  /**
   * Writes what is used of a quota. Only the amounts are read again for the next object: {@code 512} bytes of what was in {@code
   * Ki} are just a number once they are written.
   */
  private static Cluster charge(Cluster cluster, KubeObject before, Quota quota) {
    Map<String, Quantity> used = quota.used();
    String[] names = new String[used.size()];
    Value[] amounts = new Value[used.size()];
    int count = 0;
    for (Map.Entry<String, Quantity> one : used.entrySet()) {
      names[count] = one.getKey();
      amounts[count++] = ScalarValue.of(one.getValue().toString());
    }
    MappingValue status = Trees.status(before.tree())
        .tree()
        .with("used", MappingValue.empty().withAll(names, amounts, count));
    return cluster.with(
        new KubeObject(before.ref(), before.metadata(), before.tree().with("status", status)),
        quota.withUsed(Fields.of(status).quantityMap("used")));
  }
}
