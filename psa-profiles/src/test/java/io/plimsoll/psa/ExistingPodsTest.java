package io.plimsoll.psa;

import static io.plimsoll.psa.Requests.controlledBy;
import static io.plimsoll.psa.Requests.pod;
import static io.plimsoll.psa.Requests.withRuntimeClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.OwnerReference;
import io.plimsoll.core.pod.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExistingPodsTest {

  private static final LevelVersion RESTRICTED = LevelVersion.parse("restricted:latest");

  private static final String VIOLATE =
      "existing pods in namespace \"test\" violate the new PodSecurity enforce level \"restricted:latest\"";

  /** A check that takes its reason from an annotation, as upstream's tests do. */
  private static final Check ANNOTATED = Check.of("annotated", Level.BASELINE)
      .since(
          "v1.0",
          (metadata, spec) -> Optional.ofNullable(metadata.annotations().get("error"))
              .map(reason -> Violation.of(reason, "not shown")));

  private static List<String> warnings(List<Pod> pods) {
    return warnings(new Listing(pods));
  }

  private static List<String> warnings(AdmissionView view) {
    return new ExistingPods(
            Evaluator.of(List.of(ANNOTATED)), Exemptions.NONE.withRuntimeClasses("kata"))
        .warnings("test", RESTRICTED, view);
  }

  private static Pod bad(String name, String reason) {
    Pod pod = pod(name);
    return Pod.of(
        pod.metadata().toBuilder().annotations(Map.of("error", reason)).build(), pod.spec());
  }

  @Test
  void podsThatAreAllowedAreNotMentioned() {
    assertThat(warnings(List.of(pod("a"), pod("b")))).isEmpty();
    assertThat(warnings(List.of())).isEmpty();
  }

  @Test
  void podsWithTheSameReasonsShareALineUnderTheLeastOfTheirNames() {
    List<Pod> pods = List.of(
        bad("c", "message"),
        bad("d", "message, message2"),
        bad("a", "message"),
        pod("aa"),
        bad("b", "message"),
        bad("f", "other"),
        bad("e", "other"));

    assertThat(warnings(pods))
        .containsExactly(
            VIOLATE,
            "a (and 2 other pods): message",
            "d: message, message2",
            "e (and 1 other pod): other");
  }

  @Test
  void linesAreSortedAsTheyStand() {
    List<Pod> pods = List.of(bad("b", "x"), bad("a", "z"), bad("a", "y"), bad("a", "z"));

    assertThat(warnings(pods)).containsExactly(VIOLATE, "a (and 1 other pod): z", "a: y", "b: x");
  }

  @Test
  void namesAndLinesAreComparedByteByByte() {
    List<Pod> pods = List.of(bad("\ud83d\ude00", "x"), bad("\uffee", "x"), bad("B", "y"));

    assertThat(warnings(pods)).containsExactly(VIOLATE, "B: y", "\uffee (and 1 other pod): x");
  }

  @Test
  void podsWithoutANameAreCountedAllTheSame() {
    assertThat(warnings(List.of(bad("", "x"), bad("a", "x"))))
        .containsExactly(VIOLATE, " (and 1 other pod): x");
  }

  @Test
  void podsOfAnExemptRuntimeClassAreLeftOut() {
    List<Pod> pods = List.of(
        withRuntimeClass("kata", bad("a", "x")),
        withRuntimeClass("runc", bad("b", "x")),
        withRuntimeClass("", bad("c", "x")));

    assertThat(warnings(pods)).containsExactly(VIOLATE, "b (and 1 other pod): x");
  }

  @Test
  void podsThatCannotBeListedAreOneWarning() {
    AdmissionView view = new AdmissionView() {
      @Override
      public Optional<Namespace> namespace(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<List<Pod>> pods(String namespace) {
        return Optional.empty();
      }
    };

    assertThat(warnings(view))
        .containsExactly("failed to list pods while checking new PodSecurity enforce level");
  }

  @Test
  void noMorePodsThanTheLimitAreLookedAt() {
    List<Pod> pods = new ArrayList<>(
        Collections.nCopies(ExistingPods.LIMIT - 1, withRuntimeClass("kata", bad("z", "exempt"))));
    pods.addAll(Collections.nCopies(ExistingPods.LIMIT - 1, pod("good")));
    pods.addAll(List.of(bad("a", "x"), bad("b", "x")));

    assertThat(warnings(pods))
        .containsExactly(
            "new PodSecurity enforce level only checked against the first 3000 of 3001 existing pods",
            VIOLATE,
            "a: x");
  }

  @Test
  void thePodAfterWhichTheTimeIsUpStillCounts() {
    int[] asked = {0};
    List<Pod> pods =
        IntStream.range(0, 12).mapToObj(i -> bad("p" + (9 - i), "x")).toList();

    List<String> warnings = warnings(new Listing(pods, () -> ++asked[0] == 4));

    assertThat(asked[0]).isEqualTo(4);
    assertThat(warnings)
        .containsExactly(
            "new PodSecurity enforce level only checked against the first 4 of 12 existing pods",
            VIOLATE,
            "p6 (and 3 other pods): x");
  }

  @Test
  void aTimeThatIsUpAfterTheLastPodIsNotMentioned() {
    assertThat(warnings(new Listing(List.of(bad("a", "x")), () -> true)))
        .containsExactly(VIOLATE, "a: x");
  }

  @Test
  void theFirstReplicaOfEachControllerComesBeforeTheOthers() {
    List<Pod> pods = List.of(
        controlledBy("1", bad("r1a", "x")),
        controlledBy("1", bad("r1b", "x")),
        bad("alone", "x"),
        ownedBy("1", bad("owned", "x")),
        controlledBy("2", bad("r2a", "x")),
        controlledBy("2", bad("r2b", "x")));
    List<String> order = new ArrayList<>();
    Check recording = Check.of("recording", Level.BASELINE).since("v1.0", (metadata, spec) -> {
      order.add(metadata.nameOrEmpty());
      return Optional.empty();
    });

    new ExistingPods(Evaluator.of(List.of(recording)), Exemptions.NONE)
        .warnings("test", RESTRICTED, new Listing(pods));

    assertThat(order).containsExactly("r1a", "alone", "owned", "r2a", "r1b", "r2b");
  }

  private static Pod ownedBy(String uid, Pod pod) {
    OwnerReference owner = new OwnerReference("owner", "v1", "Node", uid, null, false);
    return Pod.of(pod.metadata().toBuilder().ownerReferences(owner).build(), pod.spec());
  }
}
