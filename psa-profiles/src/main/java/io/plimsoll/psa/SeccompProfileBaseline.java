package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seccomp must not be turned off.
 *
 * <p>Until 1.18 by annotation: {@code metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]} and {@code
 * metadata.annotations[container.seccomp.security.alpha.kubernetes.io/*]} of containers that exist. Allowed values: absent, {@code
 * runtime/default}, {@code docker/default}, {@code localhost/*}.
 *
 * <p>Since 1.19 by field: {@code spec.securityContext.seccompProfile.type}, {@code
 * spec.{initContainers,containers,ephemeralContainers}[*].securityContext.seccompProfile.type}. Allowed values: absent profile, {@code
 * RuntimeDefault}, {@code Localhost}. Mirrors {@code policy/check_seccompProfile_baseline.go}.
 */
final class SeccompProfileBaseline implements Check.Rule, Sentence {

  static final String ID = "seccompProfile_baseline";

  private static final String POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String CONTAINER_ANNOTATION =
      "container.seccomp.security.alpha.kubernetes.io/";
  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

  private static final Expected ANNOTATED = Expected.of(
      Mend.set(ScalarValue.of("runtime/default")),
      Expected.ABSENT,
      "runtime/default",
      "docker/default",
      "localhost/*");

  static final Check CHECK = Check.of(ID, Level.BASELINE)
      .since("v1.0", new SeccompProfileBaseline())
      .since("v1.19", new SeccompTypes(false));

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Map<String, String> annotations = metadata.annotations();
    if (annotations.isEmpty()) {
      return Optional.empty();
    }
    Findings findings = annotation(Findings.NONE, annotations, POD_ANNOTATION);
    for (int i = 0, n = Containers.count(spec); i < n; i++) {
      String key = CONTAINER_ANNOTATION + Containers.get(spec, i).name();
      findings = annotation(findings, annotations, key);
    }
    return findings.violate("seccompProfile", this);
  }

  private static Findings annotation(
      Findings findings, Map<String, String> annotations, String key) {
    String value = annotations.get(key);
    return value == null || isAllowed(value)
        ? findings
        : findings.andPod(ANNOTATED, ANNOTATIONS.key(key), value);
  }

  private static boolean isAllowed(String annotation) {
    return annotation.equals("runtime/default")
        || annotation.equals("docker/default")
        || annotation.startsWith("localhost/");
  }

  /** {@code forbidden annotation seccomp.security.alpha.kubernetes.io/pod="unconfined"}. */
  @Override
  public String detail(Findings findings) {
    List<String> annotations = Sentences.annotations(findings.list());
    return Sentences.plural("forbidden annotation ", "forbidden annotations ", annotations.size())
        + String.join(", ", annotations);
  }

  private SeccompProfileBaseline() {}
}
