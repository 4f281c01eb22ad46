package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import org.junit.jupiter.api.Test;

class PriorityTest {

  private final Priority plugin = new Priority();

  private static String priorityClass(String name, int value, String more) {
    return "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: " + name
        + "}, value: " + value + ", " + more + "}";
  }

  private static final String HIGH = priorityClass("high", 1000, "preemptionPolicy: Never");
  private static final String DEFAULT = priorityClass("usual", 10, "globalDefault: true");

  private static String pod(String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {" + spec
        + "}}";
  }

  private Admission admit(String spec, String... cluster) {
    return TestCall.create(pod(spec)).amid(cluster).admit(plugin);
  }

  @Test
  void podsGetTheNumberOfTheirClass() {
    Admission answer = admit("priorityClassName: high", HIGH);
    assertThat(answer.object())
        .contains(
            TestCall.tree(pod("priorityClassName: high, priority: 1000, preemptionPolicy: Never")));
    assertThat(answer.reason()).isEqualTo("PriorityClass high");
  }

  @Test
  void podsWithoutClassGetTheDefault() {
    assertThat(admit("", HIGH, DEFAULT).object())
        .contains(TestCall.tree(pod("priorityClassName: usual, priority: 10")));
    assertThat(admit("", HIGH).object())
        .contains(TestCall.tree(pod("priority: 0, preemptionPolicy: PreemptLowerPriority")));
  }

  @Test
  void ofSeveralDefaultsTheLowestCounts() {
    assertThat(
            admit("", DEFAULT, priorityClass("low", 1, "globalDefault: true")).object())
        .hasValueSatisfying(
            pod -> assertThat(Trees.spec(pod).text("priorityClassName")).isEqualTo("low"));
  }

  @Test
  void numbersThatContradictAreRefused() {
    assertThat(TestCall.refusal(admit("priorityClassName: high, priority: 7", HIGH)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "the integer value of priority (7) must not be provided in pod spec; priority admission"
                + " controller computed 1000 from the given PriorityClass name"));
    assertThat(TestCall.refusal(
            admit("priorityClassName: high, preemptionPolicy: PreemptLowerPriority", HIGH)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "the string value of PreemptionPolicy (PreemptLowerPriority) must not be provided in"
                + " pod spec; priority admission controller computed Never from the given"
                + " PriorityClass name"));
    assertThat(TestCall.refusal(admit("priorityClassName: ghost", HIGH)))
        .isEqualTo(TestCall.forbidden("pods", "p", "no PriorityClass with name ghost was found"));
  }

  @Test
  void podsKeepTheirPriority() {
    assertThat(TestCall.update(
                pod("priority: 5, preemptionPolicy: Never"), pod("priorityClassName: high"))
            .admit(plugin)
            .object())
        .contains(
            TestCall.tree(pod("priorityClassName: high, priority: 5, preemptionPolicy: Never")));
    assertThat(TestCall.update(pod(""), pod("priority: 5")).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void onlyOneClassIsTheDefault() {
    String second = priorityClass("second", 1, "globalDefault: true");
    assertThat(TestCall.refusal(TestCall.create(second).amid(DEFAULT).validate(plugin)))
        .isEqualTo("403 priorityclasses.scheduling.k8s.io \"second\" is forbidden: PriorityClass"
            + " usual is already marked as default. Only one default can exist");
    assertThat(TestCall.update(DEFAULT, DEFAULT).amid(DEFAULT).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(HIGH).amid(DEFAULT).validate(plugin)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.delete(DEFAULT).amid(DEFAULT).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }
}
