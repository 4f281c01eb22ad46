package io.plimsoll.psa;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class PodSecurityCheckCasesConformanceTest {

  /** A Go function such as {@code runAsUser1_35}, {@code sysctlsV1Dot29} or {@code procMount1_35baseline}. */
  private static final Pattern REVISION =
      Pattern.compile("(?<check>\\D+?)_?V?1(_|Dot)(?<minor>\\d+)(baseline)?");

  @Test
  void everyRevisionSaysTheSame() {
    Conformance.suite("pod-security/check-cases")
        .documents(cases -> cases, PodSecurityCheckCasesConformanceTest::judge);
  }

  private static void judge(ConformanceCase unit) {
    JsonNode json = unit.json();
    MappingValue tree = Trees.read(json.get("pod").toString());
    Pod pod = Trees.pod(tree);
    Glance glance = Glance.of(tree);
    Check.Rule rule = revision(json.get("fn").asText()).rule();

    Optional<Violation> violation = rule.evaluate(pod.metadata(), pod.spec());

    unit.same(json.get("allowed").asBoolean(), violation.isEmpty());
    unit.same(
        violation.isEmpty(), rule.evaluate(glance.metadata(), glance.spec()).isEmpty());
    unit.same(json.get("reason").asText(), violation.map(Violation::reason).orElse(""));
    unit.same(json.get("detail").asText(), violation.map(Violation::detail).orElse(""));
  }

  private static Check.Revision revision(String function) {
    Matcher matcher = REVISION.matcher(function);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a revision of a check: \"" + function + "\"");
    }
    Version version = Version.of(Long.parseLong(matcher.group("minor")));
    List<Check.Revision> revisions = Check.standard().stream()
        .filter(check -> plain(check.id()).equals(plain(matcher.group("check"))))
        .flatMap(check -> check.revisions().stream())
        .filter(revision -> revision.since().orElseThrow().compareTo(version) <= 0)
        .toList();
    return revisions.get(revisions.size() - 1);
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
