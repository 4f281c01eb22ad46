package io.plimsoll.core.registry.policy;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.ConditionRules;
import io.plimsoll.core.registry.IntOrPercent;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.List;
import java.util.Optional;

/**
 * PodDisruptionBudgets. Mirrors {@code pkg/registry/policy/poddisruptionbudget/strategy.go} and {@code
 * ValidatePodDisruptionBudget} of {@code pkg/apis/policy/validation}.
 */
final class PodDisruptionBudgetStrategy extends KindStrategy {

  /** The label with which the version before said that an empty selector selects nothing. */
  private static final String MATCH_NONE =
      "pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match";

  private static final List<String> EVICTION_POLICIES = List.of("AlwaysAllow", "IfHealthyBudget");

  PodDisruptionBudgetStrategy() {
    super("policy/v1", "PodDisruptionBudget", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return withoutOldLabel(StatusRules.firstGeneration(StatusRules.reset(object)));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue kept = StatusRules.keep(object, old);
    MappingValue next = withGeneration("spec", kept, old);
    boolean sameSelector =
        part(next).object("spec").isSame("selector", part(old).object("spec").tree());
    return sameSelector ? next : withoutOldLabel(next);
  }

  /** The old label is dropped unless it is all that the selector says: {@code dropDisabledFields}. */
  private static MappingValue withoutOldLabel(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.edit(
            "spec", spec -> spec.edit("selector", PodDisruptionBudgetStrategy::dropOldLabel)));
  }

  private static void dropOldLabel(Draft selector) {
    List<Value> conditions = selector.items("matchExpressions");
    List<Value> rest = conditions.stream()
        .filter(condition -> !Fields.of(condition).text("key").equals(MATCH_NONE))
        .toList();
    boolean none = conditions.size() == 1
        && selector.object("matchLabels").size() == 0
        && Fields.of(conditions.get(0)).text("operator").equals("Exists")
        && Fields.of(conditions.get(0)).strings("values").isEmpty();
    if (rest.size() < conditions.size() && !none) {
      selector.set("matchExpressions", SequenceValue.of(rest));
    }
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    return check(object, false);
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part before = part(old).object("spec");
    boolean lenient = !SelectorRules.errors(before.at("selector"), before.selector("selector"))
        .isEmpty();
    return check(object, lenient);
  }

  private List<FieldError> check(MappingValue object, boolean anyLabelValue) {
    Part spec = part(object).object("spec");
    if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
      spec.error(FieldError.invalidPrinted(
          spec.path(), spec.json(), "minAvailable and maxUnavailable cannot be both set"));
    }
    for (String field : List.of("minAvailable", "maxUnavailable")) {
      if (spec.has(field)) {
        IntOrPercent pods = IntOrPercent.of(spec, field);
        pods.checkNotNegative();
        pods.checkAtMostAll();
      }
    }
    spec.errors()
        .addAll(
            SelectorRules.errors(spec.at("selector"), spec.selector("selector"), anyLabelValue));
    String policy = spec.text("unhealthyPodEvictionPolicy");
    if (spec.has("unhealthyPodEvictionPolicy") && !EVICTION_POLICIES.contains(policy)) {
      spec.notSupported("unhealthyPodEvictionPolicy", EVICTION_POLICIES);
    }
    return spec.errors();
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }

  /** Upstream does not look at the metadata again. */
  @Override
  public Optional<StatusValidation> statusValidation() {
    return Optional.of((object, old) -> {
      Part status = part(object).object("status");
      ConditionRules.check(status);
      List.of("disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods")
          .forEach(status::nonNegative);
      return status.errors();
    });
  }
}
