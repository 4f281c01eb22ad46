package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventRateLimitTest {

  private static String event(String name) {
    return "{apiVersion: v1, kind: Event, metadata: {name: e, namespace: shop}, source: {component:"
        + " kubelet, host: h}, involvedObject: {kind: Pod, namespace: shop, name: " + name + "}}";
  }

  private static EventRateLimit limited(String type, int cacheSize) {
    return new EventRateLimit(List.of(new EventRateLimit.Limit(type, 1, 2, cacheSize)));
  }

  /** Writes events one after the other, and returns the refusals. */
  private static List<String> write(EventRateLimit plugin, List<TestCall> calls) {
    List<String> refusals = new ArrayList<>();
    Optional<Object> memory = Optional.empty();
    for (TestCall call : calls) {
      Admission answer = call.remembering(memory).validate(plugin);
      refusals.add(TestCall.refusal(answer));
      memory = answer.memory().or(() -> call.call().memory());
    }
    return refusals;
  }

  private static TestCall after(double seconds, String name) {
    return TestCall.create(event(name)).at(TestCall.NOW.plusMillis((long) (seconds * 1000)));
  }

  @Test
  void aBurstIsFineAndThenTimeMustPass() {
    assertThat(write(
            limited("Server", 0),
            List.of(after(0, "a"), after(0, "b"), after(0, "c"), after(0.5, "c"), after(1.6, "c"))))
        .containsExactly(
            "",
            "",
            "429 Too many requests: limit reached on type Server for key ",
            "429 Too many requests: limit reached on type Server for key ",
            "");
  }

  @Test
  void everyKeyHasItsOwnLimit() {
    assertThat(write(
            limited("SourceAndObject", 0),
            List.of(after(0, "a"), after(0, "a"), after(0, "b"), after(0, "a"))))
        .containsExactly(
            "",
            "",
            "",
            "429 Too many requests: limit reached on type SourceAndObject for key"
                + " kubelethPodshopa");
    assertThat(write(
            limited("User", 0),
            List.of(
                after(0, "a").by(User.of("x")),
                after(0, "a").by(User.of("x")),
                after(0, "a").by(User.of("y")),
                after(0, "a").by(User.of("x")))))
        .containsExactly("", "", "", "429 Too many requests: limit reached on type User for key x");
  }

  @Test
  void keysThatWereLongNotUsedAreForgotten() {
    assertThat(write(
            limited("SourceAndObject", 1),
            List.of(after(0, "a"), after(0, "a"), after(0, "b"), after(0, "a"))))
        .containsOnly("");
  }

  @Test
  void allLimitsCount() {
    EventRateLimit plugin = new EventRateLimit(List.of(
        new EventRateLimit.Limit("Namespace", 1, 1, 0),
        new EventRateLimit.Limit("Server", 1, 1, 0)));
    assertThat(write(plugin, List.of(after(0, "a"), after(0, "a"))))
        .containsExactly(
            "",
            "429 Too many requests: [limit reached on type Namespace for key shop, limit reached on"
                + " type Server for key ]");
  }

  @Test
  void otherObjectsAndDryRunsAreFree() {
    EventRateLimit plugin = limited("Server", 0);
    assertThat(TestCall.create(event("a")).dryRun().validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create("{apiVersion: events.k8s.io/v1, kind: Event, metadata: {name: e,"
                + " namespace: shop}}")
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }
}
