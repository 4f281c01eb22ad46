package io.plimsoll.core.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits, quotas, budgets and classes of pods. */
class PoliciesTest {

  private static final Strategy RANGES = new LimitRangeStrategy();
  private static final Strategy QUOTAS = new ResourceQuotaStrategy();
  private static final Strategy PRIORITIES = new PriorityClassStrategy();
  private static final Strategy RUNTIMES = new RuntimeClassStrategy();
  private static final Strategy BUDGETS = new PodDisruptionBudgetStrategy();

  private static String range(String limits) {
    return "metadata: {name: limits}\nspec: {limits: [" + limits + "]}\n";
  }

  private static List<String> rangeErrors(String limits) {
    return Written.errors(Written.create(RANGES, range(limits)));
  }

  @Test
  void defaultsOfContainersComeFromTheirBounds() {
    MappingValue stored = Written.stored(
        RANGES, range("{type: Container, max: {cpu: 2}, min: {memory: 1.5m}}, {type: Pod}"));
    assertThat(Written.json(RANGES, stored, "spec"))
        .isEqualTo("{\"limits\":[{\"type\":\"Container\",\"max\":{\"cpu\":\"2\"},"
            + "\"min\":{\"memory\":\"2m\"},\"default\":{\"cpu\":\"2\"},"
            + "\"defaultRequest\":{\"cpu\":\"2\",\"memory\":\"2m\"}},{\"type\":\"Pod\"}]}");
  }

  @Test
  void boundsMustFitTogether() {
    assertThat(rangeErrors("{type: Container, max: {cpu: 1}, min: {cpu: 2}}"))
        .anyMatch(error -> error.startsWith("spec.limits[0].min[cpu]: Invalid value: \"2\":"));
    assertThat(rangeErrors("{type: Pod, default: {cpu: 1}, defaultRequest: {cpu: 1}}"))
        .containsExactlyInAnyOrder(
            "spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'",
            "spec.limits[0].defaultRequest: Forbidden: may not be specified when `type` is 'Pod'");
    assertThat(rangeErrors("{type: Pod, maxLimitRequestRatio: {cpu: 500m}}"))
        .containsExactly(
            "spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: \"500m\": ratio 500m"
                + " is less than 1");
    assertThat(rangeErrors("{type: Pod}, {type: Pod}"))
        .containsExactly("spec.limits[1].type: Duplicate value: \"Pod\"");
  }

  @Test
  void quotas() {
    String quota = "metadata: {name: quota}\nspec: {hard: {%s}, scopes: [%s]}\n";
    assertThat(Written.errors(Written.create(
            QUOTAS, quota.formatted("pods: 1.5, cpu: -1, gold: 1, example.com/x: 500m", ""))))
        .containsExactlyInAnyOrder(
            "spec.hard[pods]: Invalid value: \"1500m\": must be an integer",
            "spec.hard[cpu]: Invalid value: \"-1\": must be greater than or equal to 0",
            "spec.hard[gold]: Invalid value: \"gold\": must be a standard resource type or fully"
                + " qualified",
            "spec.hard[gold]: Invalid value: \"gold\": must be a standard resource for quota",
            "spec.hard[example.com/x]: Invalid value: \"500m\": must be an integer");
    assertThat(Written.warnings(Written.create(
            QUOTAS,
            quota.formatted("cpu: 2, limits.cpu: 1, requests.memory: 1, limits.memory: 2", ""))))
        .containsExactly("ResourceQuota cpu (2) should be less than limits.cpu (1)");
    MappingValue old = Written.stored(QUOTAS, quota.formatted("pods: 1", "BestEffort"));
    assertThat(Written.errors(
            Written.update(QUOTAS, old, quota.formatted("pods: 2", "NotBestEffort"))))
        .containsExactly("spec.scopes: Invalid value: [\"NotBestEffort\"]: field is immutable");
  }

