package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeccompProfileBaselineTest {

  private static final Judge BY_ANNOTATION = Judge.of("seccompProfile_baseline", "v1.18");
  private static final Judge BY_FIELD = Judge.of("seccompProfile_baseline", "v1.19");
  private static final String POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";

  @ParameterizedTest
  @CsvSource({
    "runtime/default,true",
    "docker/default,true",
    "localhost/x,true",
    "unconfined,false",
    "'',false"
  })
  void annotationsCountUntil118(String value, boolean allowed) {
    String pod = "{'metadata': {'annotations': {'" + POD + "': '" + value + "'}}}";

    assertThat(BY_ANNOTATION.pod(pod).equals(ALLOWED)).isEqualTo(allowed);
    assertThat(BY_FIELD.pod(pod)).isEqualTo(ALLOWED);
  }

  @Test
  void annotationsOfContainersThatDoNotExistDoNotCount() {
    String pod = """
        {'metadata': {'annotations': {'%s': 'unconfined', '%sa': 'x', '%snobody': 'x'}},
         'spec': {'ephemeralContainers': [{'name': 'a'}, {'name': 'a'}]}}""".formatted(POD, CONTAINER, CONTAINER);

    assertThat(BY_ANNOTATION.pod(pod))
        .isEqualTo("seccompProfile (forbidden annotations " + CONTAINER + "a=\"x\", " + POD
            + "=\"unconfined\")");
    assertThat(BY_ANNOTATION.fix(pod)).isEqualTo("""
        add metadata.annotations[%s] "runtime/default"
        add metadata.annotations[%sa] "runtime/default\"""".formatted(POD, CONTAINER));
  }

  @Test
  void fieldsCountSince119() {
    String spec = """
        {'securityContext': {'seccompProfile': {'type': 'Unconfined'}},
         'containers': [{'name': 'c', 'securityContext': {'seccompProfile': {}}}, {'name': 'd'}]}""";

    assertThat(BY_ANNOTATION.spec(spec)).isEqualTo(ALLOWED);
    assertThat(BY_FIELD.spec(spec))
        .isEqualTo("seccompProfile (pod and container \"c\" must not set"
            + " securityContext.seccompProfile.type to \"\", \"Unconfined\")");
    assertThat(BY_FIELD.container("{'seccompProfile': {'type': 'Localhost'}}")).isEqualTo(ALLOWED);
  }
}
