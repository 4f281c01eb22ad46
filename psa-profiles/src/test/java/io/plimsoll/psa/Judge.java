package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.pod.Workload;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One check, asked about one pod.
 *
 * <p>Pods are written as JSON with apostrophes for quotation marks.
 */
final class Judge {

  static final String ALLOWED = "allowed";

  private final Evaluator evaluator;
  private final LevelVersion policy;

  private Judge(Evaluator evaluator, LevelVersion policy) {
    this.evaluator = evaluator;
    this.policy = policy;
  }

  /** Returns the check in the revision that holds as of a version. */
  static Judge of(String check, String version) {
    List<Check> checks =
        Check.standard().stream().filter(one -> one.id().equals(check)).toList();
    assertThat(checks).as(check).hasSize(1);
    return new Judge(
        Evaluator.of(checks), new LevelVersion(Level.RESTRICTED, Version.parse(version)));
  }

  /** Returns {@link #ALLOWED}, or {@code reason (detail)}. */
  String spec(String spec) {
    return pod("{'spec': " + spec + "}");
  }

  /** Returns {@link #ALLOWED}, or {@code reason (detail)}. */
  String pod(String pod) {
    PodSecurityResult result = result(Trees.json(pod));
    return result.allowed() ? ALLOWED : result.forbiddenDetail();
  }

  /** Returns {@link #ALLOWED}, or {@code reason (detail)} of a pod whose only container has this security context. */
  String container(String securityContext) {
    return spec("{'containers': [{'name': 'a', 'securityContext': " + securityContext + "}]}");
  }

  /** Returns the message of each finding. */
  List<String> messages(String pod) {
    return result(Trees.json(pod)).findings().stream()
        .map(finding -> finding.path() + ": " + finding.message())
        .toList();
  }

  /** Returns the fix, an operation a line. */
  String fix(String pod) {
    return result(Trees.json(pod)).fixes().patch().operations().stream()
        .map(Judge::text)
        .collect(Collectors.joining("\n"));
  }

  /** Returns the spec once the fixes are made, as JSON with apostrophes. */
  String fixed(String spec) {
    MappingValue pod = Trees.json("{'spec': " + spec + "}");
    MappingValue fixed = (MappingValue) result(pod).fixes().patch().apply(pod);
    return String.valueOf(fixed.get("spec")).replace('"', '\'');
  }

  private PodSecurityResult result(MappingValue pod) {
    return evaluator.evaluate(Workload.of(Trees.pod(pod)).template(), policy);
  }

  private static String text(Patch.Operation operation) {
    if (operation instanceof Patch.Operation.Add add) {
      return "add " + add.path() + " " + add.value();
    }
    if (operation instanceof Patch.Operation.Replace replace) {
      return "replace " + replace.path() + " " + replace.value();
    }
    return "remove " + operation.path();
  }
}