  @Test
  void priorities() {
    String yaml = "metadata: {name: %s}\nvalue: %s\n";
    assertThat(Written.errors(Written.create(PRIORITIES, yaml.formatted("a", "1000000001"))))
        .containsExactly(
            "value: Forbidden: maximum allowed value of a user defined priority is 1000000000");
    assertThat(Written.errors(
            Written.create(PRIORITIES, yaml.formatted("system-cluster-critical", "2000000000"))))
        .isEmpty();
    assertThat(Written.errors(Written.create(PRIORITIES, yaml.formatted("system-x", "1"))))
        .containsExactly(
            "metadata.name: Forbidden: priority class names with 'system-' prefix are"
                + " reserved for system use only. error: system-x is not a known system priority class");
    MappingValue old = Written.stored(PRIORITIES, yaml.formatted("a", "1"));
    assertThat(Written.errors(Written.update(
            PRIORITIES, old, yaml.formatted("a", "2") + "preemptionPolicy: Never\n")))
        .containsExactlyInAnyOrder(
            "value: Forbidden: may not be changed in an update.",
            "preemptionPolicy: Invalid value: \"Never\": field is immutable");
  }

  @Test
  void runtimes() {
    String yaml = "metadata: {name: kata}\nhandler: %s\n";
    assertThat(Written.errors(Written.create(RUNTIMES, yaml.formatted("A_B")))).hasSize(1);
    assertThat(Written.errors(Written.create(RUNTIMES, yaml.formatted("\"\""))))
        .containsExactly("handler: Required value");
    MappingValue old = Written.stored(RUNTIMES, yaml.formatted("kata"));
    assertThat(Written.errors(Written.update(RUNTIMES, old, yaml.formatted("other"))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("handler: Invalid value: ")
        .endsWith("field is immutable");
    assertThat(Written.warnings(Written.create(
            RUNTIMES,
            yaml.formatted("kata")
                + "scheduling: {nodeSelector: {beta.kubernetes.io/os: linux}}\n")))
        .containsExactly("scheduling.nodeSelector: deprecated since v1.14; use"
            + " \"kubernetes.io/os\" instead");
  }

  private static String budget(String spec) {
    return "metadata: {name: web}\nspec: {selector: {matchLabels: {app: web}}, " + spec + "}\n";
  }

  @Test
  void budgets() {
    assertThat(Written.errors(Written.create(
            BUDGETS,
            budget("minAvailable: 1, maxUnavailable: 101%, unhealthyPodEvictionPolicy: Never"))))
        .containsExactly(
            "spec: Invalid value: {\"MinAvailable\":1,\"Selector\":{\"matchLabels\":{\"app\":\"web\"}},"
                + "\"MaxUnavailable\":\"101%\",\"UnhealthyPodEvictionPolicy\":\"Never\"}: minAvailable and"
                + " maxUnavailable cannot be both set",
            "spec.maxUnavailable: Invalid value: \"101%\": must not be greater than 100%",
            "spec.unhealthyPodEvictionPolicy: Unsupported value: \"Never\": supported values:"
                + " \"AlwaysAllow\", \"IfHealthyBudget\"");
    assertThat(Written.errors(Written.create(BUDGETS, budget("minAvailable: -1"))))
        .containsExactly(
            "spec.minAvailable: Invalid value: -1: must be greater than or equal to 0");
    MappingValue old = Written.stored(BUDGETS, budget("minAvailable: 1"));
    assertThat(Written.json(
            BUDGETS, Written.updated(BUDGETS, old, budget("minAvailable: 2")), "metadata"))
        .contains("\"generation\":2");
  }

  @Test
  void theLabelOfOldBudgetsIsDropped() {
    String label =
        "{key: pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match, operator: Exists}";
    String yaml = "metadata: {name: web}\nspec: {selector: {matchExpressions: [%s]}}\n";
    MappingValue mixed =
        Written.stored(BUDGETS, yaml.formatted(label + ", {key: a, operator: Exists}"));
    assertThat(Written.json(BUDGETS, mixed, "spec")).doesNotContain("v1beta1");
    assertThat(Written.json(BUDGETS, Written.stored(BUDGETS, yaml.formatted(label)), "spec"))
        .contains("v1beta1");
  }
}
