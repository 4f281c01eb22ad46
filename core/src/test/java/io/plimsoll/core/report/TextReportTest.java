package io.plimsoll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final Cluster CLUSTER =
      Cluster.of(Manifests.read("web.yaml", """
          apiVersion: v1
          kind: Pod
          metadata: {name: web}
          spec:
            containers: [{name: web, image: "web:1"}]
          """).objects());

  private static final FieldPath CONTEXT = FieldPath.of("spec", "securityContext");
  private static final Patch FIX = Patch.of(
      new Patch.Operation.Add(CONTEXT, MappingValue.empty()),
      new Patch.Operation.Add(CONTEXT.field("runAsNonRoot"), ScalarValue.of(true)));

  @Test
  void anEntryBelowAHeadingSaysNothingTwice() {
    assertThat(TextReport.below(List.of(entry(FIX)))).isEqualTo("""
            web.yaml:4:1: runAsNonRoot is absent
                4 | spec:
                  | ^
                  = fix: set spec.securityContext.runAsNonRoot to true
        """);
  }

  @Test
  void whatTakesAPersonIsSaid() {
    assertThat(TextReport.below(List.of(entry(null)))).endsWith("= fix: by hand\n");
  }

  @Test
  void whatMendsSeveralIsSaidOnce() {
    assertThat(TextReport.below(List.of(entry(FIX), entry(null), entry(FIX)))).isEqualTo("""
            web.yaml:4:1: runAsNonRoot is absent
                4 | spec:
                  | ^
            web.yaml:4:1: runAsNonRoot is absent
                4 | spec:
                  | ^
                  = fix: by hand
            web.yaml:4:1: runAsNonRoot is absent
                4 | spec:
                  | ^
                  = fix: set spec.securityContext.runAsNonRoot to true
        """);
  }

  @Test
  void anEntryAloneSaysAllOfIt() {
    assertThat(TextReport.of(entry(FIX))).isEqualTo("""
        web.yaml:4:1: error: Pod default/web: spec.securityContext.runAsNonRoot: runAsNonRoot is absent [user]
            4 | spec:
              | ^
              = fix: set spec.securityContext.runAsNonRoot to true
        """);
  }

  @Test
  void anEmptyObjectThatIsTheFixItselfIsShown() {
    Patch fix = Patch.of(new Patch.Operation.Add(CONTEXT, MappingValue.empty()));

    assertThat(TextReport.below(List.of(entry(fix))))
        .endsWith("= fix: set spec.securityContext to {}\n");
  }

  private static ReportEntry entry(@Nullable Patch fix) {
    Finding finding = new Finding(
        "user",
        Severity.ERROR,
        CLUSTER.workload("web").ref(),
        CONTEXT.field("runAsNonRoot"),
        null,
        "runAsNonRoot is absent",
        null,
        List.of("true"),
        fix);
    return Report.of(List.of(finding), CLUSTER).entries().get(0);
  }

  @Test
  void aLineWithASecretIsNotRepeated() {
    Manifests read = Manifests.read("secret.yaml", """
        apiVersion: v1
        kind: Secret
        metadata: {name: db}
        data:
          password: hush!
        """);

    assertThat(read.problems())
        .extracting(problem -> TextReport.of(ReportEntry.of(problem)))
        .containsExactly("""
        secret.yaml:5:13: error: Secret default/db: data[password]: expected bytes in Base64, found a string that is none [invalid-base64]
        """);
  }
}
