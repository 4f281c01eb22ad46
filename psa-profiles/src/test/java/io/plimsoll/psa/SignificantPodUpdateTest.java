package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.EphemeralContainer;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SecurityContext;
import io.plimsoll.core.pod.Toleration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignificantPodUpdateTest {

  private static final Container WEB = Container.builder("web").image("web:1").build();
  private static final Container INIT =
      Container.builder("init").image("init:1").build();
  private static final EphemeralContainer DEBUG = debug("debug", "sh:1");
  private static final PodSpec OLD = PodSpec.builder()
      .containers(WEB)
      .initContainers(INIT)
      .ephemeralContainers(DEBUG)
      .build();

  private static EphemeralContainer debug(String name, String image) {
    return new EphemeralContainer(Container.builder(name).image(image).build(), null);
  }

  @ParameterizedTest
  @MethodSource
  void counts(UnaryOperator<PodSpec.Builder> change) {
    assertThat(SignificantPodUpdate.isSignificant(change.apply(OLD.toBuilder()).build(), OLD))
        .isTrue();
  }

  static Stream<Named<UnaryOperator<PodSpec.Builder>>> counts() {
    return Stream.of(
        change(
            "a container's image",
            pod -> pod.containers(WEB.toBuilder().image("web:2").build())),
        change(
            "an image taken away",
            pod -> pod.containers(WEB.toBuilder().image(null).build())),
        change("another container", pod -> pod.containers(WEB, INIT)),
        change("a container less", pod -> pod.containers(List.of())),
        change(
            "an init container's image",
            pod -> pod.initContainers(INIT.toBuilder().image("init:2").build())),
        change("an init container less", pod -> pod.initContainers(List.of())),
        change(
            "an ephemeral container's image",
            pod -> pod.ephemeralContainers(debug("debug", "sh:2"))),
        change(
            "another ephemeral container",
            pod -> pod.ephemeralContainers(DEBUG, debug("more", "sh:1"))),
        change(
            "another name of the ephemeral container",
            pod -> pod.ephemeralContainers(debug("other", "sh:1"))));
  }

  @ParameterizedTest
  @MethodSource
  void doesNotCount(UnaryOperator<PodSpec.Builder> change) {
    assertThat(SignificantPodUpdate.isSignificant(change.apply(OLD.toBuilder()).build(), OLD))
        .isFalse();
  }

  static Stream<Named<UnaryOperator<PodSpec.Builder>>> doesNotCount() {
    return Stream.of(
        change("nothing", pod -> pod),
        change("an ephemeral container less", pod -> pod.ephemeralContainers(List.of())),
        change(
            "another name of a container",
            pod -> pod.containers(Container.builder("other").image("web:1").build())),
        change(
            "a toleration", pod -> pod.tolerations(Toleration.builder().key("a").build())),
        change(
            "a security context",
            pod -> pod.containers(WEB.toBuilder()
                .securityContext(SecurityContext.builder().privileged(true).build())
                .build())),
        change("host namespaces", pod -> pod.hostNetwork(true)));
  }

  private static Named<UnaryOperator<PodSpec.Builder>> change(
      String name, UnaryOperator<PodSpec.Builder> change) {
    return Named.of(name, change);
  }
}
